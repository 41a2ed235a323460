// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "enginefixture.h"

using namespace Switchboard;
using namespace Switchboard::EngineIo;
using namespace std::chrono_literals;

class tst_PollingTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void getWaitsForPackets()
    {
        EngineFixture engine;
        const auto poll = engine.poll(engine.openPolling());
        Session *session = engine.handler.latest;
        QVERIFY(!session->isWritable());
        QTRY_VERIFY(session->isWritable());
        QVERIFY(!poll->hasAnswer());

        session->send(EncodedPacket::message("hello"));
        QVERIFY(!session->isWritable());
        QTRY_VERIFY(poll->isDone());
        QCOMPARE(poll->status(), 200);
        QCOMPARE(poll->header("content-type"), "text/plain; charset=UTF-8");
        QCOMPARE(poll->header("cache-control"), "no-store");
        QCOMPARE(poll->body(), "4hello");
        QCOMPARE(engine.handler.openedCount, 1);
    }

    /** A resumed poll once lost the separators (engineioxide #736). */
    void packetsWaitForGet()
    {
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        Session *session = engine.handler.latest;
        session->send(EncodedPacket::message("one"));
        session->send(EncodedPacket::binary(QByteArray::fromHex("01020304")));
        const QByteArrayList attachments{"\xFF"};
        session->send(EncodedPacket::message("three", attachments));
        QVERIFY(session->queuedBytes() > 0);
        const auto poll = engine.poll(sid);
        QTRY_VERIFY(poll->isDone());
        QCOMPARE(poll->body(),
            "4one\x1e"
            "bAQIDBA==\x1e"
            "4three\x1e"
            "b/w==");
        QCOMPARE(session->queuedBytes(), 0);
        QCOMPARE(session->counters().messagesOut, quint32(4));
        QCOMPARE(session->counters().bytesOut, quint64(engine.tap.totals.bytesOut));
    }

    void packetsOfOneTurnShareABody()
    {
        EngineFixture engine;
        const auto poll = engine.poll(engine.openPolling());
        Session *session = engine.handler.latest;
        QTRY_VERIFY(session->isWritable());
        for (const char *text : {"a", "b", "c"}) {
            session->send(EncodedPacket::message(text));
        }
        QTRY_VERIFY(poll->isDone());
        QCOMPARE(poll->body(),
            "4a\x1e"
            "4b\x1e"
            "4c");
    }

    void postDelivers()
    {
        EngineFixture engine;
        const auto post = engine.post(engine.openPolling(),
            "4hello\x1e"
            "bAQIDBA==\x1e"
            "4");
        QTRY_VERIFY(post->isDone());
        QCOMPARE(post->status(), 200);
        QCOMPARE(post->header("content-type"), "text/html");
        QCOMPARE(post->header("cache-control"), "no-store");
        QCOMPARE(post->body(), "ok");
        QCOMPARE(engine.handler.texts(), QByteArrayList({"hello", "\x01\x02\x03\x04", ""}));
        QVERIFY(!engine.handler.messages[0].binary);
        QVERIFY(engine.handler.messages[1].binary);
        QCOMPARE(engine.handler.latest->counters().messagesIn, quint32(3));
        QCOMPARE(engine.tap.totals.bytesIn, quint64(18));
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("not a packet") << QByteArray("abc") << QByteArray("unknown packet type");
        QTest::newRow("empty") << QByteArray() << QByteArray("empty packet");
        QTest::newRow("last packet bad") << QByteArray("4good\x1e"
                                                       "x")
                                         << QByteArray("unknown packet type");
        QTest::newRow("base64") << QByteArray("b!!!!") << QByteArray("malformed base64");
        QTest::newRow("UTF-8") << QByteArray("4\xFF") << QByteArray("invalid UTF-8");
        QTest::newRow("too many packets") << QByteArray("2\x1e").repeated(400'000)
                                          << QByteArray("too many packets in one payload");
    }

    void malformed()
    {
        QFETCH(QByteArray, body);
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        const auto poll = engine.poll(sid);
        QTRY_VERIFY(engine.handler.latest->isWritable());
        const auto post = engine.post(sid, body);
        QTRY_VERIFY(post->isDone());
        QCOMPARE(post->status(), 400);
        QTRY_VERIFY(poll->isDone());
        QCOMPARE(poll->body(), "1");
        QVERIFY(engine.handler.messages.isEmpty());
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::ParseError);
        QTEST(engine.handler.ended[0].description, "words");
        QCOMPARE(engine.engine.sessionCount(), 0);
        const bool tooMany = body.size() > 100;
        QCOMPARE(engine.counter(Counter::PayloadPackets), quint64(tooMany));
        QCOMPARE(engine.counter(Counter::PacketRefused), quint64(!tooMany));
    }

    /** CVE-2026-59725: the answer to this request never came. */
    void octetStream()
    {
        EngineFixture engine;
        const auto post
            = engine.request("POST", "EIO=4&transport=polling&sid=" + engine.openPolling(), "\x04",
                {"Content-Type: application/octet-stream"});
        QTRY_VERIFY(post->isDone());
        QCOMPARE(post->status(), 400);
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::TransportError);
    }

    void tooLargeKeepsTheSession()
    {
        EngineFixture engine([](ServerConfig &config) { config.maxHttpBufferSize = 1000; });
        const QByteArray sid = engine.openPolling();
        const auto exact = engine.post(sid, QByteArray(1000, '4'));
        QTRY_VERIFY(exact->isDone());
        QCOMPARE(exact->status(), 200);
        const auto larger = engine.post(sid, QByteArray(1001, '4'));
        QTRY_VERIFY(larger->isDone());
        QCOMPARE(larger->status(), 413);
        QCOMPARE(engine.engine.sessionCount(), 1);
        QCOMPARE(engine.handler.messages.size(), 1);
    }

    void otherMethods_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char *method : {"PUT", "DELETE", "PATCH", "OPTIONS"}) {
            QTest::newRow(method) << QByteArray(method);
        }
    }

    void otherMethods()
    {
        QFETCH(QByteArray, method);
        EngineFixture engine;
        const auto reply
            = engine.request(method, "EIO=4&transport=polling&sid=" + engine.openPolling());
        QTRY_VERIFY(reply->isDone());
        QCOMPARE(reply->status(), 500);
        QCOMPARE(reply->body(), "");
        QCOMPARE(engine.engine.sessionCount(), 1);
    }

    void secondGet()
    {
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        const auto first = engine.poll(sid);
        QTRY_VERIFY(engine.handler.latest->isWritable());
        const auto second = engine.poll(sid);
        QTRY_VERIFY(first->isDone() && second->isDone());
        QCOMPARE(first->status(), 200);
        QCOMPARE(first->body(), "1");
        QCOMPARE(second->status(), 400);
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::TransportError);
        QCOMPARE(engine.handler.ended[0].description, "overlap from client");
        QCOMPARE(engine.counter(Counter::PollOverlap), quint64(1));

        const auto later = engine.poll(sid);
        QTRY_VERIFY(later->isDone());
        QCOMPARE(later->status(), 400);
        QVERIFY(later->body().startsWith("{\"code\":1,"));
    }

    void secondPost()
    {
        EngineFixture engine([](ServerConfig &config) { config.limits.packetsPerTurn = 2; });
        const QByteArray sid = engine.openPolling();
        const auto first = engine.post(sid,
            "4a\x1e"
            "4b\x1e"
            "4c");
        QTRY_COMPARE(engine.handler.messages.size(), 2); // and no more until time moves
        const auto second = engine.post(sid, "4d");
        QTRY_VERIFY(first->isDone() && second->isDone());
        QCOMPARE(first->status(), 400);
        QCOMPARE(second->status(), 400);
        QCOMPARE(engine.handler.texts(), QByteArrayList({"a", "b"}));
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::TransportError);
        QCOMPARE(engine.handler.ended[0].description, "data request overlap from client");
    }

    /** L35: what one POST may take of a turn, by packets and by bytes. */
    void longPostTakesTurns_data()
    {
        QTest::addColumn<int>("packetsPerTurn");
        QTest::addColumn<int>("bytesPerTurn");
        QTest::newRow("packets") << 2 << 1'000'000;
        QTest::newRow("bytes") << 500 << 2;
    }

    void longPostTakesTurns()
    {
        QFETCH(int, packetsPerTurn);
        QFETCH(int, bytesPerTurn);
        EngineFixture engine([&](ServerConfig &config) {
            config.limits.packetsPerTurn = packetsPerTurn;
            config.limits.bytesPerTurn = bytesPerTurn;
        });
        const auto post = engine.post(engine.openPolling(),
            "4a\x1e"
            "4b\x1e"
            "4c\x1e"
            "4d\x1e"
            "4e");
        QTRY_COMPARE(engine.handler.messages.size(), 2);
        QVERIFY(!post->hasAnswer());
        engine.advance(20ms);
        QCOMPARE(engine.handler.messages.size(), 4);
        engine.advance(20ms);
        QTRY_VERIFY(post->isDone());
        QCOMPARE(post->status(), 200);
        QCOMPARE(engine.handler.texts(), QByteArrayList({"a", "b", "c", "d", "e"}));
    }

    void abortedGet()
    {
        EngineFixture engine;
        const auto poll = engine.poll(engine.openPolling());
        QTRY_VERIFY(engine.handler.latest->isWritable());
        poll->abort();
        QTRY_COMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::TransportError);
        QCOMPARE(engine.handler.ended[0].description, "poll connection closed prematurely");
        QCOMPARE(engine.engine.sessionCount(), 0);
        QCOMPARE(engine.engine.leavingCount(), 0);
    }

    void closedByClient()
    {
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        const auto poll = engine.poll(sid);
        QTRY_VERIFY(engine.handler.latest->isWritable());
        const auto post = engine.post(sid,
            "4last\x1e"
            "1\x1e"
            "4too late");
        QTRY_VERIFY(post->isDone() && poll->isDone());
        QCOMPARE(post->status(), 200);
        QCOMPARE(post->body(), "ok");
        QCOMPARE(poll->body(), "6");
        QCOMPARE(engine.handler.texts(), QByteArrayList({"last"}));
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::TransportClose);

        const auto later = engine.poll(sid);
        QTRY_VERIFY(later->isDone());
        QCOMPARE(later->status(), 400);
    }

    void closedByServer_getWaits()
    {
        EngineFixture engine;
        const auto poll = engine.poll(engine.openPolling());
        QTRY_VERIFY(engine.handler.latest->isWritable());
        engine.handler.latest->close();
        QTRY_VERIFY(poll->isDone());
        QCOMPARE(poll->body(), "1");
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::ForcedClose);
        QCOMPARE(engine.engine.leavingCount(), 0);
    }

    /** The reference client drops a message that shares its body with the close packet. */
    void closedByServer_messagesFirst()
    {
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        const auto poll = engine.poll(sid);
        QTRY_VERIFY(engine.handler.latest->isWritable());
        engine.handler.latest->send(EncodedPacket::message("bye"));
        engine.handler.latest->close();
        QTRY_VERIFY(poll->isDone());
        QCOMPARE(poll->body(), "4bye");
        QCOMPARE(engine.engine.leavingCount(), 1);
        const auto last = engine.poll(sid);
        QTRY_VERIFY(last->isDone());
        QCOMPARE(last->body(), "1");
        QCOMPARE(engine.engine.leavingCount(), 0);
    }

    void closedByServer_nextGetIsTold()
    {
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        engine.handler.latest->send(EncodedPacket::message("bye"));
        engine.handler.latest->close();
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::ForcedServerClose);
        QCOMPARE(engine.engine.sessionCount(), 0);
        QCOMPARE(engine.engine.leavingCount(), 1);

        const auto post = engine.post(sid, "4nobody listens");
        QTRY_VERIFY(post->isDone());
        QCOMPARE(post->body(), "ok");
        for (const QByteArray expected : {"4bye", "1"}) {
            const auto poll = engine.poll(sid);
            QTRY_VERIFY(poll->isDone());
            QCOMPARE(poll->body(), expected);
        }
        QVERIFY(engine.handler.messages.isEmpty());
        QCOMPARE(engine.engine.leavingCount(), 0);

        const auto later = engine.poll(sid);
        QTRY_VERIFY(later->isDone());
        QCOMPARE(later->status(), 400);
    }

    void closedByServer_nobodyAsks()
    {
        EngineFixture engine;
        engine.openPolling();
        engine.handler.latest->close();
        engine.advance(29s);
        QCOMPARE(engine.engine.leavingCount(), 1);
        engine.advance(2s);
        QCOMPARE(engine.engine.leavingCount(), 0);
    }

    void shutdownAnswersEveryGet()
    {
        EngineFixture engine;
        const auto first = engine.poll(engine.openPolling());
        QTRY_VERIFY(engine.handler.latest->isWritable());
        const auto second = engine.poll(engine.openPolling());
        QTRY_VERIFY(engine.handler.latest->isWritable());
        engine.engine.closeAll(CloseReason::ServerShuttingDown);
        QTRY_VERIFY(first->isDone() && second->isDone());
        QCOMPARE(first->body(), "1");
        QCOMPARE(second->body(), "1");
        QCOMPARE(engine.handler.ended.size(), 2);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::ServerShuttingDown);
    }

    void closedInsideAMessage()
    {
        EngineFixture engine;
        engine.handler.onMessage = [](Session &session, QByteArrayView) {
            session.send(EncodedPacket::message("bye"));
            session.close();
            session.send(EncodedPacket::message("never"));
        };
        const QByteArray sid = engine.openPolling();
        const auto poll = engine.poll(sid);
        QTRY_VERIFY(engine.handler.latest->isWritable());
        const auto post = engine.post(sid,
            "4a\x1e"
            "4b");
        QTRY_VERIFY(post->isDone() && poll->isDone());
        QCOMPARE(poll->body(), "4bye");
        QCOMPARE(post->body(), "ok");
        QCOMPARE(engine.handler.texts(), QByteArrayList({"a"}));
        QCOMPARE(engine.handler.ended.size(), 1);
    }

    void transportMismatch()
    {
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        const auto reply = engine.request("GET", "EIO=4&transport=websocket&sid=" + sid);
        QTRY_VERIFY(reply->isDone());
        QCOMPARE(reply->status(), 400);
        QVERIFY(reply->body().startsWith("{\"code\":3,"));
        QCOMPARE(engine.engine.sessionCount(), 1);
    }

    void compression_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<bool>("compress");
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<QByteArray>("encoding");
        const QByteArray browser("Accept-Encoding: gzip, deflate, br");
        // One byte of the body is the packet type.
        QTest::newRow("at the threshold") << 1023 << true << true << browser << QByteArray("gzip");
        QTest::newRow("deflate") << 5000 << true << true << QByteArray("Accept-Encoding: deflate")
                                 << QByteArray("deflate");
        QTest::newRow("below") << 1022 << true << true << browser << QByteArray();
        QTest::newRow("not accepted")
            << 5000 << true << true << QByteArray("X-A: b") << QByteArray();
        QTest::newRow("switched off") << 5000 << false << true << browser << QByteArray();
        QTest::newRow("not this packet") << 5000 << true << false << browser << QByteArray();
    }

    void compression()
    {
        QFETCH(int, size);
        QFETCH(bool, enabled);
        QFETCH(bool, compress);
        QFETCH(QByteArray, accept);
        QFETCH(QByteArray, encoding);
        EngineFixture engine([&](ServerConfig &config) { config.httpCompression = enabled; });
        const auto poll = engine.poll(engine.openPolling(), {accept});
        QTRY_VERIFY(engine.handler.latest->isWritable());
        engine.handler.latest->send(EncodedPacket::message(QByteArray(size, 'x')), compress);
        QTRY_VERIFY(poll->isDone());
        QCOMPARE(poll->header("content-encoding"), encoding);
        QCOMPARE(poll->body().size() == size + 1, encoding.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_PollingTransport)
#include "tst_pollingtransport.moc"
