// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/bridgeport.h"

#include "redis/bridgefile.h"
#include "shared/clusternode.h"
#include "shared/redisfixture.h"
#include "shared/socketioclient.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::SocketIo;
using namespace Qt::StringLiterals;

/** Bridges between real clients and a real Redis. */
class tst_BridgePort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesBothWays();
    void watchesNewNamespacesAndRules();
    void countsWhatHasNoNamespace();

private:
    static std::vector<Redis::BridgeRule> rules(const QByteArray &bridges)
    {
        const QByteArray file = "{\"bridges\":[" + bridges + "]}";
        auto parsed = Redis::parseBridges(file);
        return parsed.ok() ? std::move(*parsed) : std::vector<Redis::BridgeRule>();
    }
};

#define NEED_REDIS()                                                                               \
    if (!Test::RedisFixture::isInstalled()) {                                                      \
        QSKIP("redis-server is not installed");                                                    \
    }                                                                                              \
    Test::RedisFixture redis;                                                                      \
    QVERIFY(redis.start());                                                                        \
    Test::ClusterNode node(redis.url());                                                           \
    node.cluster.setRole(RedisCluster::Role::Alone);                                               \
    BridgePort port(node.io, node.redis);                                                          \
    QTRY_COMPARE(node.redis.status().state, Redis::State::Connected)

void tst_BridgePort::passesBothWays()
{
    NEED_REDIS();
    port.setRules(rules(R"({"name":"in","direction":"to-clients","channel":"in:*","event":"{1}"},
        {"name":"out","direction":"to-redis","channel":"out:{event}","event":"say"},
        {"name":"both","direction":"both","channel":"board:*","event":"draw",
            "to":{"room":"{1}"}})"));
    Test::SocketIoClient client(node.port);
    QTRY_VERIFY(!client.id.isEmpty());
    node.io.root().socket(Sid::fromText(client.id))->join("7");
    QTRY_COMPARE(redis.cli({u"PUBSUB"_s, u"NUMPAT"_s}), u"2"_s);
    redis.cli({u"PUBLISH"_s, u"in:hello"_s, u"{\"a\":1}"_s});
    QTRY_COMPARE(client.packets, QByteArrayList{"42[\"hello\",{\"a\":1}]"});
    client.packets.clear();
    redis.cli({u"PUBLISH"_s, u"board:7"_s, u"[1,2]"_s});
    QTRY_COMPARE(client.packets, QByteArrayList{"42[\"draw\",[1,2]]"});
    client.packets.clear();
    redis.cli({u"PUBLISH"_s, u"board:8"_s, u"[3]"_s});

    struct Ear final : Redis::Subscriber
    {
        void message(const Redis::Message &message) override
        {
            heard.append(message.channel + ' ' + message.body);
        }

        void subscribed(const Redis::Topic &) override { isReady = true; }

        QByteArrayList heard;
        bool isReady = false;
    } ear;

    node.redis.subscribe({"*", true}, ear);
    QTRY_VERIFY(ear.isReady);
    client.sendTextMessage(u"42[\"say\",\"hi\"]"_s);
    QTRY_COMPARE(ear.heard, QByteArrayList{"out:say \"hi\""});
    client.sendTextMessage(u"42[\"draw\",5]"_s);
    QTRY_COMPARE(ear.heard.size(), 2);
    QCOMPARE(ear.heard.back(), QByteArray("board:7 5"));
    QTRY_COMPARE(port.bridges().counters()[2].loopsStopped, 1U);
    QCOMPARE(client.packets, QByteArrayList());
    node.redis.unsubscribeAll(ear);
}

void tst_BridgePort::watchesNewNamespacesAndRules()
{
    NEED_REDIS();
    Test::SocketIoClient client(node.port);
    QTRY_VERIFY(!client.id.isEmpty());
    QCOMPARE(node.redis.topicCount(), 0);
    port.setRules(rules(R"({"name":"a","direction":"both","channel":"c","event":"e"})"));
    QCOMPARE(node.redis.topicCount(), 1);
    client.sendTextMessage(u"42[\"e\",1]"_s);
    QTRY_COMPARE(port.bridges().counters()[0].sent, 1U);
    node.io.of("/new");
    port.setRules(rules(
        R"({"name":"b","direction":"to-redis","channel":"c","event":"e","namespace":"/new"})"));
    QCOMPARE(node.redis.topicCount(), 0);
    client.sendTextMessage(u"40/new,"_s);
    client.sendTextMessage(u"42/new,[\"e\",1]"_s);
    QTRY_COMPARE(port.bridges().counters()[0].sent, 1U);
}

void tst_BridgePort::countsWhatHasNoNamespace()
{
    NEED_REDIS();
    port.setRules(rules(
        R"({"name":"a","direction":"to-clients","channel":"*","event":"e","namespace":"/{1}"})"));
    QTRY_COMPARE(redis.cli({u"PUBSUB"_s, u"NUMPAT"_s}), u"1"_s);
    redis.cli({u"PUBLISH"_s, u"nowhere"_s, u"1"_s});
    QTRY_COMPARE(port.bridges().counters()[0].errors, 1U);
    QVERIFY(node.io.find("/nowhere") == nullptr);
}

QTEST_GUILESS_MAIN(tst_BridgePort)
#include "tst_bridgeport.moc"
