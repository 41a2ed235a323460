// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/handshake.h"

#include <QTest>

using namespace Switchboard::Redis;

namespace {

Reply reply(Reply::Type type, const QByteArray &text)
{
    return {.type = type, .text = text, .items = {}};
}

QByteArrayList names(const Url &url)
{
    QByteArrayList names;
    for (const auto &command : handshakeCommands(url)) {
        names.append(command.join(' '));
    }
    return names;
}

} // namespace

class tst_Handshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void entersAsTheUrlSays()
    {
        QCOMPARE(names({}), (QByteArrayList{"PING", "CLIENT SETNAME switchboard", "INFO server"}));
        Url url;
        url.password = "pw";
        url.database = 2;
        QCOMPARE(names(url).front(), QByteArray("AUTH pw"));
        QCOMPARE(names(url).back(), QByteArray("SELECT 2"));
        url.user = "ann";
        QCOMPARE(names(url).front(), QByteArray("AUTH ann pw"));
    }

    void judges_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("error");
        QTest::addColumn<Cause>("cause");
        QTest::newRow("wrong password")
            << QByteArray("AUTH") << QByteArray("WRONGPASS invalid username-password pair")
            << Cause::WrongPassword;
        QTest::newRow("password nobody asked for")
            << QByteArray("AUTH") << QByteArray("ERR AUTH <password> called without any password")
            << Cause::WrongPassword;
        QTest::newRow("password missing")
            << QByteArray("PING") << QByteArray("NOAUTH Authentication required.")
            << Cause::WrongPassword;
        QTest::newRow("loading") << QByteArray("PING") << QByteArray("LOADING Redis is loading")
                                 << Cause::Loading;
        QTest::newRow("protected mode")
            << QByteArray("PING") << QByteArray("DENIED Redis is running in protected mode")
            << Cause::Refused;
        QTest::newRow("too many clients")
            << QByteArray("PING") << QByteArray("ERR max number of clients reached")
            << Cause::Refused;
        QTest::newRow("no such database")
            << QByteArray("SELECT") << QByteArray("ERR DB index is out of range")
            << Cause::NoSuchDatabase;
        QTest::newRow("SELECT forbidden")
            << QByteArray("SELECT") << QByteArray("NOPERM this user has no permissions")
            << Cause::NoPermission;
        QTest::newRow("PING forbidden: never mind")
            << QByteArray("PING") << QByteArray("NOPERM this user") << Cause::None;
        QTest::newRow("INFO forbidden: never mind")
            << QByteArray("INFO") << QByteArray("NOPERM this user") << Cause::None;
        QTest::newRow("CLIENT unknown: never mind")
            << QByteArray("CLIENT") << QByteArray("ERR unknown command") << Cause::None;
    }

    void judges()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, error);
        const auto failure = judgeHandshake({command}, reply(Reply::Type::Error, error));
        QTEST(failure ? failure->cause : Cause::None, "cause");
    }

    void takesOtherRepliesForHostile()
    {
        QVERIFY(!judgeHandshake({"PING"}, reply(Reply::Type::Status, "PONG")));
        QVERIFY(!judgeHandshake({"AUTH"}, reply(Reply::Type::Status, "OK")));
        QVERIFY(!judgeHandshake({"INFO"}, reply(Reply::Type::Text, "")));
        for (const auto &odd : {reply(Reply::Type::Nil, {}), reply(Reply::Type::Array, {}),
                 reply(Reply::Type::Integer, {}), reply(Reply::Type::Status, "HI")}) {
            for (const QByteArray command : {"PING", "AUTH", "INFO", "SELECT"}) {
                QCOMPARE(judgeHandshake({command}, odd)->cause, Cause::Hostile);
            }
        }
    }

    void readsWhatTheServerTells()
    {
        const auto info = readServerInfo(
            reply(Reply::Type::Text, "# Server\r\nredis_version:7.0.15\r\nredis_mode:cluster\r\n"));
        QCOMPARE(info.version, QByteArray("7.0.15"));
        QVERIFY(info.isCluster);
        const auto odd
            = readServerInfo(reply(Reply::Type::Text, "redis_version:" + QByteArray(5'000, 'x')));
        QCOMPARE(odd.version.size(), 32);
        QVERIFY(readServerInfo({}).version.isEmpty());
    }

    void namesTheForbiddenCommand()
    {
        QCOMPARE(forbiddenCommand(
                     "NOPERM this user has no permissions to run the 'select' command", "AUTH"),
            QByteArray("SELECT"));
        QCOMPARE(forbiddenCommand("NOPERM No permissions to access a channel", "SUBSCRIBE"),
            QByteArray("SUBSCRIBE"));
        QCOMPARE(forbiddenCommand("NOPERM 'open", "PING"), QByteArray("PING"));
    }
};

QTEST_APPLESS_MAIN(tst_Handshake)
#include "tst_handshake.moc"
