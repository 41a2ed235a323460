// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/connection.h"
#include "shared/fakeredis.h"
#include "shared/redisfixture.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Switchboard;
using namespace Switchboard::Redis;
using namespace Qt::StringLiterals;

namespace {

/** Short waits, so that a test of the third attempt takes no minute. */
Limits quick()
{
    Limits limits;
    limits.backoffFirst = std::chrono::milliseconds(10);
    limits.backoffLongest = std::chrono::milliseconds(50);
    limits.connectTime = std::chrono::milliseconds(500);
    limits.commandTime = std::chrono::milliseconds(300);
    limits.pingInterval = std::chrono::milliseconds(50);
    return limits;
}

} // namespace

/** One Connection against a Redis that misbehaves, and against a real one. */
class tst_Connection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entersAndAnswers();
    void pipelinesInOrder();
    void reportsRefusal_data();
    void reportsRefusal();
    void retriesUntilSomebodyListens();
    void retriesNowWhenTold();
    void answersCommandsOnceWhenTheConnectionEnds();
    void noticesAServerThatStopsAnswering();
    void noticesAServerThatNeverGreets();
    void survivesHostileReplies_data();
    void survivesHostileReplies();
    void closesFromWithinAnAnswer();
    void realServerByEveryWay();
    void realServerRefusesPasswords();
    void realServerOverTls();

private:
    SystemClock m_clock;
};

void tst_Connection::entersAndAnswers()
{
    Test::FakeRedis server;
    Connection connection(Connection::Role::Commands, m_clock, quick());
    auto url = server.url();
    url.user = "ann";
    url.password = "pw";
    url.database = 3;
    QSignalSpy ready(&connection, &Connection::ready);
    connection.open(url);
    QCOMPARE(connection.status().state, State::Connecting);
    QTRY_COMPARE(ready.count(), 1);
    QCOMPARE(connection.status().version, QByteArray("7.0.15"));
    QCOMPARE(server.commands.front(), (QByteArrayList{"AUTH", "ann", "pw"}));
    QTRY_VERIFY(connection.status().latency.count() >= 0);
    QVERIFY(!connection.status().sentence().contains(u"pw"_s));
    connection.close();
    QCOMPARE(connection.status().state, State::Off);
}

void tst_Connection::pipelinesInOrder()
{
    Test::FakeRedis server;
    server.setHandler([](const QByteArrayList &words) -> std::optional<QByteArray> {
        return words[0] == "ECHO" ? std::optional("+" + words[1] + "\r\n") : std::nullopt;
    });
    Connection connection(Connection::Role::Commands, m_clock, quick());
    connection.open(server.url());
    QTRY_VERIFY(connection.isReady());
    QByteArrayList answers;
    for (int i = 0; i < 100; ++i) {
        connection.send({"ECHO", QByteArray::number(i)},
            [&](const auto &result) { answers.append(result.ok() ? result->text : "error"); });
    }
    QVERIFY(connection.unanswered() > 100);
    QTRY_COMPARE(answers.size(), 100);
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(answers[i], QByteArray::number(i));
    }
    QTRY_COMPARE(connection.unanswered(), 0);
}

void tst_Connection::reportsRefusal_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<State>("state");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QByteArray &command, const QByteArray &reply,
                         State state, Cause cause, const QString &problem) {
        QTest::newRow(name) << command << reply << state << cause << problem;
    };
    row("wrong password", "AUTH", "-WRONGPASS invalid\r\n", State::Stopped, Cause::WrongPassword,
        u"redis-auth"_s);
    row("password wanted", "PING", "-NOAUTH Authentication required.\r\n", State::Stopped,
        Cause::WrongPassword, u"redis-auth"_s);
    row("no permission", "SELECT",
        "-NOPERM this user has no permissions to run the 'select' command\r\n", State::Stopped,
        Cause::NoPermission, u"redis-noperm"_s);
    row("loading", "PING", "-LOADING Redis is loading the dataset in memory\r\n",
        State::Reconnecting, Cause::Loading, u"redis-refused"_s);
    row("not Redis", "AUTH", "HTTP/1.1 400 Bad Request\r\n\r\n", State::Reconnecting,
        Cause::Hostile, u"redis-lost"_s);
}

void tst_Connection::reportsRefusal()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, reply);
    Test::FakeRedis server;
    server.setHandler([&](const QByteArrayList &words) {
        return words[0] == command ? std::optional(reply) : std::nullopt;
    });
    Limits limits = quick();
    limits.backoffFirst = std::chrono::seconds(5);
    limits.backoffLongest = std::chrono::seconds(5);
    Connection connection(Connection::Role::Commands, m_clock, limits);
    auto url = server.url();
    url.user = "ann";
    url.password = "secret";
    url.database = 1;
    connection.open(url);
    QTRY_VERIFY(connection.status().state != State::Connecting);
    QTEST(connection.status().state, "state");
    QTEST(connection.status().cause, "cause");
    QTEST(connection.status().problem().id, "problem");
    QVERIFY(!connection.status().sentence().isEmpty());
    QVERIFY(!connection.status().sentence().contains(u"secret"_s));
}

void tst_Connection::retriesUntilSomebodyListens()
{
    Url url;
    {
        Test::FakeRedis server;
        url = server.url();
    }
    Connection connection(Connection::Role::Commands, m_clock, quick());
    QSignalSpy changed(&connection, &Connection::statusChanged);
    connection.open(url);
    QTRY_COMPARE(connection.status().state, State::Reconnecting);
    QCOMPARE(connection.status().cause, Cause::Refused);
    QVERIFY(connection.status().retryIn.count() > 0);
    QTRY_VERIFY(changed.count() >= 6); // three attempts
    Test::FakeRedis server;
    server.close();
    QVERIFY(server.listen(QHostAddress::LocalHost, url.port));
    QTRY_VERIFY(connection.isReady());
    QCOMPARE(connection.status().cause, Cause::None);
}

void tst_Connection::retriesNowWhenTold()
{
    Test::FakeRedis server;
    bool letIn = false;
    server.setHandler([&](const QByteArrayList &words) -> std::optional<QByteArray> {
        return words[0] == "PING" && !letIn ? std::optional<QByteArray>("-NOAUTH no\r\n")
                                            : std::nullopt;
    });
    Connection connection(Connection::Role::Commands, m_clock, quick());
    connection.open(server.url());
    QTRY_COMPARE(connection.status().state, State::Stopped);
    letIn = true;
    connection.retryNow();
    QTRY_VERIFY(connection.isReady());
    QCOMPARE(server.accepted, 2);
}

void tst_Connection::answersCommandsOnceWhenTheConnectionEnds()
{
    Test::FakeRedis server;
    server.setHandler([](const QByteArrayList &words) -> std::optional<QByteArray> {
        return words[0] == "WAIT" ? std::optional<QByteArray>("") : std::nullopt;
    });
    Connection connection(Connection::Role::Commands, m_clock, quick());
    QSignalSpy lost(&connection, &Connection::lost);
    QList<CommandError::Reason> errors;
    const auto keep = [&](const auto &result) { errors.append(result.error().reason); };
    connection.send({"WAIT"}, keep);
    QCOMPARE(errors, {CommandError::Reason::NotConnected});
    connection.open(server.url());
    QTRY_VERIFY(connection.isReady());
    connection.send({"WAIT"}, keep);
    connection.send({"WAIT"}, keep);
    server.hangUp();
    QTRY_COMPARE(errors.size(), 3);
    QCOMPARE(errors.mid(1),
        (QList<CommandError::Reason>{CommandError::Reason::Lost, CommandError::Reason::Lost}));
    QCOMPARE(lost.count(), 1);
    QTRY_VERIFY(connection.isReady());
    QVERIFY2(server.commands.count({"WAIT"}) <= 2, "a command is never sent again");
}

void tst_Connection::noticesAServerThatStopsAnswering()
{
    Test::FakeRedis server;
    bool silent = false;
    server.setHandler([&](const QByteArrayList &) {
        return silent ? std::optional<QByteArray>("") : std::nullopt;
    });
    Connection connection(Connection::Role::Subscriber, m_clock, quick());
    QSignalSpy lost(&connection, &Connection::lost);
    connection.open(server.url());
    QTRY_VERIFY(connection.isReady());
    silent = true;
    QTRY_COMPARE(lost.count(), 1);
    QTRY_COMPARE(connection.status().cause, Cause::Timeout); // of the next handshake
    silent = false;
    QTRY_VERIFY(connection.isReady());
}

void tst_Connection::noticesAServerThatNeverGreets()
{
    QTcpServer mute; // its backlog takes the connection, nobody reads it
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    Url url;
    url.port = mute.serverPort();
    Connection connection(Connection::Role::Commands, m_clock, quick());
    connection.open(url);
    QTRY_COMPARE(connection.status().cause, Cause::Timeout);
    url.scheme = Url::Scheme::Tls;
    connection.open(url);
    QTRY_COMPARE(connection.status().cause, Cause::TlsError);
}

void tst_Connection::survivesHostileReplies_data()
{
    QTest::addColumn<bool>("subscribed");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, bool subscribed, const QByteArray &bytes) {
        QTest::newRow(name) << subscribed << bytes;
    };
    // Each of the first eight aborts a program that uses hiredis' asynchronous interface.
    row("status while idle", false, "+OK\r\n");
    row("integer while idle", false, ":1\r\n");
    row("array while idle", false, "*3\r\n$7\r\nmessage\r\n$1\r\na\r\n$1\r\nb\r\n");
    row("subscribed: empty array", true, "*0\r\n");
    row("subscribed: one element", true, "*1\r\n$7\r\nmessage\r\n");
    row("subscribed: integer first", true, "*3\r\n:1\r\n$1\r\na\r\n$1\r\nb\r\n");
    row("subscribed: nil channel", true, "*3\r\n$7\r\nmessage\r\n$-1\r\n$1\r\nb\r\n");
    row("subscribed: count is no number", true,
        "*3\r\n$11\r\nunsubscribe\r\n$1\r\na\r\n$1\r\nx\r\n");
    row("subscribed: unsubscribe of two", true, "*2\r\n$11\r\nunsubscribe\r\n$1\r\na\r\n");
    row("subscribed: nested channel", true,
        "*4\r\n$8\r\npmessage\r\n*1\r\n:1\r\n$1\r\na\r\n$1\r\nb\r\n");
    row("2^32 items, then silence", true, "*4294967297\r\n");
    row("512 MiB of text, then silence", true, "$536870912\r\n");
    row("2^62 bytes of text", false, "$4611686018427387904\r\n");
    row("nine deep", false, QByteArray("*1\r\n").repeated(9) + ":1\r\n");
    row("garbage", true, QByteArray("\0\xff\x80garbage", 10));
    row("error while idle", false, "-ERR go away\r\n");
    row("line without end", true, QByteArray(100'000, '+'));
}

void tst_Connection::survivesHostileReplies()
{
    QFETCH(bool, subscribed);
    QFETCH(QByteArray, bytes);
    Test::FakeRedis server;
    Limits limits = quick();
    limits.pingInterval = std::chrono::hours(1); // idle means idle
    limits.backoffFirst = std::chrono::milliseconds(300);
    limits.backoffLongest = std::chrono::milliseconds(300);
    Connection connection(
        subscribed ? Connection::Role::Subscriber : Connection::Role::Commands, m_clock, limits);
    int messages = 0;
    connection.setMessageHandler([&](const Message &) { ++messages; });
    QSignalSpy lost(&connection, &Connection::lost);
    connection.open(server.url());
    QTRY_VERIFY(connection.isReady() && connection.unanswered() == 0);
    if (subscribed) {
        bool confirmed = false;
        connection.send({"SUBSCRIBE", "a"}, [&](const auto &result) { confirmed = result.ok(); });
        QTRY_VERIFY(confirmed);
    }
    server.say(bytes);
    QTRY_COMPARE(lost.count(), 1);
    QCOMPARE(connection.status().cause, bytes.startsWith('-') ? Cause::Lost : Cause::Hostile);
    QTRY_VERIFY(connection.isReady());
    QCOMPARE(messages, 0);
}

void tst_Connection::closesFromWithinAnAnswer()
{
    Test::FakeRedis server;
    Connection connection(Connection::Role::Commands, m_clock, quick());
    connection.open(server.url());
    QTRY_VERIFY(connection.isReady());
    int answers = 0;
    for (int i = 0; i < 3; ++i) {
        connection.send({"PUBLISH", "a", "b"}, [&](const auto &) {
            ++answers;
            connection.close();
        });
    }
    QTRY_COMPARE(answers, 3);
    QCOMPARE(connection.status().state, State::Off);
    connection.open(server.url());
    QTRY_VERIFY(connection.isReady());
}

void tst_Connection::realServerByEveryWay()
{
    if (!Test::RedisFixture::isInstalled()) {
        QSKIP("redis-server is not installed");
    }
    Test::RedisFixture redis;
    QVERIFY(redis.start());
    auto socket = redis.url();
    socket.scheme = Url::Scheme::Unix;
    socket.path = redis.socketPath();
    auto name = redis.url();
    name.host = u"localhost"_s;
    for (Url url : {redis.url(), socket, name}) {
        url.database = 2;
        Connection connection(Connection::Role::Commands, m_clock, Limits());
        connection.open(url);
        QTRY_VERIFY(connection.isReady());
        QVERIFY(connection.status().version.contains('.'));
        QByteArray answer;
        connection.send({"CLIENT", "GETNAME"}, [&](const auto &result) { answer = result->text; });
        QTRY_COMPARE(answer, QByteArray("switchboard"));
        bool isMissing = false;
        connection.send(
            {"GET", "nothing"}, [&](const auto &r) { isMissing = r->type == Reply::Type::Nil; });
        QTRY_VERIFY(isMissing);
    }
    auto beyond = redis.url();
    beyond.database = 999;
    Connection connection(Connection::Role::Commands, m_clock, Limits());
    connection.open(beyond);
    QTRY_COMPARE(connection.status().cause, Cause::NoSuchDatabase);
    socket.path += u"-not";
    connection.open(socket);
    QTRY_COMPARE(connection.status().cause, Cause::Refused);
}

void tst_Connection::realServerRefusesPasswords()
{
    if (!Test::RedisFixture::isInstalled()) {
        QSKIP("redis-server is not installed");
    }
    Test::RedisFixture redis;
    QVERIFY(redis.start({u"--requirepass"_s, u"right"_s}));
    Connection connection(Connection::Role::Subscriber, m_clock, Limits());
    auto url = redis.url();
    connection.open(url);
    QTRY_COMPARE(connection.status().cause, Cause::WrongPassword);
    url.password = "wrong";
    connection.open(url);
    QTRY_COMPARE(connection.status().cause, Cause::WrongPassword);
    QCOMPARE(connection.status().state, State::Stopped);
    url.password = "right";
    connection.open(url);
    QTRY_VERIFY(connection.isReady());
}

void tst_Connection::realServerOverTls()
{
    QTemporaryDir folder;
    const auto key = folder.filePath(u"key.pem"_s);
    const auto certificate = folder.filePath(u"cert.pem"_s);
    if (!Test::RedisFixture::isInstalled()
        || QProcess::execute(u"openssl"_s,
               {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                   u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"1"_s, u"-subj"_s,
                   u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost"_s,
                   u"-keyout"_s, key, u"-out"_s, certificate})
            != 0) {
        QSKIP("redis-server or openssl is not installed");
    }
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    Url url;
    url.scheme = Url::Scheme::Tls;
    url.host = u"localhost"_s;
    url.port = probe.serverPort();
    probe.close();
    Test::RedisFixture redis;
    QVERIFY(redis.start({u"--tls-port"_s, QString::number(url.port), u"--tls-cert-file"_s,
        certificate, u"--tls-key-file"_s, key, u"--tls-auth-clients"_s, u"no"_s}));
    Connection connection(Connection::Role::Commands, m_clock, Limits());
    connection.open(url);
    QTRY_COMPARE(connection.status().cause, Cause::TlsError);
    QVERIFY(!connection.status().detail.isEmpty());
    connection.open(url, {.caFile = certificate});
    QTRY_VERIFY(connection.isReady());
    connection.open(url, {.caFile = {}, .verify = false});
    QTRY_VERIFY(connection.isReady());
    connection.open(url, {.caFile = key});
    QTRY_COMPARE(connection.status().cause, Cause::TlsError);
    url.port = redis.port();
    connection.open(url, {.caFile = certificate});
    QTRY_COMPARE(connection.status().cause, Cause::TlsError);
}

QTEST_GUILESS_MAIN(tst_Connection)
#include "tst_connection.moc"
