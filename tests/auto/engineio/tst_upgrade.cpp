// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "enginefixture.h"

using namespace Switchboard;
using namespace Switchboard::EngineIo;
using namespace std::chrono_literals;

/** Engine.IO v4, "Upgrade": from polling to WebSocket with nothing lost, doubled or reordered. */
class tst_Upgrade : public QObject
{
    Q_OBJECT

    /** A probe that has been answered, beside a polling session. */
    static std::unique_ptr<WebSocketClient> probing(EngineFixture &engine, const QByteArray &sid)
    {
        auto client = engine.webSocket(sid);
        if (!QTest::qWaitFor([&] { return client->isOpen(); })) {
            return nullptr;
        }
        client->send("2probe");
        return QTest::qWaitFor([&] { return !client->received.isEmpty(); }) ? std::move(client)
                                                                            : nullptr;
    }

private Q_SLOTS:

    void success()
    {
        EngineFixture engine;
        engine.handler.echo = true;
        const QByteArray sid = engine.openPolling();
        Session *session = engine.handler.latest;
        const auto client = probing(engine, sid);
        QVERIFY(client);
        QCOMPARE(client->received, QByteArrayList{"3probe"});
        QVERIFY(session->isUpgrading());
        QCOMPARE(session->via(), Traffic::Via::Polling);

        client->send("5");
        client->send("4hello");
        QTRY_COMPARE(client->received.size(), 2);
        QCOMPARE(client->received[1], "4hello");
        QVERIFY(!session->isUpgrading());
        QCOMPARE(session->via(), Traffic::Via::WebSocket);
        QCOMPARE(engine.handler.upgradedCount, 1);
        QCOMPARE(engine.handler.openedCount, 1);
        QCOMPARE(engine.engine.leavingCount(), 0);

        const auto records = engine.records();
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[0].kind, Traffic::Kind::Connect);
        QCOMPARE(records[0].via, Traffic::Via::Polling);
        QCOMPARE(records[0].payload,
            "{\"sid\":\"" + sid.left(4) + "\xE2\x80\xA6" + sid.right(2)
                + "\",\"address\":\"127.0.0.1\",\"transport\":\"polling\",\"protocol\":4,"
                  "\"target\":\"/engine.io/?EIO=4&transport=polling\"}");
        QCOMPARE(records[1].kind, Traffic::Kind::Connect);
        QCOMPARE(records[1].flags, quint8(Traffic::Upgraded));
        QCOMPARE(records[1].via, Traffic::Via::WebSocket);
    }

    void waitingGetIsReleased()
    {
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        const auto first = engine.poll(sid);
        QTRY_VERIFY(engine.handler.latest->isWritable());
        const auto client = probing(engine, sid);
        QVERIFY(client);
        QVERIFY(!first->hasAnswer());
        engine.advance(110ms);
        QTRY_VERIFY(first->isDone());
        QCOMPARE(first->body(), "6");

        // The peer may have asked again before it heard of the probe's pong.
        const auto second = engine.poll(sid);
        QTRY_VERIFY(engine.handler.latest->isWritable());
        engine.advance(110ms);
        QTRY_VERIFY(second->isDone());
        QCOMPARE(second->body(), "6");
    }

    void getThatStillWaitsIsReleased()
    {
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        const auto poll = engine.poll(sid);
        QTRY_VERIFY(engine.handler.latest->isWritable());
        const auto client = probing(engine, sid);
        QVERIFY(client);
        client->send("5");
        QTRY_VERIFY(poll->isDone());
        QCOMPARE(poll->body(), "6");
        QVERIFY(engine.handler.ended.isEmpty());
    }

    /** Packets sent after the peer stopped polling and before it sent "5". */
    void packetsInBetweenAreKept()
    {
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        Session *session = engine.handler.latest;
        const auto client = probing(engine, sid);
        QVERIFY(client);
        for (const char *text : {"a", "b", "c"}) {
            session->send(EncodedPacket::message(text));
        }
        client->send("5");
        QTRY_COMPARE(engine.handler.upgradedCount, 1);
        session->send(EncodedPacket::message("d"));
        QTRY_COMPARE(client->received.size(), 5);
        QCOMPARE(client->received.mid(1), QByteArrayList({"4a", "4b", "4c", "4d"}));
        QCOMPARE(session->queuedBytes(), 0);
    }

    /** T18 in small: numbered messages both ways while a client upgrades as the real one does. */
    void underTraffic()
    {
        constexpr int rounds = 12;
        for (int round = 0; round < rounds; ++round) {
            EngineFixture engine;
            const QByteArray sid = engine.openPolling();
            Session *session = engine.handler.latest;
            QByteArrayList sent;
            QByteArrayList received;
            const auto push = [&] {
                const QByteArray text = QByteArray::number(sent.size());
                sent.append('4' + text);
                session->send(EncodedPacket::message(text));
            };
            QByteArrayList posted;
            const auto nextPost = [&] {
                posted.append(QByteArray::number(posted.size()));
                return QByteArray('4' + posted.last());
            };
            const auto client = engine.webSocket(sid);
            std::unique_ptr<Exchange> poll = engine.poll(sid);
            const auto takePoll = [&] {
                const QByteArrayList packets = poll->body().split('\x1e');
                for (const QByteArray &packet : packets) {
                    if (packet != "6") {
                        received.append(packet);
                    }
                }
                poll.reset();
            };
            // Polling and probing at the same time; packets flow after each step.
            bool probed = false;
            bool paused = false;
            QVERIFY(QTest::qWaitFor([&] {
                push();
                if (client->isOpen() && !probed) {
                    client->send("2probe");
                    probed = true;
                }
                paused = !client->received.isEmpty();
                if (poll && poll->isDone()) {
                    takePoll();
                }
                if (!poll && !paused) {
                    poll = engine.poll(sid);
                }
                engine.advance(round % 3 == 0 ? 110ms : 10ms);
                return paused && !poll;
            }));
            QByteArray body = nextPost() + '\x1e';
            body += nextPost();
            const auto post = engine.post(sid, body);
            QTRY_VERIFY(post->isDone());
            push();
            client->send("5");
            client->send(nextPost());
            push();
            QTRY_COMPARE(engine.handler.upgradedCount, 1);
            push();
            client->send(nextPost());
            QTRY_COMPARE(engine.handler.messages.size(), posted.size());
            QCOMPARE(engine.handler.texts(), posted);
            QTRY_COMPARE(received.size() + client->received.size() - 1, sent.size());
            QCOMPARE(received + client->received.mid(1), sent);
        }
    }

    void pollAfterwards()
    {
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        const auto client = probing(engine, sid);
        QVERIFY(client);
        client->send("5");
        QTRY_COMPARE(engine.handler.upgradedCount, 1);
        const auto poll = engine.poll(sid);
        QTRY_VERIFY(poll->isDone());
        QCOMPARE(poll->status(), 400);
        QVERIFY(poll->body().startsWith("{\"code\":3,"));
        QVERIFY(client->isOpen());
        QCOMPARE(engine.engine.sessionCount(), 1);
    }

    void secondSocket_data()
    {
        QTest::addColumn<bool>("upgraded");
        QTest::newRow("while upgrading") << false;
        QTest::newRow("after the upgrade") << true;
    }

    void secondSocket()
    {
        QFETCH(bool, upgraded);
        EngineFixture engine;
        engine.handler.echo = true;
        const QByteArray sid = engine.openPolling();
        const auto first = probing(engine, sid);
        QVERIFY(first);
        if (upgraded) {
            first->send("5");
            QTRY_COMPARE(engine.handler.upgradedCount, 1);
        }
        const auto second = engine.webSocket(sid);
        QTRY_VERIFY(second->isClosed());
        QVERIFY(second->received.isEmpty());
        if (!upgraded) {
            first->send("5");
        }
        first->send("4still here");
        QTRY_COMPARE(first->received.last(), "4still here");
        QCOMPARE(engine.handler.upgradedCount, 1);
        QVERIFY(engine.handler.ended.isEmpty());
        QTRY_COMPARE(engine.engine.leavingCount(), 0);
    }

    void socketForAWebSocketSession()
    {
        EngineFixture engine;
        engine.handler.echo = true;
        const auto first = engine.openWebSocket();
        QVERIFY(first);
        const auto second = engine.webSocket(EngineFixture::sidOf(first->received[0]));
        QTRY_VERIFY(second->isClosed());
        first->send("4still here");
        QTRY_COMPARE(first->received.last(), "4still here");
    }

    void failedProbe_data()
    {
        QTest::addColumn<QByteArrayList>("packets");
        QTest::newRow("message instead of probe") << QByteArrayList{"4hello"};
        QTest::newRow("ping without probe") << QByteArrayList{"2"};
        QTest::newRow("other probe") << QByteArrayList{"2prob"};
        QTest::newRow("message after the probe") << QByteArrayList{"2probe", "4hello"};
        QTest::newRow("not a packet") << QByteArrayList{"hello"};
        QTest::newRow("empty") << QByteArrayList{""};
        QTest::newRow("close") << QByteArrayList{"1"};
        QTest::newRow("binary that reads as one") << QByteArrayList{"bcHJvYmU="};
    }

    void failedProbe()
    {
        QFETCH(QByteArrayList, packets);
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        const auto client = engine.webSocket(sid);
        QTRY_VERIFY(client->isOpen());
        for (const QByteArray &packet : packets) {
            client->send(packet);
        }
        QTRY_VERIFY(client->isClosed());
        QVERIFY(!engine.handler.latest->isUpgrading());
        QCOMPARE(engine.counter(Counter::UpgradeFailed), quint64(1));
        QVERIFY(engine.handler.messages.isEmpty());

        // The session goes on as it was.
        engine.handler.latest->send(EncodedPacket::message("still here"));
        const auto poll = engine.poll(sid);
        QTRY_VERIFY(poll->isDone());
        QCOMPARE(poll->body(), "4still here");
    }

    void probeLeaves_data()
    {
        QTest::addColumn<bool>("abort");
        QTest::newRow("close frame") << false;
        QTest::newRow("wire gone") << true;
    }

    void probeLeaves()
    {
        QFETCH(bool, abort);
        EngineFixture engine;
        const auto client = probing(engine, engine.openPolling());
        QVERIFY(client);
        abort ? client->abort() : client->close();
        QTRY_VERIFY(!engine.handler.latest->isUpgrading());
        QVERIFY(engine.handler.ended.isEmpty());
        QCOMPARE(engine.engine.leavingCount(), 0);
        engine.advance(1s); // no check fires after it is gone
    }

    void timeout()
    {
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        const auto client = probing(engine, sid);
        QVERIFY(client);
        engine.advance(9900ms);
        QVERIFY(engine.handler.latest->isUpgrading());
        engine.advance(200ms);
        QVERIFY(!engine.handler.latest->isUpgrading());
        QTRY_VERIFY(client->isClosed());
        QVERIFY(engine.handler.ended.isEmpty());
    }

    void threeTries()
    {
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        for (int i = 0; i < 3; ++i) {
            const auto client = probing(engine, sid);
            QVERIFY(client);
            client->close();
            QTRY_VERIFY(!engine.handler.latest->isUpgrading());
        }
        const auto client = engine.webSocket(sid);
        QTRY_VERIFY(client->isClosed());
        QVERIFY(!engine.handler.latest->isUpgrading());
        QCOMPARE(engine.counter(Counter::UpgradeFailed), quint64(4));
        QVERIFY(engine.handler.ended.isEmpty());
    }

    void notAllowed()
    {
        EngineFixture engine([](ServerConfig &config) { config.allowUpgrades = false; });
        const auto client = engine.webSocket(engine.openPolling());
        QTRY_VERIFY(client->isClosed());
        QVERIFY(engine.handler.ended.isEmpty());
    }

    void sessionEndsMeanwhile()
    {
        EngineFixture engine;
        const auto client = probing(engine, engine.openPolling());
        QVERIFY(client);
        engine.handler.latest->close();
        QTRY_VERIFY(client->isClosed());
        QCOMPARE(engine.handler.ended.size(), 1);
        engine.advance(31s);
        QTRY_COMPARE(engine.engine.leavingCount(), 0);
    }

    void duringAPost()
    {
        EngineFixture engine([](ServerConfig &config) { config.limits.packetsPerTurn = 1; });
        const QByteArray sid = engine.openPolling();
        const auto client = probing(engine, sid);
        QVERIFY(client);
        const auto post = engine.post(sid,
            "4a\x1e"
            "4b");
        QTRY_COMPARE(engine.handler.messages.size(), 1);
        client->send("5"); // what it posted has not been read: the order would be lost
        QTRY_VERIFY(client->isClosed());
        engine.advance(20ms);
        QTRY_VERIFY(post->isDone());
        QCOMPARE(engine.handler.texts(), QByteArrayList({"a", "b"}));
        QCOMPARE(engine.handler.latest->via(), Traffic::Via::Polling);
    }

    void heartbeatGoesOn()
    {
        EngineFixture engine;
        const auto client = probing(engine, engine.openPolling());
        QVERIFY(client);
        client->send("5");
        QTRY_COMPARE(engine.handler.upgradedCount, 1);
        engine.advance(25'010ms);
        QTRY_COMPARE(client->received.last(), "2");
    }
};

QTEST_GUILESS_MAIN(tst_Upgrade)
#include "tst_upgrade.moc"
