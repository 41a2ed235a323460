// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/redisadapter.h"

#include "adapters/msgpack.h"
#include "shared/clusternode.h"
#include "shared/redisfixture.h"
#include "shared/socketioclient.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::SocketIo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/** Two servers of ours in one cluster, and strangers on the same Redis. */
class tst_RedisAdapter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void broadcastsToAllServers();
    void leavesOutTheSender();
    void carriesBinaryAndNamespaces();
    void keepsLocalWhatIsLocal();
    void collectsAcksOfAllServers();
    void fetchesSocketsOfAllServers();
    void movesAndDisconnectsSocketsEverywhere();
    void emitsToServers();
    void waitsNoLongerThanItsTime();
    void answersOldRequests();
    void disobeysWhenToldTo();
    void survivesStrangers();
    void leavesTheCluster();
    void worksWithoutRedis();

private:
    void publish(const QByteArray &channel, const QByteArray &message);

    std::unique_ptr<Test::RedisFixture> m_redis;
    std::unique_ptr<Test::ClusterNode> m_a;
    std::unique_ptr<Test::ClusterNode> m_b;
    std::unique_ptr<Test::SocketIoClient> m_one; // of a
    std::unique_ptr<Test::SocketIoClient> m_two; // of b
    std::unique_ptr<Redis::Client> m_stranger;
    SystemClock m_clock;
};

void tst_RedisAdapter::initTestCase()
{
    if (!Test::RedisFixture::isInstalled()) {
        QSKIP("redis-server is not installed");
    }
    m_redis = std::make_unique<Test::RedisFixture>();
    QVERIFY(m_redis->start());
}

void tst_RedisAdapter::init()
{
    m_a = std::make_unique<Test::ClusterNode>(m_redis->url());
    m_b = std::make_unique<Test::ClusterNode>(m_redis->url());
    m_stranger = std::make_unique<Redis::Client>(m_clock);
    m_stranger->open(m_redis->url());
    m_one = std::make_unique<Test::SocketIoClient>(m_a->port);
    m_two = std::make_unique<Test::SocketIoClient>(m_b->port);
    QTRY_VERIFY(!m_one->id.isEmpty() && !m_two->id.isEmpty());
    QTRY_VERIFY(m_stranger->status().state == Redis::State::Connected);
    QTRY_COMPARE(m_redis->cli({u"PUBSUB"_s, u"NUMSUB"_s, u"socket.io-request#/#"_s}),
        u"socket.io-request#/#\n2"_s);
}

void tst_RedisAdapter::cleanup()
{
    m_one.reset();
    m_two.reset();
    m_a.reset();
    m_b.reset();
    m_stranger.reset();
}

void tst_RedisAdapter::publish(const QByteArray &channel, const QByteArray &message)
{
    m_stranger->publish(channel, message);
}

void tst_RedisAdapter::broadcastsToAllServers()
{
    m_a->io.emit("hello", Args{1});
    QTRY_COMPARE(m_one->packets, QByteArrayList{"42[\"hello\",1]"});
    QTRY_COMPARE(m_two->packets, QByteArrayList{"42[\"hello\",1]"});
    m_b->io.of("/").socket(Sid::fromText(m_two->id))->join("room");
    m_a->io.to("room").emit("in");
    m_a->io.to("other").emit("out");
    m_a->io.to("room").to(m_two->id).emit("once");
    m_a->io.to(m_two->id).emit("direct");
    m_a->io.except("room").emit("except");
    m_a->io.emit("end");
    QTRY_COMPARE(m_two->packets.back(), QByteArray("42[\"end\"]"));
    QCOMPARE(m_two->packets.mid(1),
        (QByteArrayList{"42[\"in\"]", "42[\"once\"]", "42[\"direct\"]", "42[\"end\"]"}));
    QCOMPARE(m_one->packets.mid(1), (QByteArrayList{"42[\"except\"]", "42[\"end\"]"}));
}

void tst_RedisAdapter::leavesOutTheSender()
{
    Socket *self = m_a->io.root().socket(Sid::fromText(m_one->id));
    self->broadcast().emit("others");
    QTRY_COMPARE(m_two->packets, QByteArrayList{"42[\"others\"]"});
    m_b->io.emit("end");
    QTRY_COMPARE(m_one->packets, QByteArrayList{"42[\"end\"]"});
}

void tst_RedisAdapter::carriesBinaryAndNamespaces()
{
    m_a->io.emit("bin", Args{Binary{QByteArray("\0\xff", 2)}, "text"});
    QTRY_COMPARE(m_two->packets,
        (QByteArrayList{
            R"(451-["bin",{"_placeholder":true,"num":0},"text"])", QByteArray("bin:\0\xff", 6)}));
    m_b->io.of("/odd[*]?");
    m_a->io.of("/odd[*]?").emit("elsewhere");
    m_a->io.emit("end");
    QTRY_COMPARE(m_two->packets.size(), 3);
}

void tst_RedisAdapter::keepsLocalWhatIsLocal()
{
    m_a->io.local().emit("here");
    m_a->io.emit("end");
    QTRY_COMPARE(m_one->packets, (QByteArrayList{"42[\"here\"]", "42[\"end\"]"}));
    QTRY_COMPARE(m_two->packets, QByteArrayList{"42[\"end\"]"});
}

void tst_RedisAdapter::collectsAcksOfAllServers()
{
    m_one->autoAnswer = true;
    m_two->autoAnswer = true;
    QByteArrayList answers;
    bool done = false;
    m_a->io.timeout(5s).emitWithAck("ask", {}, [&](const QList<BroadcastReply> &replies) {
        for (const BroadcastReply &reply : replies) {
            answers.append(reply.json);
        }
        done = true;
    });
    QTRY_VERIFY(done);
    std::ranges::sort(answers);
    QByteArrayList expected{'"' + m_one->id + '"', '"' + m_two->id + '"'};
    std::ranges::sort(expected);
    QCOMPARE(answers, expected);
}

void tst_RedisAdapter::fetchesSocketsOfAllServers()
{
    Socket *two = m_b->io.root().socket(Sid::fromText(m_two->id));
    two->join("r");
    two->setData(R"({"name":"Bo"})");
    std::optional<QList<SocketInfo>> found;
    m_a->io.root().fetchSockets([&](const QList<SocketInfo> &sockets) { found = sockets; });
    QTRY_VERIFY(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(0).id.toByteArray(), m_one->id);
    QVERIFY(found->at(0).client != 0);
    QCOMPARE(found->at(1).id.toByteArray(), m_two->id);
    QCOMPARE(found->at(1).client, 0U);
    QCOMPARE(found->at(1).rooms, QByteArrayList{"r"});
    QCOMPARE(found->at(1).data, QByteArray(R"({"name":"Bo"})"));
}

void tst_RedisAdapter::movesAndDisconnectsSocketsEverywhere()
{
    const auto roomsOfTwo
        = [&] { return m_b->io.root().socket(Sid::fromText(m_two->id))->rooms(); };
    m_a->io.root().socketsJoin({"x", "y"});
    QTRY_COMPARE(roomsOfTwo(), (QByteArrayList{"x", "y"}));
    QCOMPARE(m_a->io.root().socket(Sid::fromText(m_one->id))->rooms(), (QByteArrayList{"x", "y"}));
    m_a->io.in("x").socketsLeave({"y"});
    QTRY_COMPARE(roomsOfTwo(), QByteArrayList{"x"});
    m_a->io.except(m_one->id).disconnectSockets(true);
    QTRY_COMPARE(m_two->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_one->state(), QAbstractSocket::ConnectedState);
}

void tst_RedisAdapter::emitsToServers()
{
    QByteArrayList heard;
    m_b->cluster.onServerSideEvent([&](Namespace &nsp, QByteArrayView event, QByteArrayView args,
                                       const std::function<void(QByteArray)> &answer) {
        heard.append(nsp.name() + ' ' + event.toByteArray() + ' ' + args.toByteArray()
            + (answer ? " ?" : ""));
        if (answer) {
            answer("42");
        }
    });
    QVERIFY(m_a->io.root().adapter().serverSideEmit("sync", Args{1, "b"}));
    QTRY_COMPARE(heard, QByteArrayList{"/ sync 1,\"b\""});

    struct Ear final : Redis::Subscriber
    {
        void message(const Redis::Message &message) override { bodies.append(message.body); }

        void subscribed(const Redis::Topic &) override { isReady = true; }

        QByteArrayList bodies;
        bool isReady = false;
    } ear;

    m_stranger->subscribe({"socket.io-response#/#", false}, ear);
    QTRY_VERIFY(ear.isReady);
    publish("socket.io-request#/#", R"({"uid":"x","requestId":"id1","type":6,"data":["q"]})");
    QTRY_COMPARE(ear.bodies, QByteArrayList{R"({"requestId":"id1","type":6,"data":42})"});
    m_stranger->unsubscribeAll(ear);
}

void tst_RedisAdapter::waitsNoLongerThanItsTime()
{
    // Counted as a server by Redis, and silent.
    struct Mute final : Redis::Subscriber
    {
        void message(const Redis::Message &) override { }

        void subscribed(const Redis::Topic &) override { isReady = true; }

        bool isReady = false;
    } mute;

    m_stranger->subscribe({"socket.io-request#/#", false}, mute);
    QTRY_VERIFY(mute.isReady);
    m_one->autoAnswer = true; // two does not
    std::optional<QList<BroadcastReply>> replies;
    m_a->io.timeout(300ms).emitWithAck(
        "ask", {}, [&](const QList<BroadcastReply> &all) { replies = all; });
    QTRY_VERIFY(replies);
    QCOMPARE(replies->size(), 2);
    QCOMPARE(std::ranges::count_if(*replies, &BroadcastReply::answered), 1);
    m_stranger->unsubscribeAll(mute);
}

void tst_RedisAdapter::answersOldRequests()
{
    struct Ear final : Redis::Subscriber
    {
        void message(const Redis::Message &message) override { bodies.append(message.body); }

        void subscribed(const Redis::Topic &) override { isReady = true; }

        QByteArrayList bodies;
        bool isReady = false;
    } ear;

    m_stranger->subscribe({"socket.io-response#/#", false}, ear);
    QTRY_VERIFY(ear.isReady);
    const auto ask = [&](const QByteArray &request) {
        ear.bodies.clear();
        publish("socket.io-request#/#", request);
    };
    ask(R"({"uid":"x","requestId":"i","type":0,"rooms":[]})");
    QTRY_COMPARE(ear.bodies.size(), 2);
    QVERIFY(ear.bodies.contains(R"({"requestId":"i","sockets":[")" + m_two->id + R"("]})"));
    ask(R"({"uid":"x","requestId":"i","type":2,"sid":")" + m_two->id + R"(","room":"old"})");
    QTRY_COMPARE(ear.bodies, QByteArrayList{R"({"requestId":"i"})"});
    ask(R"({"uid":"x","requestId":"i","type":1})");
    QTRY_COMPARE(ear.bodies.size(), 2);
    QVERIFY(ear.bodies.contains(R"({"requestId":"i","rooms":["old",")" + m_two->id + R"("]})"));
    ask(R"({"uid":"x","requestId":"i","type":3,"sid":")" + m_two->id + R"(","room":"old"})");
    QTRY_COMPARE(ear.bodies.size(), 1);
    QVERIFY(m_b->io.root().socket(Sid::fromText(m_two->id))->rooms().isEmpty());
    ask(R"({"uid":"x","requestId":"i","type":5,"opts":{"rooms":[],"except":[]}})");
    QTRY_COMPARE(ear.bodies.size(), 2);
    for (const QByteArray &body : ear.bodies) {
        QVERIFY2(body.contains(R"("handshake":{"headers":{)"), body.constData());
        QVERIFY2(body.contains(R"("query":{"EIO":"4","transport":"websocket"})"), body.constData());
    }
    ask(R"({"uid":"x","requestId":"i","type":4,"sid":")" + m_two->id + R"(","close":true})");
    QTRY_COMPARE(m_two->state(), QAbstractSocket::UnconnectedState);
    m_stranger->unsubscribeAll(ear);
}

void tst_RedisAdapter::disobeysWhenToldTo()
{
    Test::ClusterNode stubborn(m_redis->url(), {.obeyRemote = false});
    Test::SocketIoClient client(stubborn.port);
    QTRY_VERIFY(!client.id.isEmpty());
    QTRY_VERIFY(stubborn.redis.status().state == Redis::State::Connected);
    const auto request = R"({"type":4,"opts":{"rooms":[],"except":[]},"close":true})";
    QTRY_VERIFY((publish("socket.io-request#/#", request), stubborn.cluster.ignored() > 0));
    QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
}

/** T07: forged and fuzzed messages of whoever can publish. */
void tst_RedisAdapter::survivesStrangers()
{
    const QByteArrayList seeds{
        Cluster::encodeBroadcast("zzzzzz", "/", {{"a"}, {"b"}}, "hi", {"1,{\"a\":[1.5]}", {}}, {}),
        Cluster::encodeBroadcastRequest("zzzzzz", "id", "/", {}, "e", {"1", {}}, {}, 1s),
        Cluster::encodeMove("zzzzzz", Cluster::RequestType::Join, {{"a"}, {"b"}}, {"x"}),
        Cluster::encodeBroadcastAck("id", "[1]", {}), QByteArray(100'000, '\x91'),
        QByteArray("\x80\x04\x95pickle"), "{\"type\":6,\"requestId\":\"x\",\"data\":[1]}"};
    const QByteArrayList channels{"socket.io#/#", "socket.io#/#a#", "socket.io-request#/#",
        "socket.io-response#/#", "socket.io-response#/#" + m_a->cluster.uid() + '#'};
    quint32 random = 1;
    for (int i = 0; i < 10'000; ++i) {
        random = random * 1'664'525 + 1'013'904'223;
        QByteArray message = seeds[random % static_cast<quint32>(seeds.size())];
        if (i % 3 != 0) {
            message[(random >> 8) % static_cast<quint32>(message.size())]
                = static_cast<char>(random >> 24);
        }
        publish(channels[i % channels.size()], message);
        if (i % 100 == 0) {
            QCoreApplication::processEvents();
        }
    }
    publish("socket.io#/#",
        Cluster::encodeBroadcast("zzzzzz", "/", {}, "disconnect", {}, {})); // reserved
    QTRY_VERIFY(m_stranger->queued() == 0);
    QTRY_VERIFY(m_a->cluster.ignored() > 0 && m_b->cluster.ignored() > 0);
    m_a->io.emit("alive");
    QTRY_VERIFY(m_one->packets.contains("42[\"alive\"]"));
    QTRY_VERIFY(m_two->packets.contains("42[\"alive\"]"));
    QVERIFY(!m_two->packets.contains("42[\"disconnect\"]"));
}

void tst_RedisAdapter::leavesTheCluster()
{
    m_b->cluster.setRole(RedisCluster::Role::Emitter);
    QTRY_COMPARE(m_redis->cli({u"PUBSUB"_s, u"NUMSUB"_s, u"socket.io-request#/#"_s}),
        u"socket.io-request#/#\n1"_s);
    m_b->io.emit("told");
    QTRY_COMPARE(m_one->packets, QByteArrayList{"42[\"told\"]"});
    m_b->cluster.setRole(RedisCluster::Role::Alone);
    m_b->io.emit("kept");
    m_a->io.emit("unheard");
    QTRY_COMPARE(m_one->packets.size(), 2);
    QCOMPARE(m_one->packets.back(), QByteArray("42[\"unheard\"]"));
    QTRY_COMPARE(m_two->packets, (QByteArrayList{"42[\"told\"]", "42[\"kept\"]"}));
}

void tst_RedisAdapter::worksWithoutRedis()
{
    m_redis->kill();
    QTRY_VERIFY(m_a->redis.status().state != Redis::State::Connected);
    m_one->autoAnswer = true;
    std::optional<QList<BroadcastReply>> replies;
    m_a->io.timeout(5s).emitWithAck(
        "ask", {}, [&](const QList<BroadcastReply> &all) { replies = all; });
    QTRY_VERIFY(replies);
    QCOMPARE(replies->size(), 1);
    std::optional<QList<SocketInfo>> found;
    m_a->io.root().fetchSockets([&](const QList<SocketInfo> &sockets) { found = sockets; });
    QTRY_VERIFY(found);
    QCOMPARE(found->size(), 1);
    QVERIFY(m_redis->start());
    QTRY_COMPARE(m_redis->cli({u"PUBSUB"_s, u"NUMSUB"_s, u"socket.io-request#/#"_s}),
        u"socket.io-request#/#\n2"_s);
    m_b->io.emit("back");
    QTRY_VERIFY(m_one->packets.contains("42[\"back\"]"));
}

QTEST_GUILESS_MAIN(tst_RedisAdapter)
#include "tst_redisadapter.moc"
