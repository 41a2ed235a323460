// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Switchboard;
using App::CommandLine;

namespace {

Result<CommandLine, QString> parse(const QStringList &arguments)
{
    return CommandLine::parse(QStringList{QStringLiteral("switchboard")} + arguments);
}

} // namespace

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing();
    void everything();
    void bothSpellings();
    void lastOneWins();
    void helpAndVersion();
    void refused_data();
    void refused();
    void helpNamesEverySetting();
    void helpIsAligned();
    void chatRulesAreTheDefault();
    void largeReactionsFileIsRefused();
};

void tst_CommandLine::nothing()
{
    const auto line = parse({});
    QVERIFY(line.ok());
    QVERIFY(line->action == CommandLine::Action::Run);
    QVERIFY(!line->headless && !line->json && !line->portChosen);
    QCOMPARE(line->config.port, 3000);
    QCOMPARE(line->config.host, QStringLiteral("127.0.0.1"));
}

void tst_CommandLine::everything()
{
    const QString text
        = QStringLiteral("--headless --json --host 0.0.0.0 --port 0 --reactions r.json "
                         "--serve a=/x --serve b=/y=z --set pingInterval=1000 "
                         "--set cors=http://a.test,http://b.test "
                         "--set limits.connections=5 --ws-echo /e --engine-echo /f");
    const auto line = parse(text.split(u' '));
    QVERIFY2(line.ok(), line ? "" : qPrintable(line.error()));
    QVERIFY(line->headless && line->json && line->portChosen);
    QCOMPARE(line->config.host, QStringLiteral("0.0.0.0"));
    QCOMPARE(line->config.port, 0);
    QCOMPARE(line->reactionsFile, QStringLiteral("r.json"));
    QCOMPARE(line->folders.size(), 2);
    QCOMPARE(line->folders.at(1).first, QStringLiteral("b"));
    QCOMPARE(line->folders.at(1).second, QStringLiteral("/y=z"));
    QCOMPARE(line->config.pingInterval, std::chrono::milliseconds(1000));
    QCOMPARE(line->config.cors.origins.size(), 2);
    QCOMPARE(line->config.limits.connections, 5);
    QCOMPARE(line->webSocketEcho, "/e");
    QCOMPARE(line->engineEcho, "/f");
}

void tst_CommandLine::bothSpellings()
{
    for (const QStringList &arguments :
        {QStringList{QStringLiteral("--port"), QStringLiteral("80")},
            QStringList{QStringLiteral("--port=80")}}) {
        const auto line = parse(arguments);
        QVERIFY(line.ok());
        QCOMPARE(line->config.port, 80);
    }
}

void tst_CommandLine::lastOneWins()
{
    const auto line = parse({QStringLiteral("--port=80"), QStringLiteral("--port=81")});
    QVERIFY(line.ok());
    QCOMPARE(line->config.port, 81);
}

void tst_CommandLine::helpAndVersion()
{
    for (const char *option : {"--help", "-h"}) {
        QVERIFY(parse({QLatin1StringView(option)})->action == CommandLine::Action::ShowHelp);
    }
    for (const char *option : {"--version", "-v"}) {
        QVERIFY(parse({QLatin1StringView(option)})->action == CommandLine::Action::ShowVersion);
    }
}

void tst_CommandLine::refused_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("sentence");

    const auto row = [](const char *name, const char *arguments, const char *sentence) {
        QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(sentence);
    };
    row("unknown", "--hots", "There is no option --hots. See switchboard --help.");
    row("operand", "3000", "There is no option 3000. See switchboard --help.");
    row("one dash", "-port 80", "There is no option -port. See switchboard --help.");
    row("value missing", "--headless --port", "--port needs a value: NUMBER.");
    row("value too many", "--json=1", "--json takes no value.");
    row("port with text", "--port 80x", "--port 80x: expected a number from 0 to 65535.");
    row("port below zero", "--port -1", "--port -1: expected a number from 0 to 65535.");
    row("port beyond", "--port 65536", "--port 65536: expected a number from 0 to 65535.");
    row("folder without name", "--serve =/x", "--serve =/x: expected a name, '=' and a value.");
    row("setting without value", "--set port", "--set port: expected a name, '=' and a value.");
    row("setting unknown", "--set a=b", "--set a=b: There is no option a.");
    row("echo path", "--ws-echo echo", "--ws-echo echo: expected a path that begins with '/'.");
}

void tst_CommandLine::refused()
{
    QFETCH(QString, arguments);
    QFETCH(QString, sentence);
    const auto line = parse(arguments.split(u' '));
    QVERIFY(!line.ok());
    QCOMPARE(line.error(), sentence);
}

void tst_CommandLine::helpNamesEverySetting()
{
    const QString help = CommandLine::help();
    for (const auto &[key, value] : ServerConfig().settings()) {
        QVERIFY2(help.contains(QString(u"  " % key % u' ')), qPrintable(key));
    }
}

void tst_CommandLine::helpIsAligned()
{
    const QStringList lines = CommandLine::help().split(u'\n');
    qsizetype column = 0;
    for (const QString &line : lines) {
        QVERIFY2(line.size() <= 100, qPrintable(line));
        QVERIFY2(!line.endsWith(u' '), qPrintable(line));
        if (line.startsWith(u"  --")) {
            const qsizetype text = line.indexOf(QStringLiteral("  "), 2);
            qsizetype begin = text;
            while (line.at(begin) == u' ') {
                ++begin;
            }
            column = column == 0 ? begin : column;
            QCOMPARE(begin, column);
        }
    }
    QVERIFY(column > 0);
}

void tst_CommandLine::chatRulesAreTheDefault()
{
    Server server({});
    const auto wrong = parse({})->prepare(server);
    QVERIFY2(!wrong, wrong ? qPrintable(*wrong) : "");
    const QList<NamespaceInfo> namespaces = server.namespaces();
    QVERIFY(std::any_of(namespaces.begin(), namespaces.end(),
        [](const NamespaceInfo &nsp) { return nsp.name == "/chat"; }));
}

void tst_CommandLine::largeReactionsFileIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(1024 * 1024 + 1));
    Server server({});
    const auto wrong = parse({QStringLiteral("--reactions"), path})->prepare(server);
    QVERIFY(wrong && wrong->contains(QStringLiteral("larger than 1 MiB")));
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
