// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "actfixture.h"

#include <QSignalSpy>
#include <QWebSocketServer>

using namespace Switchboard::App;

class tst_EchoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAnswered();
    void canBeRunAgain();
    void saysWhenNobodyListens();
    void saysWhenCutOff();
};

void tst_EchoTest::isAnswered()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    EchoTest &echo = *fixture.dashboard().echoTest();
    QSignalSpy finished(&echo, &EchoTest::finished);
    echo.run();
    QVERIFY(echo.isRunning());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY2(echo.hasSucceeded(), qPrintable(echo.result()));
    QVERIFY(echo.result().startsWith(QStringLiteral("Echo answered in ")));
    // It leaves nothing behind.
    QTRY_COMPARE(fixture.dashboard().host().snapshot().clients, 0);
}

void tst_EchoTest::canBeRunAgain()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    EchoTest &echo = *fixture.dashboard().echoTest();
    QSignalSpy finished(&echo, &EchoTest::finished);
    for (int i = 1; i <= 3; ++i) {
        echo.run();
        echo.run(); // ignored
        QTRY_COMPARE(finished.size(), i);
        QVERIFY2(echo.hasSucceeded(), qPrintable(echo.result()));
    }
}

void tst_EchoTest::saysWhenNobodyListens()
{
    EchoTest echo([] { return QUrl(QStringLiteral("http://127.0.0.1:1/socket.io/")); });
    echo.run();
    QTRY_VERIFY(!echo.isRunning());
    QVERIFY(!echo.hasSucceeded());
    QVERIFY(!echo.result().isEmpty());
}

void tst_EchoTest::saysWhenCutOff()
{
    QWebSocketServer server(QString(), QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QWebSocketServer::newConnection, this,
        [&] { server.nextPendingConnection()->close(); });
    EchoTest echo(
        [&] { return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort())); });
    echo.run();
    QTRY_VERIFY(!echo.isRunning());
    QVERIFY(!echo.hasSucceeded());
}

QTEST_MAIN(tst_EchoTest)
#include "tst_echotest.moc"
