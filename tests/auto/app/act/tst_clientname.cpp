// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/clientname.h"

#include <QtTest>

using namespace Switchboard;
using namespace Switchboard::App;

class tst_ClientName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsUserAgents_data();
    void readsUserAgents();
    void prefersGivenNames();
    void fallsBackToId();
    void isSafeToShow();
};

void tst_ClientName::readsUserAgents_data()
{
    QTest::addColumn<QByteArray>("userAgent");
    QTest::addColumn<QString>("name");
    QTest::newRow("Chrome on Android")
        << QByteArray("Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) "
                      "Chrome/126.0.0.0 Mobile Safari/537.36")
        << "Chrome on Android";
    QTest::newRow("Edge is not Chrome")
        << QByteArray("Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/126.0 Safari/537.36 Edg/126.0")
        << "Edge on Windows";
    QTest::newRow("Safari") << QByteArray(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1")
                            << "Safari on iPhone";
    QTest::newRow("Firefox") << QByteArray(
        "Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0")
                             << "Firefox on Linux";
    QTest::newRow("Python") << QByteArray("python-requests/2.28.1") << "Python";
    QTest::newRow("nothing known") << QByteArray("????") << "";
    QTest::newRow("nothing") << QByteArray() << "";
}

void tst_ClientName::readsUserAgents()
{
    QFETCH(QByteArray, userAgent);
    QTEST(programName(userAgent), "name");
}

void tst_ClientName::prefersGivenNames()
{
    ClientInfo client;
    client.sid = "abcdefghijklmnopqrst";
    client.headers = {{"User-Agent", "curl/8.0"}};
    QCOMPARE(clientName(client), QStringLiteral("curl"));
    client.memberships = {{"/", "id", 0, {}, {}, R"({"name":"from data"})"}};
    QCOMPARE(clientName(client), QStringLiteral("from data"));
    client.target = "/socket.io/?EIO=4&name=from%20query";
    QCOMPARE(clientName(client), QStringLiteral("from query"));
    client.memberships[0].auth = R"({"username":"third","user":"second","name":{"deep":1}})";
    QCOMPARE(clientName(client), QStringLiteral("second"));
    client.memberships[0].auth = R"({"user":"second","name":"first"})";
    QCOMPARE(clientName(client), QStringLiteral("first"));
}

void tst_ClientName::fallsBackToId()
{
    ClientInfo client;
    client.sid = "abcdefghijklmnopqrst";
    QCOMPARE(clientName(client), QStringLiteral("abcd…st"));
}

void tst_ClientName::isSafeToShow()
{
    ClientInfo client;
    client.memberships
        = {{"/", "id", 0, {}, "{\"name\":\"a\\u202eb\\n" + QByteArray(500, 'x') + "\"}", {}}};
    const QString name = clientName(client);
    QVERIFY(!name.contains(QChar(0x202E)));
    QVERIFY(!name.contains(u'\n'));
    QVERIFY(name.size() < 120);
}

QTEST_GUILESS_MAIN(tst_ClientName)
#include "tst_clientname.moc"
