// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/client.h"
#include "shared/fakeredis.h"
#include "shared/redisfixture.h"
#include "traffic/tap.h"
#include "traffic/trafficring.h"

#include <QSignalSpy>
#include <QTest>

using namespace Switchboard;
using namespace Switchboard::Redis;
using namespace Qt::StringLiterals;

namespace {

Limits quick()
{
    Limits limits;
    limits.backoffFirst = std::chrono::milliseconds(20);
    limits.backoffLongest = std::chrono::milliseconds(100);
    limits.commandTime = std::chrono::milliseconds(500);
    limits.pingInterval = std::chrono::milliseconds(100);
    return limits;
}

class Listener : public Subscriber
{
public:
    void message(const Message &message) override
    {
        messages.append(message.channel + '|' + message.pattern + '|' + message.body);
        if (then) {
            then();
        }
    }

    void subscribed(const Topic &) override { ++confirmed; }

    void refused(const Topic &, const QByteArray &error) override { refusals.append(error); }

    QByteArrayList messages;
    QByteArrayList refusals;
    int confirmed = 0;
    std::function<void()> then;
};

QByteArray bodies(const Listener &listener)
{
    QByteArrayList bodies;
    for (const auto &message : listener.messages) {
        bodies.append(message.mid(message.lastIndexOf('|') + 1));
    }
    return bodies.join(' ');
}

} // namespace

class tst_Client : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subscribesOnceForAll();
    void endsSubscriptionsFromWithinAMessage();
    void refusesNamesBeyondTheLimits();
    void answersOfOldSubscriptionsDoNotConfirmNewOnes();
    void queuesWhileRedisIsAway();
    void publishesToNobodyWhenOff();
    void tellsEachProblemOnce();
    void realServerDeliversAndCounts();
    void realServerDiscovers();
    void realServerForbidsAChannel();
    void realServerIsKilledAndReturns();
    void realServerIsFrozen();
    void realServerCutsThePubSubConnection();
    void recordsWhatPasses();

private:
    SystemClock m_clock;
};

#define NEED_REDIS(options)                                                                        \
    if (!Test::RedisFixture::isInstalled()) {                                                      \
        QSKIP("redis-server is not installed");                                                    \
    }                                                                                              \
    Test::RedisFixture redis;                                                                      \
    QVERIFY(redis.start options)

void tst_Client::subscribesOnceForAll()
{
    Test::FakeRedis server;
    Client client(m_clock, nullptr, quick());
    Listener one;
    Listener two;
    QVERIFY(client.subscribe({"a", false}, one));
    QVERIFY(client.subscribe({"a", false}, two));
    QVERIFY(client.subscribe({"a", false}, two));
    QVERIFY(client.subscribe({"a", true}, two));
    client.open(server.url());
    QTRY_COMPARE(one.confirmed, 1);
    QTRY_COMPARE(two.confirmed, 2);
    QCOMPARE(server.commands.count({"SUBSCRIBE", "a"}), 1);
    QCOMPARE(server.commands.count({"PSUBSCRIBE", "a"}), 1);
    server.say("*3\r\n$7\r\nmessage\r\n$1\r\na\r\n$1\r\nx\r\n", true);
    QTRY_COMPARE(two.messages, QByteArrayList{"a||x"});
    QCOMPARE(one.messages, QByteArrayList{"a||x"});
    client.unsubscribe({"a", false}, one);
    QCOMPARE(client.topicCount(), 2);
    client.unsubscribe({"a", false}, two);
    client.unsubscribe({"a", false}, two);
    QTRY_COMPARE(server.commands.count({"UNSUBSCRIBE", "a"}), 1);
    QVERIFY(client.subscribe({"b", false}, one));
    client.unsubscribeAll(two);
    QTRY_COMPARE(server.commands.count({"PUNSUBSCRIBE", "a"}), 1);
    QCOMPARE(client.topicCount(), 1);
    QCOMPARE(client.status().state, State::Connected);
}

void tst_Client::endsSubscriptionsFromWithinAMessage()
{
    Test::FakeRedis server;
    Client client(m_clock, nullptr, quick());
    Listener one;
    Listener two;
    const Topic topic{"a", false};
    one.then = [&] {
        client.unsubscribe(topic, two);
        client.unsubscribe(topic, one);
    };
    client.subscribe(topic, one);
    client.subscribe(topic, two);
    client.open(server.url());
    QTRY_COMPARE(two.confirmed, 1);
    server.say("*3\r\n$7\r\nmessage\r\n$1\r\na\r\n$1\r\nx\r\n", true);
    QTRY_COMPARE(server.commands.count({"UNSUBSCRIBE", "a"}), 1);
    QCOMPARE(one.messages.size(), 1);
    QCOMPARE(two.messages.size(), 0);
}

void tst_Client::refusesNamesBeyondTheLimits()
{
    Limits limits;
    limits.subscriptions = 2;
    Client client(m_clock, nullptr, limits);
    Listener listener;
    QVERIFY(!client.subscribe({"", true}, listener));
    QVERIFY(!client.subscribe({QByteArray(1'025, '*'), true}, listener));
    QVERIFY(client.subscribe({QByteArray(1'024, '*'), true}, listener));
    QVERIFY(client.subscribe({"b", false}, listener));
    QVERIFY(!client.subscribe({"c", false}, listener));
    QVERIFY(client.subscribe({"b", false}, listener));
}

void tst_Client::answersOfOldSubscriptionsDoNotConfirmNewOnes()
{
    Test::FakeRedis server;
    int asked = 0;
    server.setHandler([&](const QByteArrayList &words) -> std::optional<QByteArray> {
        return words[0] == "SUBSCRIBE" && ++asked == 2
            ? std::optional<QByteArray>("-NOPERM no channel for you\r\n")
            : std::nullopt;
    });
    Client client(m_clock, nullptr, quick());
    Listener listener;
    client.open(server.url());
    QTRY_COMPARE(client.status().state, State::Connected);
    client.subscribe({"a", false}, listener);
    client.unsubscribe({"a", false}, listener);
    client.subscribe({"a", false}, listener);
    QTRY_COMPARE(listener.refusals.size(), 1);
    QCOMPARE(listener.confirmed, 0);
}

void tst_Client::queuesWhileRedisIsAway()
{
    Test::FakeRedis server;
    const auto url = server.url();
    server.close();
    Limits limits = quick();
    limits.queuedMessages = 3;
    Client client(m_clock, nullptr, limits);
    client.open(url);
    QTRY_COMPARE(client.status().cause, Cause::Refused);
    QByteArrayList answers;
    for (int i = 1; i <= 5; ++i) {
        client.publish("a", QByteArray::number(i), [&, i](const auto &result) {
            answers.append(QByteArray::number(i) + (result.ok() ? " sent" : " dropped"));
        });
    }
    QCOMPARE(answers, (QByteArrayList{"1 dropped", "2 dropped"}));
    QCOMPARE(client.dropped(), 2U);
    QCOMPARE(client.queued(), 3);
    QVERIFY(server.listen(QHostAddress::LocalHost, url.port));
    QTRY_COMPARE(answers.mid(2), (QByteArrayList{"3 sent", "4 sent", "5 sent"}));
    QCOMPARE(client.queued(), 0);
}

void tst_Client::publishesToNobodyWhenOff()
{
    Client client(m_clock);
    QList<CommandError::Reason> reasons;
    const auto keep = [&](const auto &result) { reasons.append(result.error().reason); };
    client.publish("a", "b", keep);
    QCOMPARE(reasons.size(), 1);
    Url nowhere;
    nowhere.scheme = Url::Scheme::Unix;
    nowhere.path = u"/nonexistent"_s;
    client.open(nowhere);
    client.publish("a", "b", keep);
    client.close();
    QCOMPARE(reasons, (QList<CommandError::Reason>(2, CommandError::Reason::NotConnected)));
}

void tst_Client::tellsEachProblemOnce()
{
    Test::FakeRedis server;
    Client client(m_clock, nullptr, quick());
    QSignalSpy problem(&client, &Client::problem);
    client.open(server.url());
    QTRY_COMPARE(client.status().state, State::Connected);
    QCOMPARE(problem.count(), 0);
    server.close();
    server.hangUp();
    QTRY_COMPARE(client.status().cause, Cause::Refused);
    const auto before = problem.count();
    QCOMPARE(problem.front().front().toString(), u"redis-lost"_s);
    QCOMPARE(problem.back().front().toString(), u"redis-refused"_s);
    QSignalSpy changed(&client, &Client::statusChanged);
    QTRY_VERIFY(changed.count() > 12);
    QVERIFY2(problem.count() <= before + 1, "attempts that fail alike are one problem");
}

void tst_Client::realServerDeliversAndCounts()
{
    NEED_REDIS(());
    Client client(m_clock);
    Listener exact;
    Listener pattern;
    client.subscribe({"news", false}, exact);
    client.subscribe({"n*", true}, pattern);
    client.open(redis.url());
    QTRY_VERIFY(exact.confirmed == 1 && pattern.confirmed == 1);
    const QByteArray odd("\0\r\n\xff*3", 7);
    qint64 receivers = -1;
    QTRY_COMPARE(client.status().state, State::Connected);
    client.publish("news", odd, [&](const auto &result) { receivers = *result; });
    QTRY_COMPARE(receivers, 2);
    QTRY_COMPARE(exact.messages, QByteArrayList{"news||" + odd});
    QTRY_COMPARE(pattern.messages, QByteArrayList{"news|n*|" + odd});
    const QByteArray large(4 * 1024 * 1024 - 64, 'x');
    client.publish("news", large);
    QTRY_COMPARE(exact.messages.size(), 2);
    QVERIFY(exact.messages.back().endsWith(large));
    client.unsubscribe({"news", false}, exact);
    client.publish("nobody", "x", [&](const auto &result) { receivers = *result; });
    QTRY_COMPARE(receivers, 1);
}

void tst_Client::realServerDiscovers()
{
    NEED_REDIS(());
    Client client(m_clock);
    Listener listener;
    client.subscribe({"beta", false}, listener);
    client.subscribe({"alpha", false}, listener);
    client.subscribe({"pattern*", true}, listener);
    client.open(redis.url());
    QTRY_COMPARE(listener.confirmed, 3);
    QTRY_COMPARE(client.status().state, State::Connected);
    std::optional<Discovery> found;
    client.discover([&](const auto &result) { found = *result; });
    QTRY_VERIFY(found);
    QCOMPARE(found->channels.size(), 2);
    QCOMPARE(found->channels[0].name, QByteArray("alpha"));
    QCOMPARE(found->channels[0].subscribers, 1);
    QVERIFY(!found->isCut);
    client.close();
    std::optional<CommandError::Reason> reason;
    client.discover([&](const auto &result) { reason = result.error().reason; });
    QCOMPARE(reason, CommandError::Reason::NotConnected);
}

void tst_Client::realServerForbidsAChannel()
{
    NEED_REDIS(());
    QCOMPARE(redis.cli({u"ACL"_s, u"SETUSER"_s, u"ann"_s, u"on"_s, u">pw"_s, u"+@all"_s,
                 u"-publish"_s, u"resetchannels"_s, u"&open*"_s}),
        u"OK"_s);
    Client client(m_clock);
    QSignalSpy problem(&client, &Client::problem);
    Listener listener;
    client.subscribe({"open1", false}, listener);
    client.subscribe({"closed", false}, listener);
    auto url = redis.url();
    url.user = "ann";
    url.password = "pw";
    client.open(url);
    QTRY_COMPARE(listener.confirmed, 1);
    QTRY_COMPARE(listener.refusals.size(), 1);
    QVERIFY(listener.refusals[0].startsWith("NOPERM"));
    QCOMPARE(problem.count(), 1);
    QCOMPARE(problem[0][1].toStringList(), (QStringList{u"ann"_s, u"SUBSCRIBE"_s}));
    QTRY_COMPARE(client.status().state, State::Connected);
    QByteArray refusal;
    client.publish("open1", "x", [&](const auto &result) { refusal = result.error().text; });
    QTRY_VERIFY(refusal.startsWith("NOPERM"));
}

void tst_Client::realServerIsKilledAndReturns()
{
    NEED_REDIS(());
    Client client(m_clock, nullptr, quick());
    Listener listener;
    for (int i = 0; i < 50; ++i) {
        client.subscribe({"c" + QByteArray::number(i), i % 2 == 0}, listener);
    }
    QSignalSpy gap(&client, &Client::gap);
    client.open(redis.url());
    QTRY_COMPARE(listener.confirmed, 50);
    QTRY_COMPARE(client.status().state, State::Connected);
    for (int round = 1; round <= 2; ++round) {
        redis.kill();
        QTRY_VERIFY(client.status().state == State::Reconnecting);
        QVERIFY(redis.start());
        QTRY_COMPARE(listener.confirmed, 50 + 50 * round);
        QTRY_COMPARE(gap.count(), round);
        QTRY_COMPARE(client.status().state, State::Connected);
        for (int i = 0; i < 50; ++i) {
            client.publish("c" + QByteArray::number(i), QByteArray::number(i));
        }
        QTRY_COMPARE(listener.messages.size(), 50 * round);
    }
}

void tst_Client::realServerIsFrozen()
{
    NEED_REDIS(());
    Client client(m_clock, nullptr, quick());
    Listener listener;
    client.subscribe({"a", false}, listener);
    QSignalSpy gap(&client, &Client::gap);
    client.open(redis.url());
    QTRY_COMPARE(listener.confirmed, 1);
    QTRY_COMPARE(client.status().state, State::Connected);
    redis.freeze();
    QTRY_VERIFY(client.status().state != State::Connected);
    redis.thaw();
    QTRY_COMPARE(gap.count(), 1);
    QTRY_COMPARE(client.status().state, State::Connected);
    client.publish("a", "again");
    QTRY_COMPARE(bodies(listener), QByteArray("again"));
}

void tst_Client::realServerCutsThePubSubConnection()
{
    NEED_REDIS(());
    Client client(m_clock, nullptr, quick());
    Listener listener;
    client.subscribe({"a", false}, listener);
    QSignalSpy gap(&client, &Client::gap);
    client.open(redis.url());
    QTRY_COMPARE(listener.confirmed, 1);
    redis.cli({u"CLIENT"_s, u"KILL"_s, u"TYPE"_s, u"pubsub"_s});
    QTRY_COMPARE(gap.count(), 1);
    QCOMPARE(listener.confirmed, 2);
    QTRY_COMPARE(client.status().state, State::Connected);
    client.publish("a", "1");
    QTRY_COMPARE(bodies(listener), QByteArray("1"));
}

void tst_Client::recordsWhatPasses()
{
    NEED_REDIS(());
    Traffic::Tap tap(m_clock);
    Traffic::TrafficRing ring(64 * 1024);
    tap.setRing(&ring);
    Client client(m_clock, &tap);
    Listener shown;

    struct Machinery final : Listener
    {
        bool isShown() const override { return false; }
    } machinery;

    client.subscribe({"a*", true}, shown);
    client.subscribe({"b", false}, machinery);
    client.open(redis.url());
    QTRY_VERIFY(shown.confirmed == 1 && machinery.confirmed == 1);
    QTRY_COMPARE(client.status().state, State::Connected);
    client.publish("b", "hidden", {}, false);
    client.publish("ab", "body");
    QTRY_COMPARE(shown.messages.size(), 1);
    QByteArrayList records;
    const auto take = [&] {
        ring.drain([&](const Traffic::Record &record) {
            records.append((record.kind == Traffic::Kind::RedisIn ? "in " : "out ")
                + record.event.toByteArray() + ' ' + record.target.toByteArray() + ' '
                + record.payload.toByteArray() + ' ' + QByteArray::number(record.count));
        });
        std::ranges::sort(records);
        return records.size();
    };
    QTRY_COMPARE(take(), 2);
    QCOMPARE(records, (QByteArrayList{"in ab a* body 0", "out ab  body 1"}));
}

QTEST_GUILESS_MAIN(tst_Client)
#include "tst_client.moc"
