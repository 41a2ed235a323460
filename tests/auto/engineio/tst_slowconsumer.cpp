// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "enginefixture.h"

using namespace Switchboard;
using namespace Switchboard::EngineIo;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kilobyte = 1024;

EncodedPacket::Ptr packetOf(qsizetype bytes)
{
    return EncodedPacket::message(QByteArray(bytes, 'x'));
}

} // namespace

/** L20 and L21: what happens to those who do not take what they are sent. */
class tst_SlowConsumer : public QObject
{
    Q_OBJECT

    static void smallLimits(ServerConfig &config)
    {
        config.limits.sendQueueSoft = 10 * kilobyte;
        config.limits.sendQueueHigh = 40 * kilobyte;
        config.limits.sendQueueHard = 160 * kilobyte;
        config.limits.sendQueuesTogether = 300 * kilobyte;
        config.limits.firstFollowUp = 1h;
        config.pingInterval = 1h;
    }

private Q_SLOTS:

    void hardLimitClosesAfterTheCall()
    {
        EngineFixture engine(smallLimits);
        engine.openPolling();
        Session *session = engine.handler.latest;
        session->send(packetOf(150 * kilobyte));
        QVERIFY(session->isOpen());
        session->send(packetOf(20 * kilobyte));
        // Not inside send(): its caller may be walking through the members of a room.
        QVERIFY(engine.handler.ended.isEmpty());
        QVERIFY(!session->isOpen());
        QVERIFY(!session->isWritable());
        const qsizetype queued = session->queuedBytes();
        session->send(packetOf(20 * kilobyte));
        QCOMPARE(session->queuedBytes(), queued);

        engine.advance(20ms);
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::SlowConsumer);
        QCOMPARE(engine.counter(Counter::SlowConsumer), quint64(1));
    }

    void goodbyeWithoutTheQueue()
    {
        EngineFixture engine(smallLimits);
        const QByteArray sid = engine.openPolling();
        engine.handler.latest->send(packetOf(200 * kilobyte));
        engine.advance(20ms);
        const auto poll = engine.poll(sid);
        QTRY_VERIFY(poll->isDone());
        QCOMPARE(poll->body(), "1");
    }

    void highLimitClosesAfterAWhile()
    {
        EngineFixture engine(smallLimits);
        engine.openPolling();
        engine.handler.latest->send(packetOf(50 * kilobyte));
        engine.advance(9900ms);
        QVERIFY(engine.handler.ended.isEmpty());
        engine.advance(200ms);
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::SlowConsumer);
    }

    void drainedInTime()
    {
        EngineFixture engine(smallLimits);
        const QByteArray sid = engine.openPolling();
        engine.handler.latest->send(packetOf(50 * kilobyte));
        engine.advance(9s);
        const auto poll = engine.poll(sid);
        QTRY_VERIFY(poll->isDone());
        // Above the limit again, but not since then.
        engine.handler.latest->send(packetOf(50 * kilobyte));
        engine.advance(9s);
        QVERIFY(engine.handler.ended.isEmpty());
        engine.advance(1100ms);
        QCOMPARE(engine.handler.ended.size(), 1);
    }

    void softLimitStopsVolatile()
    {
        EngineFixture engine(smallLimits);
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        Session *session = engine.handler.latest;
        QVERIFY(session->isWritable());
        session->send(packetOf(5 * kilobyte));
        QVERIFY(session->isWritable()); // leaves with this turn
        session->send(packetOf(6 * kilobyte));
        QVERIFY(!session->isWritable());
        QTRY_COMPARE(client->received.size(), 3);
        QVERIFY(session->isWritable());
    }

    void allTogether_largestGoesFirst()
    {
        EngineFixture engine(smallLimits);
        for (int i = 1; i <= 5; ++i) {
            QVERIFY(!engine.openPolling().isEmpty());
        }
        for (quint32 serial = 1; serial <= 5; ++serial) {
            const qsizetype size = serial == 3 ? 110 : 30 + qsizetype(serial);
            engine.engine.session(serial)->send(packetOf(size * kilobyte));
        }
        engine.advance(20ms);
        QVERIFY(engine.handler.ended.isEmpty()); // 31 + 32 + 110 + 34 + 35 are less than 300
        engine.engine.session(quint32(1))->send(packetOf(60 * kilobyte));
        QVERIFY(engine.handler.ended.isEmpty());
        engine.advance(20ms);
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].serial, quint32(3));
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::SlowConsumer);
        QCOMPARE(engine.engine.sessionCount(), 4);
    }

    void allTogether_whatLeftDoesNotCount()
    {
        EngineFixture engine(smallLimits);
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        for (int i = 0; i < 20; ++i) {
            engine.handler.latest->send(packetOf(30 * kilobyte));
            QTRY_COMPARE(client->received.size(), 2 + i);
            engine.advance(20ms);
        }
        QVERIFY(engine.handler.ended.isEmpty());
    }

    /** A peer that reads nothing: the wire is dropped, whatever was queued. */
    void webSocketThatDoesNotRead()
    {
        EngineFixture engine([](ServerConfig &config) {
            smallLimits(config);
            config.limits.sendQueuesTogether = 64 * 1024 * kilobyte;
            config.limits.sendQueueHigh = 8 * 1024 * kilobyte;
            config.limits.sendQueueHard = 16 * 1024 * kilobyte;
        });
        QTcpSocket socket;
        socket.setReadBufferSize(1024);
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), engine.port);
        socket.write("GET /engine.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:"
            + QByteArray::number(engine.port)
            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        QTRY_COMPARE(engine.handler.openedCount, 1);
        for (int i = 0; i < 40 && engine.handler.ended.isEmpty(); ++i) {
            engine.handler.latest->send(packetOf(1024 * kilobyte));
            QTest::qWait(1); // lets the system's buffers fill
            engine.advance(20ms);
        }
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.handler.ended[0].reason, CloseReason::SlowConsumer);
        QCOMPARE(engine.engine.leavingCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_SlowConsumer)
#include "tst_slowconsumer.moc"
