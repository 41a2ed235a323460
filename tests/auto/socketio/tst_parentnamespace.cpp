// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/parentnamespace.h"

#include "fixture.h"

using namespace Switchboard;
using namespace Switchboard::SocketIo;

class tst_ParentNamespace : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void childrenByPattern()
    {
        SocketIoFixture f;
        QByteArrayList log;
        ParentNamespace &parent = f.io.of(QRegularExpression(QStringLiteral("/room-\\d+")));
        parent.use([&](Socket &socket, const Next &next) {
            log.append("use " + socket.nsp().name());
            next();
        });
        parent.onConnection(
            [&](Socket &socket) { log.append("connection " + socket.nsp().name()); });
        parent.on("hi", [](Socket &, const Event &event) { event.ack(Args{"hello"}); });
        f.io.onNewNamespace([&](Namespace &nsp) { log.append("new " + nsp.name()); });

        auto peer = f.join();
        QVERIFY(peer && f.enter(*peer, "/room-1") && f.enter(*peer, "/room-22"));
        QCOMPARE(log,
            (QByteArrayList{"new /room-1", "use /room-1", "connection /room-1", "new /room-22",
                "use /room-22", "connection /room-22"}));
        peer->send(R"(2/room-1,4["hi"])");
        QCOMPARE(peer->next(), R"(3/room-1,4["hello"])");
        QCOMPARE(parent.children().size(), std::size_t(2));

        QCOMPARE(parent.emit("all", Args{1}), 2);
        QCOMPARE(peer->next(), R"(2/room-1,["all",1])");
        QCOMPARE(peer->next(), R"(2/room-22,["all",1])");
        QCOMPARE(parent.emit("disconnect"), -1);

        for (const char *name : {"/room-", "/room-1x", "/x/room-1"}) {
            peer->send(QByteArray("0") + name + ',');
            QCOMPARE(peer->next(), QByteArray("4") + name + R"(,{"message":"Invalid namespace"})");
        }
    }

    void childrenByFunction()
    {
        SocketIoFixture f;
        f.io.of([](QByteArrayView name, QByteArrayView auth) {
            return name == "/secret" && auth == R"({"key":1})";
        });
        auto peer = f.open();
        QVERIFY(peer);
        peer->send("0/secret,");
        QCOMPARE(peer->next(), R"(4/secret,{"message":"Invalid namespace"})");
        QVERIFY(f.enter(*peer, "/secret", R"({"key":1})"));
    }

    void anyNamespace()
    {
        SocketIoFixture f([](ServerConfig &config) { config.acceptAnyNamespace = true; });
        QByteArray special;
        f.io.of(QRegularExpression(QStringLiteral("/s.*"))).onConnection([&](Socket &socket) {
            special = socket.nsp().name();
        });
        auto peer = f.open();
        QVERIFY(peer && f.enter(*peer, "/whatever*[]?") && f.enter(*peer, "/special"));
        QCOMPARE(special, "/special");
        QVERIFY2(!f.io.find("/whatever*[]?")->sockets().empty(),
            "others match first, this one takes the rest");
        const QByteArray name = '/' + QByteArray(300, 'x');
        peer->send('0' + name + ',');
        QCOMPARE(peer->next(), '4' + name + R"(,{"message":"Invalid namespace"})");
        QCOMPARE(f.counted(Counter::NamespaceLimit), quint64(1));
    }

    void emptyOnesAreFreedWhenAskedFor()
    {
        SocketIoFixture f([](ServerConfig &config) { config.cleanupEmptyChildNamespaces = true; });
        ParentNamespace &parent = f.io.of(QRegularExpression(QStringLiteral("/r.*")));
        auto peer = f.join();
        QVERIFY(peer && f.enter(*peer, "/r1") && f.enter(*peer, "/r2"));
        f.io.of("/r2"); // named by the program, so it may hold the reference
        peer->send("1/r1,");
        peer->send("1/r2,");
        peer->settle();
        QVERIFY(!f.io.find("/r1"));
        QVERIFY(f.io.find("/r2"));
        QCOMPARE(parent.children().size(), std::size_t(1));
        QVERIFY(f.enter(*peer, "/r1"));
    }

    void emptyOnesAreFreedWhenThereAreTooMany()
    {
        SocketIoFixture f([](ServerConfig &config) {
            config.acceptAnyNamespace = true;
            config.limits.dynamicNamespaces = 3;
        });
        auto peer = f.join();
        QVERIFY(peer);
        for (int i = 0; i < 10; ++i) {
            const QByteArray name = "/n" + QByteArray::number(i);
            QVERIFY(f.enter(*peer, name));
            peer->send('1' + name + ',');
        }
        int count = 0;
        f.io.forEachNamespace([&](Namespace &) { ++count; });
        QVERIFY(count <= 4);
        QVERIFY(f.enter(*peer, "/a") && f.enter(*peer, "/b") && f.enter(*peer, "/c"));
        peer->send("0/d,");
        QCOMPARE(peer->next(), R"(4/d,{"message":"Invalid namespace"})");
        QCOMPARE(f.counted(Counter::NamespaceLimit), quint64(1));
    }

    void refusedClientsLeaveNoChild()
    {
        SocketIoFixture f([](ServerConfig &config) { config.cleanupEmptyChildNamespaces = true; });
        f.io.of(QRegularExpression(QStringLiteral("/r.*"))).use([](Socket &, const Next &next) {
            next({"no", {}});
        });
        auto peer = f.join();
        QVERIFY(peer);
        peer->send("0/r1,");
        QCOMPARE(peer->next(), R"(4/r1,{"message":"no"})");
        QVERIFY(!f.io.find("/r1"));
    }
};

QTEST_GUILESS_MAIN(tst_ParentNamespace)

#include "tst_parentnamespace.moc"
