// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/clustermessage.h"

#include "adapters/msgpack.h"
#include "core/jsonscanner.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::SocketIo;
using namespace Switchboard::SocketIo::Cluster;

namespace {

QByteArray pack(const QByteArray &json)
{
    QByteArray bytes;
    packJson(bytes, json);
    return bytes;
}

QByteArray unpack(const QByteArray &bytes)
{
    const auto unpacked = unpackMsgpack(bytes);
    return unpacked.ok() ? unpacked->json : QByteArray("broken");
}

} // namespace

class tst_ClusterMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesBroadcastsAsNodeDoes();
    void readsBroadcasts();
    void readsTheEmitter();
    void ignoresWhatIsNoBroadcast_data();
    void ignoresWhatIsNoBroadcast();
    void knowsItsOwn();
    void writesRequestsAsNodeDoes();
    void readsRequests();
    void readsAcksOfBroadcasts();
    void ignoresWhatIsNoRequest_data();
    void ignoresWhatIsNoRequest();
    void readsResponses();
    void writesResponsesAsNodeDoes();
    void survivesFuzz();
};

void tst_ClusterMessage::writesBroadcastsAsNodeDoes()
{
    const ArgsView args{"1,\"two\"", {}};
    QCOMPARE(unpack(encodeBroadcast("VrH2JS", "/", {}, "hi", args, {})),
        QByteArray(R"(["VrH2JS",{"type":2,"data":["hi",1,"two"],"nsp":"/"},)"
                   R"({"rooms":[],"except":[],"flags":{}}])"));
    EmitFlags flags;
    flags.isVolatile = true;
    flags.compress = false;
    const QList<QByteArray> attachments{"bytes"};
    const ArgsView binary{R"({"_placeholder":true,"num":0})", attachments};
    const auto message = encodeBroadcast("u", "/n", {{"a", "b"}, {"c"}}, "e", binary, flags);
    QCOMPARE(unpack(message),
        QByteArray(R"(["u",{"type":2,"data":["e",{"_placeholder":true,"num":0}],"nsp":"/n"},)"
                   R"({"rooms":["a","b"],"except":["c"],"flags":{"volatile":true,)"
                   R"("compress":false}}])"));
    QVERIFY(message.contains("\xc4\x05"
                             "bytes"));
}

void tst_ClusterMessage::readsBroadcasts()
{
    EmitFlags flags;
    flags.isVolatile = true;
    const QList<QByteArray> attachments{"x", "y"};
    const ArgsView args{
        R"([{"_placeholder":true,"num":1}],{"_placeholder":true,"num":0},2)", attachments};
    const auto read
        = decodeBroadcast(encodeBroadcast("abc", "/chat", {{"r"}, {"e"}}, "ev\"ent", args, flags));
    QVERIFY(read);
    QCOMPARE(read->uid, QByteArray("abc"));
    QCOMPARE(read->emit.nsp, QByteArray("/chat"));
    QCOMPARE(read->emit.event, QByteArray("ev\"ent"));
    QCOMPARE(read->emit.args,
        QByteArray(R"([{"_placeholder":true,"num":0}],{"_placeholder":true,"num":1},2)"));
    QCOMPARE(read->emit.attachments, (QList<QByteArray>{"y", "x"}));
    QCOMPARE(read->emit.target.rooms, QByteArrayList{"r"});
    QCOMPARE(read->emit.target.except, QByteArrayList{"e"});
    QVERIFY(read->emit.flags.isVolatile && read->emit.flags.compress);
}

void tst_ClusterMessage::readsTheEmitter()
{
    const auto read = decodeBroadcast(
        pack(R"(["emitter",{"type":2,"data":["hi"]},{"rooms":[5,"x"],"flags":{},"except":[]}])"));
    QVERIFY(read);
    QCOMPARE(read->emit.nsp, QByteArray("/")); // as Node takes a missing one
    QCOMPARE(read->emit.args, QByteArray());
    QCOMPARE(read->emit.target.rooms, (QByteArrayList{"5", "x"}));
}

void tst_ClusterMessage::ignoresWhatIsNoBroadcast_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("pickle") << QByteArray("\x80\x04\x95");
    QTest::newRow("a number") << pack("1");
    QTest::newRow("a map") << pack("{}");
    QTest::newRow("too short") << pack(R"(["u",{"type":2,"data":["e"]}])");
    QTest::newRow("uid is no text") << pack(R"([1,{"type":2,"data":["e"]},{}])");
    QTest::newRow("packet is no map") << pack(R"(["u",[],{}])");
    QTest::newRow("no data") << pack(R"(["u",{"type":2},{}])");
    QTest::newRow("empty data") << pack(R"(["u",{"type":2,"data":[]},{}])");
    QTest::newRow("event is a number") << pack(R"(["u",{"type":2,"data":[1]},{}])");
    QTest::newRow("packet is an ack") << pack(R"(["u",{"type":3,"data":["e"]},{}])");
    QTest::newRow("packet is a disconnect") << pack(R"(["u",{"type":1,"data":["e"]},{}])");
    QTest::newRow("trailing bytes") << pack(R"(["u",{"type":2,"data":["e"]},{}])") + "x";
}

void tst_ClusterMessage::ignoresWhatIsNoBroadcast()
{
    QFETCH(QByteArray, message);
    QVERIFY(!decodeBroadcast(message));
}

void tst_ClusterMessage::knowsItsOwn()
{
    const auto message = encodeBroadcast("VrH2JS", "/", {}, "hi", {}, {});
    QVERIFY(isFrom("VrH2JS", message));
    QVERIFY(!isFrom("VrH2JT", message));
    QVERIFY(!isFrom("VrH2J", message));
    QVERIFY(!isFrom("VrH2JS", message.first(5)));
    QVERIFY(!isFrom("", ""));
}

void tst_ClusterMessage::writesRequestsAsNodeDoes()
{
    const Target target{{"a"}, {"b"}};
    QCOMPARE(encodeFetch("u", "id", target),
        QByteArray(R"({"uid":"u","type":5,"requestId":"id",)"
                   R"("opts":{"rooms":["a"],"except":["b"]}})"));
    QCOMPARE(encodeMove("u", RequestType::Join, target, {"x", "y"}),
        QByteArray(R"({"uid":"u","type":2,"opts":{"rooms":["a"],"except":["b"]},)"
                   R"("rooms":["x","y"]})"));
    QCOMPARE(encodeDisconnect("u", {}, true),
        QByteArray(R"({"uid":"u","type":4,"opts":{"rooms":[],"except":[]},"close":true})"));
    QCOMPARE(
        encodeServerSideEmit("u", "e", {}), QByteArray(R"({"uid":"u","type":6,"data":["e"]})"));
    const QList<QByteArray> attachments{QByteArray("\x01\xff")};
    QCOMPARE(encodeServerSideEmit("u", "e", {R"(1,{"_placeholder":true,"num":0})", attachments}),
        QByteArray(R"({"uid":"u","type":6,"data":["e",1,{"type":"Buffer","data":[1,255]}]})"));
    QCOMPARE(unpack(encodeBroadcastRequest(
                 "u", "id", "/", target, "e", {"1", {}}, {}, std::chrono::milliseconds(500))),
        QByteArray(R"({"uid":"u","requestId":"id","type":7,)"
                   R"("packet":{"type":2,"data":["e",1],"nsp":"/"},)"
                   R"("opts":{"rooms":["a"],"except":["b"],"flags":{"timeout":500}}})"));
}

void tst_ClusterMessage::readsRequests()
{
    const auto move = decodeRequest(encodeMove("u", RequestType::Leave, {{"a"}, {}}, {"x"}));
    QCOMPARE(move->type, RequestType::Leave);
    QCOMPARE(move->target->rooms, QByteArrayList{"a"});
    QCOMPARE(move->rooms, QByteArrayList{"x"});
    const auto older = decodeRequest(R"({"type":2,"requestId":"i","sid":"s","room":"r"})");
    QVERIFY(older && !older->target);
    QCOMPARE(older->sid, QByteArray("s"));
    QCOMPARE(older->rooms, QByteArrayList{"r"});
    const auto close = decodeRequest(R"({"type":4,"opts":{"rooms":[],"except":[]},"close":true})");
    QVERIFY(close && close->close && close->uid.isEmpty()); // the emitter has no uid here
    const auto event = decodeRequest(R"({"uid":"u","type":6,"data":["e",1]})");
    QCOMPARE(event->data, QByteArray(R"(["e",1])"));
}

void tst_ClusterMessage::readsAcksOfBroadcasts()
{
    const auto request = decodeRequest(encodeBroadcastRequest(
        "u", "id", "/", {}, "e", {"1", {}}, {}, std::chrono::milliseconds(500)));
    QVERIFY(request && request->emit);
    QCOMPARE(request->emit->event, QByteArray("e"));
    QCOMPARE(request->emit->timeout.count(), 500);
    QVERIFY(!decodeRequest(pack(R"({"type":7,"packet":{"type":2,"data":[]},"opts":{}})")));
}

void tst_ClusterMessage::ignoresWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("broken JSON") << QByteArray("{\"type\":2");
    QTest::newRow("JSON in bad UTF-8") << QByteArray("{\"type\":2,\"uid\":\"\xff\"}");
    QTest::newRow("no type") << QByteArray("{}");
    QTest::newRow("type is text") << QByteArray("{\"type\":\"2\"}");
    QTest::newRow("type unknown") << QByteArray("{\"type\":10}");
    QTest::newRow("an answer's type") << QByteArray("{\"type\":8}");
    QTest::newRow("negative type") << QByteArray("{\"type\":-1}");
    QTest::newRow("deep") << QByteArray("{\"type\":2,\"a\":") + QByteArray(100, '[')
            + QByteArray(100, ']') + '}';
}

void tst_ClusterMessage::ignoresWhatIsNoRequest()
{
    QFETCH(QByteArray, message);
    QVERIFY(!decodeRequest(message));
    QVERIFY(!decodeResponse(message));
}

void tst_ClusterMessage::readsResponses()
{
    const auto fetched = decodeResponse(
        R"({"requestId":"i","sockets":[{"id":"aaaaaaaaaaaaaaaaaaaa","handshake":{},)"
        R"("rooms":["aaaaaaaaaaaaaaaaaaaa","r"],"data":{"n":1}},{"id":"short"},7]})");
    QVERIFY(fetched && fetched->sockets);
    QCOMPARE(fetched->sockets->size(), 1);
    QCOMPARE(fetched->sockets->front().rooms, QByteArrayList{"r"});
    QCOMPARE(fetched->sockets->front().data, QByteArray("{\"n\":1}"));
    QCOMPARE(decodeResponse(R"({"requestId":"i","type":8,"clientCount":3})")->clientCount, 3);
    QCOMPARE(decodeResponse(R"({"requestId":"i","type":8,"clientCount":-3})")->clientCount, 0);
    QCOMPARE(decodeResponse(R"({"requestId":"i","type":8,"clientCount":999999999})")->clientCount,
        100'000);
    const auto ack = decodeResponse(pack(R"({"type":9,"requestId":"i","packet":{"a":1}})"));
    QCOMPARE(ack->packet, QByteArray("{\"a\":1}"));
    QVERIFY(!decodeResponse(R"({"type":8})"));
}

void tst_ClusterMessage::writesResponsesAsNodeDoes()
{
    QCOMPARE(encodeDone("i"), QByteArray(R"({"requestId":"i"})"));
    QCOMPARE(encodeNames("i", "rooms", {"a", "b\""}),
        QByteArray(R"({"requestId":"i","rooms":["a","b\""]})"));
    QCOMPARE(
        encodeSockets("i", {"{}", "{}"}), QByteArray(R"({"requestId":"i","sockets":[{},{}]})"));
    QCOMPARE(
        encodeClientCount("i", 2), QByteArray(R"({"requestId":"i","type":8,"clientCount":2})"));
    QCOMPARE(unpack(encodeBroadcastAck("i", "[1]", {})),
        QByteArray(R"({"requestId":"i","type":9,"packet":[1]})"));
    QCOMPARE(unpack(encodeBroadcastAck("i", "", {})), QByteArray(R"({"requestId":"i","type":9})"));
    QCOMPARE(encodeServerSideAck("i", "1"), QByteArray(R"({"requestId":"i","type":6,"data":1})"));
}

/** Each byte of good messages changed in several ways: nothing crashes, what is read is whole. */
void tst_ClusterMessage::survivesFuzz()
{
    const QByteArrayList seeds{
        encodeBroadcast("VrH2JS", "/", {{"a"}, {"b"}}, "hi", {"1,{\"a\":[1.5,null]}", {}}, {}),
        encodeBroadcastRequest("u", "id", "/", {}, "e", {"1", {}}, {}, std::chrono::seconds(1)),
        encodeMove("u", RequestType::Join, {{"a"}, {"b"}}, {"x"}),
        encodeBroadcastAck("i", "[1]", {})};
    int readable = 0;
    for (const QByteArray &seed : seeds) {
        for (qsizetype i = 0; i < seed.size(); ++i) {
            for (const int change : {1, 0x10, 0x80, 0xFF}) {
                QByteArray message = seed;
                message[i] = static_cast<char>(message[i] ^ change);
                if (const auto broadcast = decodeBroadcast(message)) {
                    QVERIFY(!Json::check(QByteArray('[' + broadcast->emit.args + ']')));
                    ++readable;
                }
                readable += decodeRequest(message) ? 1 : 0;
                readable += decodeResponse(message) ? 1 : 0;
            }
        }
    }
    QVERIFY(readable > 0);
}

QTEST_APPLESS_MAIN(tst_ClusterMessage)
#include "tst_clustermessage.moc"
