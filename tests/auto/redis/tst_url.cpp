// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/url.h"

#include <QTest>

using namespace Switchboard::Redis;
using namespace Qt::StringLiterals;

class tst_Url : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("host only") << u"redis://localhost"_s << u"redis://localhost:6379/0"_s
                                   << QByteArray() << QByteArray();
        QTest::newRow("all parts")
            << u"redis://ann:s3cret@example.com:7000/3"_s << u"redis://ann@example.com:7000/3"_s
            << QByteArray("ann") << QByteArray("s3cret");
        QTest::newRow("password alone")
            << u"redis://:pw@h/"_s << u"redis://h:6379/0"_s << QByteArray() << QByteArray("pw");
        QTest::newRow("user alone")
            << u"redis://ann@h"_s << u"redis://ann@h:6379/0"_s << QByteArray("ann") << QByteArray();
        QTest::newRow("percent-encoded")
            << u"redis://a%3Ab:p%40%2F%C3%A4@h"_s << u"redis://a:b@h:6379/0"_s << QByteArray("a:b")
            << QByteArray("p@/ä");
        QTest::newRow("@ in the password") << u"redis://u:p@ss@h"_s << u"redis://u@h:6379/0"_s
                                           << QByteArray("u") << QByteArray("p@ss");
        QTest::newRow("TLS") << u"rediss://h"_s << u"rediss://h:6379/0"_s << QByteArray()
                             << QByteArray();
        QTest::newRow("IPv6") << u"redis://[::1]:6380"_s << u"redis://[::1]:6380/0"_s
                              << QByteArray() << QByteArray();
        QTest::newRow("IPv6 without port")
            << u"redis://[::1]/2"_s << u"redis://[::1]:6379/2"_s << QByteArray() << QByteArray();
        QTest::newRow("local socket") << u"unix:///run/redis.sock"_s << u"unix:///run/redis.sock"_s
                                      << QByteArray() << QByteArray();
        QTest::newRow("local socket with user and database")
            << u"unix://a:pw@/run/r.sock?db=4"_s << u"unix://a@/run/r.sock?db=4"_s
            << QByteArray("a") << QByteArray("pw");
        QTest::newRow("space around")
            << u"  redis://h \n"_s << u"redis://h:6379/0"_s << QByteArray() << QByteArray();
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, user);
        QFETCH(QByteArray, password);
        const auto url = parseUrl(text);
        QVERIFY(url.ok());
        QTEST(url->shown(), "shown");
        QCOMPARE(url->user, user);
        QCOMPARE(url->password, password);
        QVERIFY(password.isEmpty() || !url->shown().contains(QString::fromUtf8(password)));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hint");
        QTest::newRow("nothing") << QString() << u"begin with"_s;
        QTest::newRow("no scheme") << u"localhost:6379"_s << u"begin with"_s;
        QTest::newRow("other scheme") << u"http://localhost"_s << u"begin with"_s;
        QTest::newRow("sentinel") << u"redis+sentinel://h:1/x"_s << u"Sentinel"_s;
        QTest::newRow("no host") << u"redis://"_s << u"host is missing"_s;
        QTest::newRow("no host but a port") << u"redis://:6379"_s << u"host is missing"_s;
        QTest::newRow("port 0") << u"redis://h:0"_s << u"port"_s;
        QTest::newRow("port too large") << u"redis://h:65536"_s << u"port"_s;
        QTest::newRow("port overflows") << u"redis://h:99999999999999999999"_s << u"port"_s;
        QTest::newRow("port not a number") << u"redis://h:6x"_s << u"port"_s;
        QTest::newRow("port empty") << u"redis://h:"_s << u"port"_s;
        QTest::newRow("database negative") << u"redis://h/-1"_s << u"database"_s;
        QTest::newRow("database a word") << u"redis://h/main"_s << u"database"_s;
        QTest::newRow("IPv6 not closed") << u"redis://[::1"_s << u"]"_s;
        QTest::newRow("IPv6 is none") << u"redis://[a]"_s << u"IPv6"_s;
        QTest::newRow("text after IPv6") << u"redis://[::1]x"_s << u"IPv6"_s;
        QTest::newRow("space in the host") << u"redis://a b"_s << u"host"_s;
        QTest::newRow("markup in the host") << u"redis://<img>"_s << u"host"_s;
        QTest::newRow("unix without path") << u"unix://"_s << u"begin with /"_s;
        QTest::newRow("unix relative") << u"unix://run/x"_s << u"begin with /"_s;
        QTest::newRow("unix other option") << u"unix:///x?a=1"_s << u"?db="_s;
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, hint);
        const auto url = parseUrl(text);
        QVERIFY(!url.ok());
        QVERIFY2(url.error().sentence.contains(hint), qPrintable(url.error().sentence));
    }

    void knowsThisComputer()
    {
        for (const auto text :
            {u"redis://localhost", u"redis://127.0.0.9", u"redis://[::1]", u"unix:///x"}) {
            QVERIFY(parseUrl(QString::fromUtf16(text))->isThisComputer());
        }
        QVERIFY(!parseUrl(u"redis://10.0.0.1")->isThisComputer());
        QVERIFY(!parseUrl(u"redis://127.example.com")->isThisComputer());
    }
};

QTEST_APPLESS_MAIN(tst_Url)
#include "tst_url.moc"
