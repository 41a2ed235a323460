// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/server.h"

#include "fixture.h"

using namespace Switchboard;
using namespace Switchboard::SocketIo;

class tst_Server : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void namespacesAreMadeOnce()
    {
        SocketIoFixture f;
        QByteArrayList made;
        f.io.onNewNamespace([&](Namespace &nsp) { made.append(nsp.name()); });
        Namespace &chat = f.io.of("/chat");
        QCOMPARE(&f.io.of("chat"), &chat);
        QCOMPARE(&f.io.of("/"), &f.io.root());
        QCOMPARE(f.io.find("/chat"), &chat);
        QVERIFY(!f.io.find("/nope"));
        QCOMPARE(made, QByteArrayList{"/chat"});
        QByteArrayList all;
        f.io.forEachNamespace([&](Namespace &nsp) { all.append(nsp.name()); });
        QCOMPARE(all, (QByteArrayList{"/", "/chat"}));
    }

    void shortcutsGoToTheRoot()
    {
        SocketIoFixture f;
        auto peer = f.join();
        QVERIFY(peer);
        f.socket(*peer)->join("r");
        QCOMPARE(f.io.emit("a"), 1);
        QCOMPARE(f.io.send(Args{1}), 1);
        QCOMPARE(f.io.to("r").emit("b"), 1);
        QCOMPARE(f.io.in("r").emit("c"), 1);
        QCOMPARE(f.io.except("r").emit("d"), 0);
        QCOMPARE(f.io.local().emit("e"), 1);
        QCOMPARE(f.io.asVolatile().emit("f"), 1);
        QCOMPARE(peer->settle(),
            (QByteArrayList{R"(2["a"])", R"(2["message",1])", R"(2["b"])", R"(2["c"])", R"(2["e"])",
                R"(2["f"])"}));
    }

    void clientsBySerial()
    {
        SocketIoFixture f;
        auto one = f.open();
        auto two = f.join();
        QVERIFY(one && two);
        QCOMPARE(f.io.clientCount(), 2);
        QVERIFY(!f.io.client(1)->socket("/"));
        QCOMPARE(f.io.client(2)->socket("/"), f.socket(*two));
        QVERIFY(!f.io.client(3));
        int visited = 0;
        f.io.forEachClient([&](Client &) { ++visited; });
        QCOMPARE(visited, 2);
    }

    void largePacketsDoNotKeepTheirBuffer()
    {
        SocketIoFixture f;
        auto peer = f.join();
        QVERIFY(peer);
        f.io.emit("a", Args{QString(500'000, u'x')});
        QVERIFY(peer->next().size() > 500'000);
        f.io.emit("b");
        QCOMPARE(peer->next(), R"(2["b"])");
        QVERIFY(f.io.encodeBuffer().capacity() < 100'000);
    }

    void closes()
    {
        QByteArrayList reasons;
        SocketIoFixture f;
        f.io.onConnection([&](Socket &socket) {
            socket.onDisconnect([&](Socket &, QByteArrayView reason, QByteArrayView) {
                reasons.append(reason.toByteArray());
            });
        });
        auto joined = f.join();
        auto open = f.open();
        QVERIFY(joined && open);
        f.io.close();
        QVERIFY(joined->waitForClose() && open->waitForClose());
        QCOMPARE(reasons, QByteArrayList{"server shutting down"});
        QCOMPARE(f.io.clientCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Server)

#include "tst_server.moc"
