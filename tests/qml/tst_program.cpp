// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

/** The program itself, with its window on no screen: comes up on each page, ends when told to. */
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAndEnds_data();
    void runsAndEnds();
};

void TestProgram::runsAndEnds_data()
{
    // Delegates that were made anew for the light theme once left a dangling item in their layout:
    // only the program's own order of events showed it.
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("theme");
    for (const char *page : {"overview", "traffic", "clients", "emit"}) {
        QTest::addRow("%s, dark", page) << QByteArray(page) << QByteArray("Dark");
        QTest::addRow("%s, light", page) << QByteArray(page) << QByteArray("Light");
    }
}

void TestProgram::runsAndEnds()
{
    QFETCH(QByteArray, page);
    QFETCH(QByteArray, theme);
    const QTemporaryDir home;
    const QString settingsFile = home.filePath(QStringLiteral("switchboard/switchboard.ini"));
    QVERIFY(QDir(home.path()).mkdir(QStringLiteral("switchboard")));
    QFile settings(settingsFile);
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("[ui]\npage=" + page + "\ntheme=" + theme + '\n');
    settings.close();

    QProcess program;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(
        QStringLiteral(SWITCHBOARD_PROGRAM), {QStringLiteral("--port"), QStringLiteral("0")});
    QVERIFY(program.waitForStarted());
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += program.readAll()).contains("listening")
            || program.state() == QProcess::NotRunning,
        20'000);
    program.terminate();
    QVERIFY(program.waitForFinished());
    said += program.readAll();
    QVERIFY2(
        program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0, said.constData());
    QVERIFY2(!said.contains(".qml"), said.constData());
    // It ended by itself, and remembered where the window was.
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(settings.readAll().contains("geometry="));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
