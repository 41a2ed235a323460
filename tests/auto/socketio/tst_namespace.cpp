// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/namespace.h"

#include "fixture.h"

using namespace std::chrono_literals;
using namespace Switchboard;
using namespace Switchboard::SocketIo;

class tst_Namespace : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void middlewaresRunInOrder()
    {
        SocketIoFixture f;
        QByteArray order;
        f.io.use([&](Socket &socket, const Next &next) {
            order += socket.isConnected() ? '!' : '1';
            next();
        });
        f.io.use([&](Socket &, const Next &next) {
            order += '2';
            next();
        });
        f.io.onConnection([&](Socket &socket) { order += socket.isConnected() ? 'c' : '!'; });
        QVERIFY(f.join());
        QCOMPARE(order, "12c");
    }

    void middlewareRefuses()
    {
        SocketIoFixture f;
        int connections = 0;
        f.io.use([](Socket &socket, const Next &next) {
            if (socket.auth().isEmpty()) {
                next({"not \"authorized\"", R"({"code":401})"});
            } else {
                next();
            }
        });
        f.io.onConnection([&](Socket &) { ++connections; });
        auto peer = f.open();
        QVERIFY(peer);
        peer->send("0");
        QCOMPARE(peer->next(), "4{\"message\":\"not \\\"authorized\\\"\",\"data\":{\"code\":401}}");
        QCOMPARE(connections, 0);
        QVERIFY2(f.enter(*peer, "/", R"({"token":1})"), "the same connection may try again");
        QCOMPARE(connections, 1);
    }

    void middlewareDecidesLater()
    {
        SocketIoFixture f;
        QList<Next> held;
        f.io.use([&](Socket &, const Next &next) { held.append(next); });
        auto peer = f.open();
        QVERIFY(peer);
        peer->send("0");
        QTRY_COMPARE(held.size(), 1);
        QCOMPARE(f.io.root().socketCount(), 0);
        f.pass(60s);
        QVERIFY2(peer->isOpen(), "a client that is held is not timed out");
        held[0]();
        QVERIFY(peer->next().startsWith("0{\"sid\":\""));
        held[0]();
        held[0]({"no", {}});
        QVERIFY2(peer->settle().isEmpty(), "only the first call counts");
        QCOMPARE(f.io.root().socketCount(), 1);
    }

    void clientLeavesDuringMiddleware()
    {
        SocketIoFixture f;
        QList<Next> held;
        int connections = 0;
        f.io.use([&](Socket &, const Next &next) { held.append(next); });
        f.io.onConnection([&](Socket &) { ++connections; });
        constexpr int count = 20;
        for (int i = 0; i < count; ++i) {
            auto peer = f.open();
            QVERIFY(peer);
            peer->send("0");
            QTRY_COMPARE(held.size(), i + 1);
            peer->abort();
        }
        QTRY_COMPARE(f.io.clientCount(), 0);
        for (const Next &next : held) {
            next();
            next({"no", {}});
        }
        QCOMPARE(connections, 0);
        QCOMPARE(f.io.root().socketCount(), 0);
    }

    void packetsDuringMiddleware_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::newRow("event") << QByteArray(R"(2["a"])");
        QTest::newRow("second connect") << QByteArray("0");
        QTest::newRow("disconnect") << QByteArray("1");
    }

    void packetsDuringMiddleware()
    {
        QFETCH(QByteArray, packet);
        SocketIoFixture f;
        QList<Next> held;
        f.io.use([&](Socket &, const Next &next) { held.append(next); });
        auto peer = f.open();
        QVERIFY(peer);
        peer->send("0");
        QTRY_COMPARE(held.size(), 1);
        peer->send(packet);
        QVERIFY(peer->waitForClose());
        held[0]();
        QCOMPARE(f.io.root().socketCount(), 0);
    }

    void socketsByIdAndCount()
    {
        SocketIoFixture f;
        std::vector<std::unique_ptr<Peer>> peers;
        for (int i = 0; i < 5; ++i) {
            peers.push_back(f.join());
            QVERIFY(peers.back());
        }
        QCOMPARE(f.io.root().socketCount(), 5);
        peers[1]->send("1");
        peers[3]->abort();
        QTRY_COMPARE(f.io.root().socketCount(), 3);
        for (const int gone : {1, 3}) {
            QVERIFY(!f.socket(*peers[static_cast<std::size_t>(gone)]));
        }
        for (const int here : {0, 2, 4}) {
            Socket *socket = f.socket(*peers[static_cast<std::size_t>(here)]);
            QVERIFY(socket);
            QCOMPARE(socket->id().toByteArray(), peers[static_cast<std::size_t>(here)]->sid);
        }
        QCOMPARE(f.io.emit("a"), 3);
    }

    void roomEvents()
    {
        QByteArrayList log;
        SocketIoFixture f;
        f.io.root().onRoomEvent([&](const RoomEvent &event) {
            static constexpr const char *names[]{"created ", "joined ", "left ", "deleted "};
            log.append(names[static_cast<int>(event.kind)] + event.room.toByteArray());
        });
        auto one = f.join();
        auto two = f.join();
        QVERIFY(one && two);
        f.socket(*one)->join("r");
        f.socket(*two)->join("r");
        f.socket(*one)->join("r");
        f.socket(*one)->leave("r");
        f.socket(*one)->leave("r");
        two->abort();
        QTRY_COMPARE(f.io.root().socketCount(), 1);
        QCOMPARE(log,
            (QByteArrayList{"created r", "joined r", "joined r", "left r", "left r", "deleted r"}));
    }

    void ackIdsAreSharedByAllSockets()
    {
        SocketIoFixture f;
        auto one = f.join();
        auto two = f.join();
        QVERIFY(one && two);
        const auto ignore = [](const AckReply &) {};
        f.socket(*one)->emit("a", {}, ignore);
        f.socket(*two)->emit("a", {}, ignore);
        f.io.timeout(1s).emitWithAck("a", {}, {});
        QCOMPARE(one->next(), R"(20["a"])");
        QCOMPARE(two->next(), R"(21["a"])");
        QCOMPARE(one->next(), R"(22["a"])");
        QCOMPARE(two->next(), R"(22["a"])");
    }
};

QTEST_GUILESS_MAIN(tst_Namespace)

#include "tst_namespace.moc"
