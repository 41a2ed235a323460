// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "enginefixture.h"

using namespace Switchboard;
using namespace Switchboard::EngineIo;

class tst_WebSocketTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void echo()
    {
        EngineFixture engine;
        engine.handler.echo = true;
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        client->send("4hello");
        client->sendBinary(QByteArray::fromHex("01020304"));
        client->send("bAQIDBA=="); // what clients with forceBase64 send
        client->send("4");
        QTRY_COMPARE(client->received.size(), 5);
        QCOMPARE(client->received[1], "4hello");
        QCOMPARE(client->received[2], "binary:\x01\x02\x03\x04");
        QCOMPARE(client->received[3], "binary:\x01\x02\x03\x04");
        QCOMPARE(client->received[4], "4");
        const Session::Usage &usage = engine.handler.latest->counters();
        QCOMPARE(usage.messagesIn, quint32(4));
        QCOMPARE(usage.messagesOut, quint32(4));
        QCOMPARE(usage.bytesIn, quint64(6 + 4 + 9 + 1));
        QCOMPARE(engine.tap.totals.bytesIn, usage.bytesIn);
    }

    void attachmentsFollowTheirMessage()
    {
        EngineFixture engine;
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        const QByteArrayList attachments{"one", "two"};
        engine.handler.latest->send(EncodedPacket::message("52-", attachments));
        QTRY_COMPARE(client->received.size(), 4);
        QCOMPARE(client->received.mid(1), QByteArrayList({"452-", "binary:one", "binary:two"}));
    }

    void closedByServer()
    {
        EngineFixture engine;
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        engine.handler.latest->send(EncodedPacket::message("bye"));
        engine.handler.latest->close();
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::ForcedClose);
        QTRY_VERIFY(client->isClosed());
        QCOMPARE(client->closeCode(), WebSocketClient::emptyClose);
        QCOMPARE(client->received.last(), "4bye");
        QTRY_COMPARE(engine.engine.leavingCount(), 0);
    }

    /** QWebSocket does not tell an empty close frame from code 1000. */
    void closeFrameIsEmpty()
    {
        EngineFixture engine;
        const auto wire = engine.request("GET", "EIO=4&transport=websocket", {},
            {"Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="});
        QTRY_VERIFY(wire->isDone());
        engine.handler.latest->close();
        QTRY_VERIFY(wire->isDone() && wire->body().endsWith(QByteArray::fromHex("8800")));
    }

    void shutdown()
    {
        EngineFixture engine;
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        engine.engine.closeAll(CloseReason::ServerShuttingDown);
        QTRY_VERIFY(client->isClosed());
        QCOMPARE(client->closeCode(), 1001);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::ServerShuttingDown);
        QTRY_COMPARE(engine.engine.leavingCount(), 0);
    }

    void closedByClient_data()
    {
        QTest::addColumn<bool>("abort");
        QTest::newRow("close frame") << false;
        QTest::newRow("wire gone") << true;
    }

    void closedByClient()
    {
        QFETCH(bool, abort);
        EngineFixture engine;
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        abort ? client->abort() : client->close();
        QTRY_COMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::TransportClose);
        QCOMPARE(engine.engine.sessionCount(), 0);
        QCOMPARE(engine.engine.leavingCount(), 0);
    }

    void closePacket()
    {
        EngineFixture engine;
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        client->send("1");
        QTRY_VERIFY(client->isClosed());
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::TransportClose);
    }

    void mistakes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<CloseReason>("reason");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("unknown type")
            << QByteArray("abc") << CloseReason::ParseError << QByteArray("unknown packet type");
        QTest::newRow("empty") << QByteArray("") << CloseReason::ParseError
                               << QByteArray("empty packet");
        QTest::newRow("base64") << QByteArray("b?") << CloseReason::ParseError
                                << QByteArray("malformed base64");
        QTest::newRow("client ping") << QByteArray("2") << CloseReason::TransportError
                                     << QByteArray("invalid heartbeat direction");
        QTest::newRow("late probe") << QByteArray("2probe") << CloseReason::TransportError
                                    << QByteArray("invalid heartbeat direction");
    }

    void mistakes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, words);
        EngineFixture engine;
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        engine.records();
        client->send(text);
        QTRY_VERIFY(client->isClosed());
        QCOMPARE(client->closeCode(), WebSocketClient::emptyClose);
        QCOMPARE(engine.handler.ended.size(), 1);
        QTEST(engine.handler.ended[0].reason, "reason");
        QTEST(engine.handler.ended[0].description, "words");
        QVERIFY(engine.handler.messages.isEmpty());

        const auto records = engine.records();
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[0].kind, Traffic::Kind::Error);
        QCOMPARE(records[0].event, words);
        QCOMPARE(records[1].kind, Traffic::Kind::Disconnect);
        QCOMPARE(records[1].payload, EngineIo::text(engine.handler.ended[0].reason));
    }

    void meaninglessPackets_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"0{}", "3", "5", "6"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }

    void meaninglessPackets()
    {
        QFETCH(QByteArray, text);
        EngineFixture engine;
        engine.handler.echo = true;
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        client->send(text);
        client->send("4still here");
        QTRY_COMPARE(client->received.size(), 2);
        QCOMPARE(client->received.last(), "4still here");
    }

    void tooLarge()
    {
        EngineFixture engine([](ServerConfig &config) { config.maxHttpBufferSize = 1000; });
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        client->send('4' + QByteArray(999, 'x'));
        QTRY_COMPARE(engine.handler.messages.size(), 1);
        client->send('4' + QByteArray(1000, 'x'));
        QTRY_VERIFY(client->isClosed());
        QCOMPARE(client->closeCode(), 1009);
        QCOMPARE(engine.handler.messages.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::TransportError);
        QCOMPARE(engine.counter(Counter::MessageTooLarge), quint64(1));
    }

    void closedInsideAMessage()
    {
        EngineFixture engine;
        engine.handler.onMessage = [](Session &session, QByteArrayView) { session.close(); };
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        for (const char *text : {"4a", "4b", "4c"}) {
            client->send(text);
        }
        QTRY_VERIFY(client->isClosed());
        QCOMPARE(engine.handler.texts(), QByteArrayList({"a"}));
        QCOMPARE(engine.handler.ended.size(), 1);
    }

    void pollOnAWebSocketSession()
    {
        EngineFixture engine;
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        for (const char *method : {"GET", "POST"}) {
            const auto reply = engine.request(
                method, "EIO=4&transport=polling&sid=" + EngineFixture::sidOf(client->received[0]));
            QTRY_VERIFY(reply->isDone());
            QCOMPARE(reply->status(), 400);
            QVERIFY(reply->body().startsWith("{\"code\":3,"));
        }
        QVERIFY(client->isOpen());
        QCOMPARE(engine.engine.sessionCount(), 1);
    }

    void manySessions()
    {
        EngineFixture engine;
        std::vector<std::unique_ptr<WebSocketClient>> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(engine.webSocket());
        }
        QTRY_COMPARE(engine.engine.sessionCount(), 20);
        QList<quint32> serials;
        engine.engine.forEachSession([&](Session &session) {
            serials.append(session.serial());
            if (session.serial() % 2 == 0) {
                session.close();
            }
        });
        QCOMPARE(serials.size(), 20);
        QVERIFY(std::is_sorted(serials.begin(), serials.end()));
        QCOMPARE(engine.engine.sessionCount(), 10);
        QVERIFY(!engine.engine.session(quint32(2)));
        Session *third = engine.engine.session(quint32(3));
        QVERIFY(third);
        QCOMPARE(engine.engine.session(third->sid()), third);
    }
};

QTEST_GUILESS_MAIN(tst_WebSocketTransport)
#include "tst_websockettransport.moc"
