// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/socket.h"

#include "fixture.h"

using namespace std::chrono_literals;
using namespace Switchboard;
using namespace Switchboard::SocketIo;

class tst_Socket : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void readsLikeJavaScript()
    {
        SocketIoFixture f;
        f.io.of("/chat").onConnection([](Socket &socket) {
            socket.join("room");
            socket.on("msg", [](Socket &sender, const Event &event) {
                sender.to("room").emit("msg", event.args());
                event.ack(Args{"ok", event.text(0).size()});
            });
        });
        auto ada = f.join("/chat");
        auto bob = f.join("/chat");
        QVERIFY(ada && bob);
        ada->send(R"(2/chat,5["msg","hello",{"b":1,"a":2}])");
        QCOMPARE(ada->next(), R"(3/chat,5["ok",5])");
        QCOMPARE(bob->next(), R"(2/chat,["msg","hello",{"b":1,"a":2}])");
    }

    void handshake()
    {
        SocketIoFixture f;
        auto peer = f.join("/", R"({"token":"t"})");
        QVERIFY(peer);
        const Handshake handshake = f.socket(*peer)->handshake();
        QCOMPARE(handshake.auth, R"({"token":"t"})");
        QCOMPARE(handshake.address, "127.0.0.1");
        QCOMPARE(handshake.query("EIO"), "4");
        QCOMPARE(handshake.query("who"), "me");
        QVERIFY(handshake.url.startsWith("/socket.io/?"));
        QVERIFY(handshake.headers.contains("host"));
        QVERIFY(!handshake.secure);
        QCOMPARE(handshake.issued, f.clock.wall());
        QCOMPARE(
            handshake.time(), "Thu Jan 01 1970 01:00:00 GMT+0000 (Coordinated Universal Time)");
    }

    void listeners()
    {
        SocketIoFixture f;
        QByteArrayList calls;
        const auto note = [&calls](const char *what) {
            return [&calls, what](Socket &, const Event &event) {
                calls.append(what + (' ' + event.name().toByteArray()));
            };
        };
        auto peer = f.join();
        QVERIFY(peer);
        Socket &socket = *f.socket(*peer);
        socket.on("a", note("first"));
        const ListenerId second = socket.on("a", note("second"));
        const ListenerId any = socket.onAny(note("any"));
        socket.prependAny(note("before"));
        f.io.on("a", note("namespace"));
        peer->send(R"(2["a"])");
        peer->send(R"(2["b"])");
        peer->settle();
        QCOMPARE(calls,
            (QByteArrayList{"before a", "any a", "first a", "second a", "namespace a", "before b",
                "any b", "before settle", "any settle"}));
        calls.clear();
        socket.off(second);
        socket.offAny(any);
        peer->send(R"(2["a"])");
        peer->settle();
        QCOMPARE(calls, (QByteArrayList{"before a", "first a", "namespace a", "before settle"}));
        calls.clear();
        socket.off("a");
        socket.offAny();
        peer->send(R"(2["a"])");
        peer->settle();
        QCOMPARE(calls, QByteArrayList{"namespace a"});
    }

    void middlewareRefusesAnEvent()
    {
        SocketIoFixture f;
        QByteArrayList calls;
        f.io.on("a", [&](Socket &, const Event &) { calls.append("handled"); });
        auto peer = f.join();
        QVERIFY(peer);
        Socket &socket = *f.socket(*peer);
        socket.use([](Socket &, const Event &event) -> std::optional<QByteArray> {
            return event.count() > 0 ? std::optional<QByteArray>("no arguments, please")
                                     : std::nullopt;
        });
        socket.onError(
            [&](Socket &, QByteArrayView message) { calls.append(message.toByteArray()); });
        peer->send(R"(2["a",1])");
        peer->send(R"(2["a"])");
        QVERIFY2(peer->settle().isEmpty(), "the client is not told");
        QCOMPARE(calls, (QByteArrayList{"no arguments, please", "handled"}));
    }

    void outgoingListeners()
    {
        SocketIoFixture f;
        QByteArrayList seen;
        auto peer = f.join();
        QVERIFY(peer);
        Socket &socket = *f.socket(*peer);
        const ListenerId id
            = socket.onAnyOutgoing([&](Socket &, QByteArrayView event, const ArgsView &args) {
                  seen.append(event.toByteArray() + ' ' + args.json.toByteArray());
              });
        socket.emit("direct", Args{1});
        f.io.emit("broadcast", Args{2});
        peer->settle(); // answers by an ack, which is not reported
        QCOMPARE(seen, (QByteArrayList{"direct 1", "broadcast 2"}));
        socket.offAnyOutgoing(id);
        socket.emit("direct");
        QCOMPARE(seen.size(), 2);
    }

    void emits()
    {
        SocketIoFixture f;
        auto peer = f.join();
        QVERIFY(peer);
        Socket &socket = *f.socket(*peer);
        QVERIFY(socket.emit("a", Args{QStringLiteral("x"), 1.5, Binary{"bytes"}}));
        QCOMPARE(peer->next(), R"(51-["a","x",1.5,{"_placeholder":true,"num":0}])");
        QCOMPARE(peer->next(), "b:bytes");
        QVERIFY(socket.send(Args{"hello"}));
        QCOMPARE(peer->next(), R"(2["message","hello"])");
        QVERIFY(socket.compress(false).emit("b"));
        QCOMPARE(peer->next(), R"(2["b"])");
        QVERIFY(socket.asVolatile().emit("v"));
        QCOMPARE(peer->next(), R"(2["v"])");
    }

    void refusesWhatClientsWouldNotTake()
    {
        SocketIoFixture f;
        auto peer = f.join();
        QVERIFY(peer);
        Socket &socket = *f.socket(*peer);
        QVERIFY(!socket.emit("disconnect"));
        QVERIFY(!socket.emit("connect_error", Args{1}));
        Args eleven;
        for (int i = 0; i < 11; ++i) {
            eleven.append(Binary{"x"});
        }
        QVERIFY(!socket.emit("a", eleven));
        const Args forged{Binary{"x"}, RawJson{R"({"_placeholder":true,"num":0})"}};
        QVERIFY(!socket.emit("a", forged));
        QCOMPARE(f.io.emit("disconnecting"), -1);
        QCOMPARE(f.io.emit("a", eleven), -1);
        QVERIFY(peer->settle().isEmpty());
    }

    void acksFromTheClient()
    {
        QByteArrayList replies;
        SocketIoFixture f;
        auto peer = f.join();
        QVERIFY(peer);
        Socket &socket = *f.socket(*peer);
        const auto note = [&](const AckReply &reply) {
            replies.append(reply.answered()                        ? reply.args.json.toByteArray()
                    : reply.outcome == AckReply::Outcome::TimedOut ? QByteArray("timed out")
                                                                   : QByteArray("disconnected"));
        };
        QVERIFY(socket.emit("a", {}, note));
        QCOMPARE(peer->next(), R"(20["a"])");
        QVERIFY(socket.timeout(1s).emit("b", {}, note));
        QCOMPARE(peer->next(), R"(21["b"])");
        peer->send(R"(30["yes",2])");
        peer->send(R"(30["again"])");
        peer->send("399[]");
        peer->send("39007199254740993[]");
        QVERIFY2(peer->settle().isEmpty(), "acks nobody waits for are ignored");
        QCOMPARE(replies, QByteArrayList{R"("yes",2)"});
        f.pass(1100ms);
        QCOMPARE(replies.last(), "timed out");
        peer->send(R"(31["late"])");
        peer->settle();
        QCOMPARE(replies.size(), 2);

        QVERIFY(socket.emit("c", {}, note));
        QCOMPARE(peer->next(), R"(22["c"])");
        peer->send(R"(61-2[{"_placeholder":true,"num":0}])");
        peer->sendBinary("bytes");
        peer->settle();
        QCOMPARE(replies.last(), R"({"_placeholder":true,"num":0})");

        QVERIFY(socket.emit("d", {}, note));
        peer->abort();
        QTRY_COMPARE(replies.last(), "disconnected");
    }

    void ackLimit()
    {
        int answered = 0;
        SocketIoFixture f([](ServerConfig &config) { config.limits.acksPerSocket = 3; });
        auto peer = f.join();
        QVERIFY(peer);
        Socket &socket = *f.socket(*peer);
        const auto count = [&](const AckReply &) { ++answered; };
        for (int i = 0; i < 3; ++i) {
            QVERIFY(socket.emit("a", {}, count));
        }
        QVERIFY(!socket.emit("a", {}, count));
        QCOMPARE(f.counted(Counter::AckLimit), quint64(1));
        f.pass(31s); // L34: without a timeout of their own they wait 30 s
        QCOMPARE(answered, 3);
        QVERIFY(socket.emit("a", {}, count));
    }

    void acksToTheClientGoOnce()
    {
        SocketIoFixture f;
        QList<bool> sent;
        Ack kept;
        f.io.on("twice", [&](Socket &, const Event &event) {
            sent.append(event.ack(Args{1}));
            sent.append(event.ack(Args{2}));
        });
        f.io.on("unasked", [&](Socket &, const Event &event) { sent.append(event.ack()); });
        f.io.on("later", [&](Socket &, const Event &event) {
            kept = event.deferAck();
            sent.append(event.ack());
        });
        auto peer = f.join();
        QVERIFY(peer);
        peer->send(R"(27["twice"])");
        peer->send(R"(2["unasked"])");
        peer->send(R"(28["later"])");
        QCOMPARE(peer->settle(), QByteArrayList{"37[1]"});
        QCOMPARE(sent, (QList<bool>{true, false, false, false}));
        QVERIFY(kept.send(Args{"now", Binary{"b"}}));
        QVERIFY(!kept.send());
        QCOMPARE(peer->next(), R"(61-8["now",{"_placeholder":true,"num":0}])");
        QCOMPARE(peer->next(), "b:b");
    }

    void answeringOneWhoHasLeft()
    {
        SocketIoFixture f;
        Ack kept;
        f.io.on("later", [&](Socket &, const Event &event) { kept = event.deferAck(); });
        auto peer = f.join();
        QVERIFY(peer);
        peer->send(R"(28["later"])");
        peer->settle();
        peer->abort();
        QTRY_COMPARE(f.io.clientCount(), 0);
        QVERIFY(!kept.send(Args{1}));
    }

    void disconnects()
    {
        QByteArrayList log;
        SocketIoFixture f;
        f.io.of("/a");
        const auto watch = [&](Socket &socket) {
            socket.join("room");
            socket.onDisconnecting([&](Socket &leaving, QByteArrayView reason, QByteArrayView) {
                log.append(
                    "disconnecting " + reason.toByteArray() + ' ' + leaving.rooms().join(','));
            });
            socket.onDisconnect([&](Socket &left, QByteArrayView reason, QByteArrayView) {
                log.append("disconnect " + reason.toByteArray() + ' ' + left.rooms().join(',')
                    + (left.isConnected() ? "!" : "") + left.handshake().address);
            });
        };
        f.io.onConnection(watch);
        f.io.of("/a").onConnection(watch);

        auto peer = f.join();
        QVERIFY(peer && f.enter(*peer, "/a"));
        f.socket(*peer, "/a")->disconnect();
        QCOMPARE(peer->next(), "1/a,");
        QCOMPARE(log,
            (QByteArrayList{"disconnecting server namespace disconnect room",
                "disconnect server namespace disconnect 127.0.0.1"}));
        QVERIFY2(peer->settle().isEmpty(), "the connection goes on");

        log.clear();
        peer->send("1");
        QTRY_COMPARE(log.size(), 2);
        QCOMPARE(log[0], "disconnecting client namespace disconnect room");

        log.clear();
        QVERIFY(f.enter(*peer, "/"));
        f.socket(*peer)->disconnect(true);
        QCOMPARE(peer->next(), "1");
        QVERIFY(peer->waitForClose());
        QCOMPARE(log[0], "disconnecting server namespace disconnect room");
        QCOMPARE(f.io.clientCount(), 0);

        log.clear();
        auto other = f.join();
        QVERIFY(other);
        other->abort();
        QTRY_COMPARE(log.size(), 2);
        QVERIFY(log[0].startsWith("disconnecting transport "));

        log.clear();
        auto last = f.join();
        QVERIFY(last);
        f.io.close();
        QCOMPARE(log.value(0), "disconnecting server shutting down room");
        QVERIFY(last->waitForClose());
    }

    void afterTheEndNothingHappens()
    {
        SocketIoFixture f;
        QByteArrayList log;
        f.io.on("end", [&](Socket &socket, const Event &event) {
            socket.disconnect(true);
            log.append(socket.isConnected() ? "connected" : "gone");
            log.append(socket.emit("x") ? "sent" : "not sent");
            log.append(event.ack() ? "acked" : "not acked");
            log.append(socket.join("r") ? "joined" : "not joined");
            socket.leave("r");
            socket.disconnect();
            socket.inject("end", {});
            log.append(event.name().toByteArray() + event.args().json.toByteArray());
        });
        f.io.on("end", [&](Socket &, const Event &) { log.append("second handler"); });
        auto peer = f.join();
        QVERIFY(peer);
        peer->send(R"(23["end","argument"])");
        QVERIFY(peer->waitForClose());
        QCOMPARE(log,
            (QByteArrayList{"gone", "not sent", "not acked", "not joined", R"(end"argument")",
                "second handler"}));
    }

    void handlersMayEndAnything()
    {
        int ended = 0;
        SocketIoFixture f;
        f.io.of("/a");
        const auto endEverything = [&](Socket &socket, QByteArrayView, QByteArrayView) {
            ++ended;
            socket.disconnect(true);
            f.io.close();
        };
        const auto watch = [&](Socket &socket) {
            socket.onDisconnecting(endEverything);
            socket.onDisconnect(endEverything);
        };
        f.io.onConnection(watch);
        f.io.of("/a").onConnection(watch);
        auto one = f.join();
        auto two = f.join();
        QVERIFY(one && two && f.enter(*one, "/a") && f.enter(*two, "/a"));
        one->send("1/a,");
        QVERIFY(one->waitForClose() && two->waitForClose());
        QCOMPARE(ended, 8);
        QCOMPARE(f.io.clientCount(), 0);
        QCOMPARE(f.io.root().socketCount(), 0);
    }

    void disconnectingWhileConnecting()
    {
        SocketIoFixture f;
        int reached = 0;
        f.io.onConnection([](Socket &socket) { socket.disconnect(true); });
        f.io.onConnection([&](Socket &socket) { reached += socket.emit("x") ? 100 : 1; });
        auto peer = f.open();
        QVERIFY(peer);
        peer->send("0");
        QVERIFY(peer->next().startsWith("0{"));
        QCOMPARE(peer->next(), "1");
        QVERIFY(peer->waitForClose());
        QCOMPARE(reached, 1);
    }

    void data()
    {
        SocketIoFixture f;
        auto peer = f.join();
        QVERIFY(peer);
        f.socket(*peer)->setData(R"({"name":"Ada"})");
        QByteArray seen;
        f.io.root().fetchSockets(
            [&](const QList<SocketInfo> &sockets) { seen = sockets.value(0).data; });
        QCOMPARE(seen, R"({"name":"Ada"})");
    }

    void injects()
    {
        SocketIoFixture f;
        QByteArray got;
        f.io.on("a", [&](Socket &, const Event &event) {
            got = event.args().json.toByteArray() + event.args().attachments[0];
        });
        auto peer = f.join();
        QVERIFY(peer);
        f.record();
        f.socket(*peer)->inject("a", Args{1, Binary{"b"}});
        QCOMPARE(got, R"(1,{"_placeholder":true,"num":0}b)");
        QCOMPARE(f.records(),
            QByteArrayList{R"(0 / c1 n0 f17 #-1 a >< 1,{"_placeholder":true,"num":0})"});
        got.clear();
        f.socket(*peer)->inject("disconnect", {});
        QVERIFY(got.isEmpty() && f.records().isEmpty());
    }

    void records()
    {
        SocketIoFixture f;
        f.record();
        f.io.on("a", [](Socket &socket, const Event &event) {
            event.ack(Args{"ok"});
            socket.join("r");
            socket.emit("b", Args{2});
            socket.leave("r");
        });
        auto peer = f.join();
        QVERIFY(peer);
        peer->send(R"(25["a",1])");
        QCOMPARE(peer->next(), R"(35["ok"])");
        QCOMPARE(peer->next(), R"(2["b",2])");
        peer->send("1");
        QTRY_COMPARE(f.io.root().socketCount(), 0);
        QCOMPARE(f.records(),
            (QByteArrayList{
                "4 / c1 n0 f0 #-1  >" + peer->sid + "< {\"sid\":\"" + peer->sid + "\"}",
                "0 / c1 n0 f2 #5 a >< 1",
                R"(3 / c1 n0 f0 #5  >< "ok")",
                "6 / c1 n0 f0 #-1  >r< ",
                "1 / c1 n1 f0 #-1 b >@" + peer->sid + "< 2",
                "7 / c1 n0 f0 #-1  >r< ",
                "5 / c1 n0 f0 #-1  >< client namespace disconnect",
            }));
        QCOMPARE(f.tap.totals.eventsIn, quint64(1));
        QCOMPARE(f.tap.totals.eventsOut, quint64(1));
        QCOMPARE(f.tap.totals.emits, quint64(1));
    }
};

QTEST_GUILESS_MAIN(tst_Socket)

#include "tst_socket.moc"
