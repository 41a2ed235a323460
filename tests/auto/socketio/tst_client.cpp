// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/client.h"

#include "fixture.h"

using namespace std::chrono_literals;
using namespace Switchboard;
using namespace Switchboard::SocketIo;

class tst_Client : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void joins()
    {
        SocketIoFixture f;
        auto peer = f.open();
        QVERIFY(peer);
        QVERIFY(f.enter(*peer, "/"));
        Socket *socket = f.socket(*peer);
        QVERIFY(socket);
        QVERIFY(socket->isConnected());
        QVERIFY2(socket->id() != f.io.client(socket->client())->session().sid(),
            "the id that everybody may see is not the secret one of the session");
    }

    void severalNamespacesShareOneConnection()
    {
        SocketIoFixture f;
        f.io.of("/a");
        f.io.of("/b");
        auto peer = f.join();
        QVERIFY(peer);
        QVERIFY(f.enter(*peer, "/a"));
        QVERIFY(f.enter(*peer, "/b"));
        QCOMPARE(f.io.clientCount(), 1);
        int count = 0;
        f.io.client(1)->forEachSocket([&](Socket &) { ++count; });
        QCOMPARE(count, 3);

        peer->send("1/a,");
        QVERIFY(peer->settle().isEmpty());
        QCOMPARE(f.io.find("/a")->socketCount(), 0);
        QCOMPARE(f.io.find("/b")->socketCount(), 1);
        QVERIFY(f.enter(*peer, "/a"));
    }

    void commaMayBeMissing()
    {
        SocketIoFixture f;
        f.io.of("/custom");
        auto peer = f.open();
        QVERIFY(peer);
        peer->send("0/custom");
        QVERIFY(peer->next().startsWith("0/custom,{\"sid\":\""));
        peer->send("1/custom");
        QTRY_COMPARE(f.io.find("/custom")->socketCount(), 0);
    }

    void unknownNamespace()
    {
        SocketIoFixture f;
        f.record();
        auto peer = f.join();
        QVERIFY(peer);
        peer->send("0/nope,");
        QCOMPARE(peer->next(), R"(4/nope,{"message":"Invalid namespace"})");
        QVERIFY2(peer->settle().isEmpty(), "the other namespace goes on");
        QVERIFY(f.records().contains("8 /nope c1 n0 f0 #-1 connect_error >< Invalid namespace"));
    }

    /** Each of these ends the connection, and no handler hears of it. */
    void violations_data()
    {
        QTest::addColumn<QByteArrayList>("packets");
        const auto row = [](const char *name, const QByteArrayList &packets) {
            QTest::newRow(name) << packets;
        };
        row("event before connect", {R"(2["a"])"});
        row("ack before connect", {"31[]"});
        row("disconnect before connect", {"1"});
        row("binary event before connect", {R"(51-["a",{"_placeholder":true,"num":0}])"});
        row("connect twice", {"0", "0"});
        row("event for another namespace", {"0", R"(2/b,["a"])"});
        row("client refuses the server", {"0", R"(4{"message":"no"})"});
        row("unknown type", {"0", "7"});
        row("empty message", {"0", ""});
        row("broken JSON", {"0", R"(2["a")"});
        row("reserved name", {"0", R"(2["disconnect"])"});
        row("binary without packet", {"0", "b:x"});
        row("text while binary is due",
            {"0", R"(51-["a",{"_placeholder":true,"num":0}])", R"(2["a"])"});
        row("another binary packet while binary is due",
            {"0", R"(51-["a",{"_placeholder":true,"num":0}])",
                R"(51-["a",{"_placeholder":true,"num":0}])"});
        row("one attachment too many",
            {"0", R"(51-["settle",{"_placeholder":true,"num":0}])", "b:x", "b:y"});
        row("no attachments announced", {"0", R"(50-["a"])"});
        row("eleven attachments", {"0", R"(511-["a"])"});
        row("illegal placeholder", {"0", R"(51-["a",{"_placeholder":true,"num":1}])"});
        row("connect with array", {"0[]"});
        row("disconnect with payload", {"0", "1{}"});
    }

    void violations()
    {
        QFETCH(QByteArrayList, packets);
        QByteArrayList events;
        QByteArray reason;
        SocketIoFixture f;
        f.io.on("a",
            [&](Socket &, const Event &event) { events.append(event.args().json.toByteArray()); });
        f.io.onConnection([&](Socket &socket) {
            socket.onDisconnect(
                [&](Socket &, QByteArrayView why, QByteArrayView) { reason = why.toByteArray(); });
        });
        auto bystander = f.join();
        QVERIFY(bystander);
        auto peer = f.open();
        QVERIFY(peer);
        for (const QByteArray &packet : packets) {
            if (packet.startsWith("b:")) {
                peer->sendBinary(packet.sliced(2));
            } else {
                peer->send(packet);
            }
        }
        QVERIFY(peer->waitForClose());
        QVERIFY(events.isEmpty());
        QCOMPARE(f.counted(Counter::PacketRefused), quint64(1));
        QTRY_COMPARE(f.io.clientCount(), 1);
        if (packets.first() == "0") {
            QCOMPARE(reason, "forced close");
        }
        QVERIFY2(bystander->settle().isEmpty(), "others notice nothing");
    }

    void violationIsRecorded()
    {
        SocketIoFixture f;
        auto peer = f.join();
        QVERIFY(peer);
        f.record();
        peer->send(R"(2/b,["a"])");
        QVERIFY(peer->waitForClose());
        QCOMPARE(f.records(),
            (QByteArrayList{"8 /b c1 n0 f0 #-1 not in this namespace >< forced close",
                "5 / c1 n0 f0 #-1  >< forced close"}));
    }

    void binaryPackets()
    {
        SocketIoFixture f;
        QList<QByteArray> got;
        f.io.on("bin", [&](Socket &, const Event &event) {
            for (const QByteArray &attachment : event.args().attachments) {
                got.append(attachment);
            }
            event.ack(event.args());
        });
        auto peer = f.join();
        QVERIFY(peer);
        peer->send(
            R"(52-5["bin",{"_placeholder":true,"num":1},{"x":{"_placeholder":true,"num":0}}])");
        peer->sendBinary("zero");
        peer->sendBinary(QByteArray("o\0e", 3));
        QCOMPARE(peer->next(),
            R"(62-5[{"_placeholder":true,"num":1},{"x":{"_placeholder":true,"num":0}}])");
        QCOMPARE(peer->next(), "b:zero");
        QCOMPARE(peer->next(), QByteArray("b:o\0e", 5));
        QCOMPARE(got, (QList<QByteArray>{"zero", QByteArray("o\0e", 3)}));
        QVERIFY2(peer->settle().isEmpty(), "the packet is done with");
    }

    void attachmentsHaveADeadline()
    {
        SocketIoFixture f;
        auto peer = f.join();
        QVERIFY(peer);
        peer->send(R"(52-["bin",{"_placeholder":true,"num":1}])");
        peer->sendBinary("zero");
        QTRY_VERIFY(f.io.client(1)->session().counters().messagesIn >= 3);
        f.pass(29s);
        QCOMPARE(f.io.clientCount(), 1);
        f.pass(2s);
        QVERIFY(peer->waitForClose());
        QCOMPARE(f.counted(Counter::PacketRefused), quint64(1));
    }

    void attachmentsHaveASize()
    {
        SocketIoFixture f([](ServerConfig &config) { config.maxHttpBufferSize = 1000; });
        auto peer = f.join();
        QVERIFY(peer);
        peer->send(R"(56-["bin"])");
        for (int i = 0; i < 5; ++i) {
            peer->sendBinary(QByteArray(900, 'x'));
        }
        QVERIFY(peer->waitForClose());
        QCOMPARE(f.counted(Counter::PacketRefused), quint64(1));
    }

    void joiningHasADeadline()
    {
        SocketIoFixture f;
        auto late = f.open();
        auto member = f.join();
        QVERIFY(late && member);
        f.pass(44s);
        QCOMPARE(f.io.clientCount(), 2);
        f.pass(2s);
        QVERIFY(late->waitForClose());
        QCOMPARE(f.counted(Counter::ConnectTimeout), quint64(1));
        QVERIFY(member->settle().isEmpty());
    }

    void refusedClientsHaveADeadlineToo()
    {
        SocketIoFixture f;
        f.io.use([](Socket &, const Next &next) { next({"no", {}}); });
        auto peer = f.open();
        QVERIFY(peer);
        peer->send("0");
        QCOMPARE(peer->next(), R"(4{"message":"no"})");
        QVERIFY(peer->isOpen());
        f.pass(46s);
        QVERIFY(peer->waitForClose());
    }

    void leavingEverythingStartsTheDeadlineAgain()
    {
        SocketIoFixture f;
        auto peer = f.join();
        QVERIFY(peer);
        f.pass(100s);
        peer->send("1");
        QTRY_COMPARE(f.io.root().socketCount(), 0);
        f.pass(44s);
        QVERIFY(peer->isOpen());
        f.pass(2s);
        QVERIFY(peer->waitForClose());
    }

    void tooManyNamespaces()
    {
        SocketIoFixture f([](ServerConfig &config) {
            config.limits.namespacesPerClient = 2;
            config.acceptAnyNamespace = true;
        });
        auto peer = f.join();
        QVERIFY(peer);
        QVERIFY(f.enter(*peer, "/a"));
        peer->send("0/b,");
        QCOMPARE(peer->next(), R"(4/b,{"message":"Too many namespaces"})");
        QCOMPARE(f.counted(Counter::NamespaceLimit), quint64(1));
        QVERIFY(peer->settle().isEmpty());
    }

    void authTooLarge()
    {
        SocketIoFixture f;
        auto peer = f.open();
        QVERIFY(peer);
        peer->send("0{\"t\":\"" + QByteArray(17'000, 'x') + "\"}");
        QCOMPARE(peer->next(), R"(4{"message":"Auth payload too large"})");
        QCOMPARE(f.counted(Counter::AuthTooLarge), quint64(1));
        QVERIFY(f.enter(*peer, "/", R"({"t":"small"})"));
        QCOMPARE(f.socket(*peer)->auth(), R"({"t":"small"})");
    }
};

QTEST_GUILESS_MAIN(tst_Client)

#include "tst_client.moc"
