// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/pythonchannel.h"

#include "shared/clusternode.h"
#include "shared/redisfixture.h"
#include "shared/socketioclient.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::SocketIo;
using namespace Qt::StringLiterals;

class tst_PythonChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEmits();
    void readsBinary();
    void ignoresTheRest_data();
    void ignoresTheRest();
    void servesRealClients();
};

void tst_PythonChannel::readsEmits()
{
    const auto message = decodePythonMessage(
        R"({"method": "emit", "event": "my event", "binary": false, "data": [{"a": 1.50}, "b"],)"
        R"( "namespace": "/chat", "room": ["r1", "r2"], "skip_sid": "abc",)"
        R"( "callback": ["sid1", "/chat", 7], "host_id": "0123"})");
    QVERIFY(message);
    QCOMPARE(message->method, PythonMessage::Method::Emit);
    QCOMPARE(message->event, QByteArray("my event"));
    QCOMPARE(message->args, QByteArray("{\"a\": 1.50},\"b\""));
    QCOMPARE(message->nsp, QByteArray("/chat"));
    QCOMPARE(message->rooms, (QByteArrayList{"r1", "r2"}));
    QCOMPARE(message->skip, QByteArrayList{"abc"});
    QCOMPARE(message->callback, (QByteArrayList{"\"sid1\"", "\"/chat\"", "7"}));
    QCOMPARE(message->hostId, QByteArray("0123"));
    const auto least
        = decodePythonMessage(R"({"method":"emit","event":"e","data":[],"room":null})");
    QVERIFY(least && least->rooms.isEmpty() && least->args.isEmpty());
    QCOMPARE(least->nsp, QByteArray("/"));
}

void tst_PythonChannel::readsBinary()
{
    const auto message = decodePythonMessage(
        R"({"method":"emit","event":"e","binary":true,"data":[[{"_placeholder":true,"num":0},1],)"
        R"("AP8="]})");
    QVERIFY(message);
    QCOMPARE(message->args, QByteArray(R"({"_placeholder":true,"num":0},1)"));
    QCOMPARE(message->attachments, QList<QByteArray>{QByteArray("\0\xff", 2)});
}

void tst_PythonChannel::ignoresTheRest_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("pickle") << QByteArray("\x80\x04\x95}");
    QTest::newRow("no JSON") << QByteArray("{'method': 'emit'}");
    QTest::newRow("no method") << QByteArray("{}");
    QTest::newRow("method unknown") << QByteArray(R"({"method":"eval"})");
    QTest::newRow("answer to a callback") << QByteArray(R"({"method":"callback","host_id":"x"})");
    QTest::newRow("no event") << QByteArray(R"({"method":"emit","data":[]})");
    QTest::newRow("bad base64") << QByteArray(
        R"({"method":"emit","event":"e","binary":true,"data":[[],"*"]})");
    QTest::newRow("binary without data")
        << QByteArray(R"({"method":"emit","event":"e","binary":true,"data":[]})");
    QTest::newRow("callback of two")
        << QByteArray(R"({"method":"emit","event":"e","data":[],"callback":["a","b"]})");
}

void tst_PythonChannel::ignoresTheRest()
{
    QFETCH(QByteArray, message);
    QVERIFY(!decodePythonMessage(message));
}

void tst_PythonChannel::servesRealClients()
{
    if (!Test::RedisFixture::isInstalled()) {
        QSKIP("redis-server is not installed");
    }
    Test::RedisFixture redis;
    QVERIFY(redis.start());
    Test::ClusterNode node(redis.url());
    PythonChannel channel(node.io, node.redis);
    Test::SocketIoClient client(node.port);
    QTRY_VERIFY(!client.id.isEmpty());
    const auto publish = [&](const QString &message) {
        return redis.cli({u"PUBLISH"_s, u"socketio"_s, message});
    };
    const auto id = QString::fromLatin1(client.id);
    QTRY_VERIFY(redis.cli({u"PUBSUB"_s, u"NUMSUB"_s, u"socketio"_s}).endsWith(u"\n1"_s));
    publish(u"{\"method\":\"enter_room\",\"sid\":\"%1\",\"room\":\"r\"}"_s.arg(id));
    QTRY_COMPARE(node.io.root().socket(Sid::fromText(client.id))->rooms(), QByteArrayList{"r"});
    publish(u"{\"method\":\"emit\",\"event\":\"e\",\"data\":[1],\"room\":\"r\"}"_s);
    QTRY_COMPARE(client.packets, QByteArrayList{"42[\"e\",1]"});
    client.packets.clear();
    publish(u"{\"method\":\"emit\",\"event\":\"disconnect\",\"data\":[]}"_s);
    QTRY_COMPARE(channel.ignored(), 1U);

    struct Ear final : Redis::Subscriber
    {
        void message(const Redis::Message &message) override
        {
            if (message.body.contains("callback\",\"host_id\"")) {
                answers.append(message.body);
            }
        }

        QByteArrayList answers;
    } ear;

    node.redis.subscribe({"socketio", false}, ear);
    client.autoAnswer = true;
    publish(u"{\"method\":\"emit\",\"event\":\"q\",\"data\":[],\"room\":\"%1\",\"host_id\":\"h\","
            u"\"callback\":[\"%1\",\"/\",3]}"_s.arg(id));
    const QByteArray answer = R"({"method":"callback","host_id":"h","sid":")" + client.id
        + R"(","namespace":"/","id":3,"args":[")" + client.id + R"("]})";
    QTRY_COMPARE(ear.answers, QByteArrayList{answer});
    node.redis.unsubscribeAll(ear);

    publish(u"{\"method\":\"close_room\",\"room\":\"r\"}"_s);
    QTRY_VERIFY(node.io.root().socket(Sid::fromText(client.id))->rooms().isEmpty());
    publish(u"{\"method\":\"disconnect\",\"sid\":\"%1\"}"_s.arg(id));
    QTRY_VERIFY(client.packets.contains("41"));
}

QTEST_GUILESS_MAIN(tst_PythonChannel)
#include "tst_pythonchannel.moc"
