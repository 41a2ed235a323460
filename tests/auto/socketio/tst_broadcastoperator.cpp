// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/broadcastoperator.h"

#include "fixture.h"

using namespace std::chrono_literals;
using namespace Switchboard;
using namespace Switchboard::SocketIo;

/** Four clients; a and b are in room one, b and c in room two, d in none. */
class tst_BroadcastOperator : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_server = std::make_unique<SocketIoFixture>();
        m_peers.clear();
        for (int i = 0; i < 4; ++i) {
            m_peers.push_back(m_server->join());
            QVERIFY(m_peers.back());
        }
        socket(0).join("one");
        socket(1).join(QByteArrayList{"one", "two"});
        socket(2).join("two");
    }

    void cleanup()
    {
        m_peers.clear();
        m_server.reset();
    }

    void targets_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QByteArray>("receivers");
        QTest::addColumn<QByteArray>("target");
        const auto row
            = [](const char *name, int which, const char *receivers, const char *target) {
                  QTest::newRow(name) << which << QByteArray(receivers) << QByteArray(target);
              };
        row("everyone", 0, "abcd", "");
        row("room", 1, "ab", "one");
        row("two rooms, one copy", 2, "abc", "one|two");
        row("room and socket id", 3, "abd", "one|@d");
        row("except room", 4, "cd", "!one");
        row("room except room", 5, "a", "one|!two");
        row("except socket id", 6, "abc", "!@d");
        row("unknown room", 7, "", "none");
        row("socket.broadcast", 8, "bcd", "!@a");
        row("socket.to leaves the sender out", 9, "b", "one|!@a");
        row("socket.except", 10, "d", "!two|!@a");
        row("own id", 11, "a", "@a");
        row("everyone but everyone", 12, "", "!one|!two|!@d");
        row("in, list of rooms", 13, "abc", "one|two");
    }

    void targets()
    {
        QFETCH(int, which);
        QFETCH(QByteArray, receivers);
        QFETCH(QByteArray, target);
        m_server->record();
        const int count = operatorFor(which).emit("e", Args{1});
        QCOMPARE(count, int(receivers.size()));
        QByteArray got;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto packets = m_peers[i]->settle();
            QVERIFY(packets.size() <= 1);
            if (packets == QByteArrayList{R"(2["e",1])"}) {
                got += static_cast<char>('a' + i);
            }
        }
        QCOMPARE(got, receivers);
        for (std::size_t i = 0; i < 4; ++i) {
            const QByteArray placeholder = QByteArray("@").append(static_cast<char>('a' + i));
            target.replace(placeholder, m_peers[i]->sid);
        }
        QCOMPARE(m_server->records().value(0),
            "1 / c0 n" + QByteArray::number(count) + " f0 #-1 e >" + target + "< 1");
        QCOMPARE(operatorFor(which).sockets().size(), count);
    }

    void acks()
    {
        QByteArrayList each;
        QList<BroadcastReply> all;
        int ended = 0;
        const int count = m_server->io.in("one").timeout(5s).emitWithAck(
            "q", Args{"?"},
            [&](const QList<BroadcastReply> &replies) {
                all = replies;
                ++ended;
            },
            [&](const BroadcastReply &reply) { each.append(reply.json); });
        QCOMPARE(count, 2);
        QCOMPARE(m_peers[0]->next(), R"(20["q","?"])");
        QCOMPARE(m_peers[1]->next(), R"(20["q","?"])");
        m_peers[1]->send(R"(30["b",2])");
        QTRY_COMPARE(each.size(), 1);
        QCOMPARE(ended, 0);
        m_peers[0]->send(R"(61-0[{"_placeholder":true,"num":0}])");
        m_peers[0]->sendBinary("bytes");
        QTRY_COMPARE(ended, 1);
        QCOMPARE(all[0].json, R"("b",2)");
        QCOMPARE(all[0].client, quint32(2));
        QCOMPARE(all[0].socket.toByteArray(), m_peers[1]->sid);
        QCOMPARE(all[1].attachments, QList<QByteArray>{"bytes"});
    }

    void acksThatDoNotCome()
    {
        QList<BroadcastReply> all;
        int ended = 0;
        m_server->io.root().timeout(5s).emitWithAck(
            "q", {}, [&](const QList<BroadcastReply> &replies) {
                all = replies;
                ++ended;
            });
        m_peers[0]->next();
        m_peers[0]->send("30[1]");
        m_peers[3]->abort();
        QTRY_COMPARE(m_server->io.clientCount(), 3);
        m_peers[0]->settle();
        QCOMPARE(ended, 0);
        m_server->pass(5100ms);
        QCOMPARE(ended, 1);
        QCOMPARE(all.size(), 4);
        QCOMPARE(std::count_if(
                     all.cbegin(), all.cend(), [](const auto &reply) { return reply.answered(); }),
            1);
        QCOMPARE(
            std::count_if(all.cbegin(), all.cend(),
                [](const auto &reply) { return reply.outcome == AckReply::Outcome::Disconnected; }),
            1);
        m_peers[1]->send("30[1]");
        m_peers[1]->settle();
        QCOMPARE(ended, 1);
    }

    void acksOfNobody()
    {
        int ended = 0;
        QCOMPARE(m_server->io.to("nowhere").emitWithAck("q", {},
                     [&](const QList<BroadcastReply> &replies) {
                         ended += replies.isEmpty() ? 1 : 100;
                     }),
            0);
        QCOMPARE(ended, 1);
        QCOMPARE(m_server->io.to("one").emitWithAck(
                     "connect", {}, [&](const QList<BroadcastReply> &) { ++ended; }),
            -1);
        QCOMPARE(ended, 1);
    }

    void joinsAndLeaves()
    {
        m_server->io.in("one").socketsJoin({"three", "four"});
        QCOMPARE(m_server->io.to("three").sockets().size(), 2);
        m_server->io.in("two").socketsLeave({"three"});
        QCOMPARE(m_server->io.to("three").sockets().size(), 1);
        QCOMPARE(socket(0).rooms(), (QByteArrayList{"one", "three", "four"}));
        QList<SocketInfo> infos;
        m_server->io.in("four").fetchSockets(
            [&](const QList<SocketInfo> &sockets) { infos = sockets; });
        QCOMPARE(infos.size(), 2);
        QCOMPARE(infos[1].rooms, (QByteArrayList{"one", "two", "four"}));
    }

    void disconnects()
    {
        m_server->io.in("one").disconnectSockets();
        QCOMPARE(m_peers[0]->next(), "1");
        QCOMPARE(m_peers[1]->next(), "1");
        QVERIFY(m_peers[0]->isOpen());
        m_server->io.in("two").disconnectSockets(true);
        QCOMPARE(m_peers[2]->next(), "1");
        QVERIFY(m_peers[2]->waitForClose());
        QCOMPARE(m_server->io.root().socketCount(), 1);
    }

    void flags()
    {
        m_server->record();
        QCOMPARE(
            m_server->io.to("one").local().compress(false).asVolatile().byOperator().emit("e"), 2);
        QVERIFY(m_server->records().value(0).contains(" f20 "));
        QCOMPARE(m_peers[0]->next(), R"(2["e"])");
    }

    void volatileIsDroppedForThoseWhoDoNotRead()
    {
        // Queued in one turn, before anything can leave: more than the soft limit L20.
        const Args large{QString(900'000, u'x')};
        Socket &slow = socket(3);
        QVERIFY(slow.emit("large", large));
        QVERIFY(slow.isWritable());
        QVERIFY(slow.emit("large", large));
        QVERIFY(!slow.isWritable());
        QVERIFY(!slow.asVolatile().emit("v"));
        QCOMPARE(m_server->io.asVolatile().emit("v"), 3);
        QCOMPARE(m_server->counted(Counter::VolatileDropped), quint64(2));
    }

private:
    Socket &socket(std::size_t index) const { return *m_server->socket(*m_peers[index]); }

    BroadcastOperator operatorFor(int which) const
    {
        Namespace &nsp = m_server->io.root();
        const QByteArray &d = m_peers[3]->sid;
        switch (which) {
        case 1:
            return nsp.to("one");
        case 2:
            return nsp.to("one").to("two");
        case 3:
            return nsp.to("one").to(d);
        case 4:
            return nsp.except("one");
        case 5:
            return nsp.to("one").except("two");
        case 6:
            return nsp.except(d);
        case 7:
            return nsp.to("none");
        case 8:
            return socket(0).broadcast();
        case 9:
            return socket(0).to("one");
        case 10:
            return socket(0).except("two");
        case 11:
            return nsp.to(m_peers[0]->sid);
        case 12:
            return nsp.except("one").except(QByteArrayList{"two", d});
        case 13:
            return nsp.to(QByteArrayList{"one", "two"});
        default:
            return BroadcastOperator(nsp);
        }
    }

    std::unique_ptr<SocketIoFixture> m_server;
    std::vector<std::unique_ptr<Peer>> m_peers;
};

QTEST_GUILESS_MAIN(tst_BroadcastOperator)

#include "tst_broadcastoperator.moc"
