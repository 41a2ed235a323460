// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "enginefixture.h"

using namespace Switchboard;
using namespace Switchboard::EngineIo;
using namespace std::chrono_literals;

/** Engine.IO v4, "Heartbeat", with the suite's times: ping after 300 ms, 200 ms to answer. */
class tst_Heartbeat : public QObject
{
    Q_OBJECT

    static void suiteTimes(ServerConfig &config)
    {
        config.pingInterval = 300ms;
        config.pingTimeout = 200ms;
    }

private Q_SLOTS:

    void webSocket()
    {
        EngineFixture engine(suiteTimes);
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        QCOMPARE(engine.handler.latest->roundTrip(), 0us);
        for (int round = 1; round <= 3; ++round) {
            engine.advance(310ms);
            QTRY_COMPARE(client->received.size(), 1 + round);
            QCOMPARE(client->received.last(), "2");
            engine.advance(40ms);
            const auto before = engine.handler.latest->lastActivity();
            client->send("3");
            QTRY_VERIFY(engine.handler.latest->lastActivity() > before);
            QCOMPARE(engine.handler.latest->roundTrip(), 40ms);
        }
        QVERIFY(engine.handler.ended.isEmpty());

        int pings = 0;
        for (const auto &record : engine.records()) {
            if (record.kind == Traffic::Kind::Ping) {
                ++pings;
                QCOMPARE(record.count, quint32(40'000));
                QCOMPARE(record.via, Traffic::Via::WebSocket);
            }
        }
        QCOMPARE(pings, 3);
    }

    void polling()
    {
        EngineFixture engine(suiteTimes);
        const QByteArray sid = engine.openPolling();
        for (int round = 0; round < 3; ++round) {
            const auto poll = engine.poll(sid);
            QTRY_VERIFY(engine.handler.latest->isWritable());
            engine.advance(310ms);
            QTRY_VERIFY(poll->isDone());
            QCOMPARE(poll->body(), "2");
            const auto pong = engine.post(sid, "3");
            QTRY_VERIFY(pong->isDone());
        }
        QVERIFY(engine.handler.ended.isEmpty());
    }

    void firstPingIsNotEarly()
    {
        EngineFixture engine(suiteTimes);
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        engine.advance(290ms);
        engine.handler.latest->send(EncodedPacket::message("marker"));
        QTRY_COMPARE(client->received.size(), 2);
        QCOMPARE(client->received.last(), "4marker");
    }

    void noPong_data()
    {
        QTest::addColumn<bool>("webSocket");
        QTest::newRow("polling") << false;
        QTest::newRow("websocket") << true;
    }

    void noPong()
    {
        QFETCH(bool, webSocket);
        EngineFixture engine(suiteTimes);
        std::unique_ptr<WebSocketClient> client;
        if (webSocket) {
            client = engine.openWebSocket();
            QVERIFY(client);
        } else {
            QVERIFY(!engine.openPolling().isEmpty());
        }
        engine.advance(310ms);
        engine.advance(190ms);
        QVERIFY(engine.handler.ended.isEmpty());
        engine.advance(30ms);
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::PingTimeout);
        QCOMPARE(engine.counter(Counter::PingTimeout), quint64(1));
        if (client) {
            QTRY_VERIFY(client->isClosed());
            QCOMPARE(client->closeCode(), WebSocketClient::emptyClose);
        }
        QCOMPARE(engine.engine.sessionCount(), 0);
    }

    void onlyAPongCounts()
    {
        EngineFixture engine(suiteTimes);
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        engine.advance(310ms);
        client->send("4busy");
        QTRY_COMPARE(engine.handler.messages.size(), 1);
        engine.advance(210ms);
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::PingTimeout);
    }

    /** CVE-2026-48802: each pong started a timer of its own. */
    void unaskedPongsChangeNothing()
    {
        EngineFixture engine(suiteTimes);
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        const auto timers = engine.reactor->timers().activeCount();
        engine.advance(200ms);
        for (int i = 0; i < 1000; ++i) {
            client->send("3");
        }
        client->send("4done");
        QTRY_COMPARE(engine.handler.messages.size(), 1);
        QCOMPARE(engine.reactor->timers().activeCount(), timers);
        QCOMPARE(engine.handler.latest->roundTrip(), 0us);
        engine.advance(110ms); // the ping is not put off
        QTRY_COMPARE(client->received.size(), 2);
        QCOMPARE(client->received.last(), "2");
    }

    void clientPingOverPolling()
    {
        EngineFixture engine(suiteTimes);
        const auto post = engine.post(engine.openPolling(), "2");
        QTRY_VERIFY(post->isDone());
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::TransportError);
        QCOMPARE(engine.handler.ended[0].description, "invalid heartbeat direction");
    }
};

QTEST_GUILESS_MAIN(tst_Heartbeat)
#include "tst_heartbeat.moc"
