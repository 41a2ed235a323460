// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/inmemoryadapter.h"

#include "auto/socketio/fixture.h"

using namespace Switchboard;
using namespace Switchboard::SocketIo;

class tst_InMemoryAdapter : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void joinsAndLeaves()
    {
        SocketIoFixture f;
        std::vector<std::unique_ptr<Peer>> peers;
        std::vector<Socket *> sockets;
        for (int i = 0; i < 6; ++i) {
            peers.push_back(f.join());
            QVERIFY(peers.back());
            sockets.push_back(f.socket(*peers.back()));
        }
        Adapter &adapter = f.io.root().adapter();
        // Every socket in every room, so that leaving moves others about.
        for (Socket *socket : sockets) {
            QVERIFY(adapter.addAll(*socket, {"a", "b", "c"}));
            QVERIFY(adapter.addAll(*socket, {"a"}));
        }
        adapter.del(*sockets[0], "b");
        adapter.del(*sockets[5], "b");
        adapter.del(*sockets[2], "a");
        adapter.del(*sockets[2], "nowhere");
        adapter.delAll(*sockets[1]);
        QCOMPARE(members(adapter, "a"), 4);
        QCOMPARE(members(adapter, "b"), 3);
        QCOMPARE(members(adapter, "c"), 5);
        QCOMPARE(adapter.socketRooms(*sockets[2]), (QByteArrayList{"b", "c"}));
        QVERIFY(adapter.socketRooms(*sockets[1]).isEmpty());
        for (Socket *socket : sockets) {
            adapter.delAll(*socket);
        }
        QVERIFY2(adapter.rooms().isEmpty(), "empty rooms do not stay");
    }

    void roomsAreListed()
    {
        SocketIoFixture f;
        auto one = f.join();
        auto two = f.join();
        QVERIFY(one && two);
        f.socket(*one)->join(QByteArrayList{"a", "b"});
        f.socket(*two)->join("b");
        auto rooms = f.io.root().adapter().rooms();
        std::ranges::sort(rooms);
        QCOMPARE(rooms, (QList<std::pair<QByteArray, int>>{{"a", 1}, {"b", 2}}));
    }

    void ownIdIsARoomWithoutJoining()
    {
        SocketIoFixture f;
        auto one = f.join();
        auto two = f.join();
        QVERIFY(one && two);
        QVERIFY(f.socket(*one)->join(one->sid));
        QVERIFY(f.socket(*one)->rooms().isEmpty());
        // A program may let a socket listen to another's messages, as in Node.
        QVERIFY(f.socket(*two)->join(one->sid));
        QCOMPARE(f.io.to(one->sid).emit("a"), 2);
    }

    void limits()
    {
        SocketIoFixture f([](ServerConfig &config) {
            config.limits.roomsPerSocket = 3;
            config.limits.roomsTotal = 4;
            config.limits.roomName = 5;
        });
        auto one = f.join();
        auto two = f.join();
        QVERIFY(one && two);
        Socket &first = *f.socket(*one);
        Socket &second = *f.socket(*two);
        QVERIFY(first.join(QByteArrayList{"a", "b", "12345"}));
        QVERIFY(!first.join("c"));
        QVERIFY(first.join("a"));
        QVERIFY(!second.join("123456"));
        QVERIFY(!second.join(""));
        QVERIFY(second.join("c"));
        QVERIFY(!second.join("d"));
        QVERIFY(second.join("b"));
        QCOMPARE(f.counted(Counter::RoomLimit), quint64(4));
        first.leave("a");
        QVERIFY(second.join("d"));
    }

    void socketsThatEndDuringABroadcast()
    {
        SocketIoFixture f;
        std::vector<std::unique_ptr<Peer>> peers;
        for (int i = 0; i < 5; ++i) {
            peers.push_back(f.join());
            QVERIFY(peers.back());
            f.socket(*peers.back())->join("r");
        }
        int goodbyes = 0;
        Socket &first = *f.socket(*peers[0]);
        first.onAnyOutgoing([&](Socket &, QByteArrayView event, const ArgsView &) {
            if (event != "e") {
                return;
            }
            for (const std::size_t i : {1U, 3U, 0U}) {
                if (Socket *socket = f.socket(*peers[i])) {
                    socket->disconnect(true);
                }
            }
        });
        f.socket(*peers[3])->onDisconnect([&](Socket &left, QByteArrayView, QByteArrayView) {
            goodbyes += left.nsp().to("r").emit("left", Args{1});
        });
        f.io.to("r").emit("e");
        QCOMPARE(goodbyes, 3);
        QCOMPARE(f.io.root().socketCount(), 2);
        for (const std::size_t i : {2U, 4U}) {
            QCOMPARE(peers[i]->settle(), (QByteArrayList{R"(2["left",1])", R"(2["e"])"}));
        }
        for (const std::size_t i : {0U, 1U, 3U}) {
            QVERIFY(peers[i]->waitForClose());
        }
    }

    void noOtherServers()
    {
        SocketIoFixture f;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no other server")));
        QVERIFY(!f.io.root().adapter().serverSideEmit("hello", {}));
    }

private:
    static int members(Adapter &adapter, const QByteArray &room)
    {
        return int(adapter.sockets({.rooms = {room}, .except = {}}).size());
    }
};

QTEST_GUILESS_MAIN(tst_InMemoryAdapter)

#include "tst_inmemoryadapter.moc"
