// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/tap.h"
#include "traffic/trafficring.h"

#include <QTest>

#include <thread>

using namespace Switchboard;
using namespace Switchboard::Traffic;

class tst_TrafficRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack();
    void wrapsAround();
    void fullRingDropsAndCounts();
    void tooLargeForTheRing();
    void drainInPortions();
    void oneWriterOneReader();
    void tapStampsAndCuts();
};

void tst_TrafficRing::everyFieldComesBack()
{
    TrafficRing ring(4096);
    Record in;
    in.sequence = 7;
    in.time = 1'790'000'000'000'001;
    in.ackId = 0;
    in.client = 12;
    in.count = 9;
    in.size = 318;
    in.kind = Kind::Out;
    in.flags = Binary | AckAsked;
    in.via = Via::WebSocket;
    in.nsp = "/chat";
    in.event = "chat:message";
    in.target = "lobby\n!kitchen";
    in.payload = R"({"user":"ada"})";
    in.attachments = QByteArrayView("\x01\0\0\0x", 5);
    QVERIFY(ring.write(in));
    QVERIFY(ring.write(Record{}));
    int count = 0;
    QCOMPARE(ring.drain([&](const Record &out) {
        if (count++ > 0) {
            QVERIFY(out.nsp.isEmpty() && out.payload.isEmpty() && out.attachments.isEmpty());
            QCOMPARE(out.ackId, -1);
            return;
        }
        QCOMPARE(out.sequence, in.sequence);
        QCOMPARE(out.time, in.time);
        QCOMPARE(out.ackId, in.ackId);
        QCOMPARE(out.client, in.client);
        QCOMPARE(out.count, in.count);
        QCOMPARE(out.size, in.size);
        QVERIFY(out.kind == in.kind);
        QCOMPARE(out.flags, in.flags);
        QVERIFY(out.via == in.via);
        QCOMPARE(out.nsp.toByteArray(), in.nsp.toByteArray());
        QCOMPARE(out.event.toByteArray(), in.event.toByteArray());
        QCOMPARE(out.target.toByteArray(), in.target.toByteArray());
        QCOMPARE(out.payload.toByteArray(), in.payload.toByteArray());
        QCOMPARE(out.attachments.toByteArray(), in.attachments.toByteArray());
    }),
        std::size_t(2));
    QCOMPARE(ring.drain([](const Record &) { QFAIL("nothing is left"); }), std::size_t(0));
}

void tst_TrafficRing::wrapsAround()
{
    TrafficRing ring(4096);
    for (quint64 i = 1; i <= 10'000; ++i) {
        const QByteArray payload(qsizetype(i % 700), char('a' + i % 26));
        Record record;
        record.sequence = i;
        record.payload = payload;
        QVERIFY(ring.write(record));
        QCOMPARE(ring.drain([&](const Record &out) {
            QCOMPARE(out.sequence, i);
            QCOMPARE(out.payload.toByteArray(), payload);
        }),
            std::size_t(1));
    }
    QCOMPARE(ring.dropped(), quint64(0));
}

void tst_TrafficRing::fullRingDropsAndCounts()
{
    TrafficRing ring(4096);
    Record record;
    quint64 written = 0;
    for (int i = 0; i < 1000; ++i) {
        record.sequence = quint64(i);
        written += ring.write(record) ? 1U : 0U;
    }
    QCOMPARE(written, quint64(4096 / 64));
    QCOMPARE(ring.dropped(), quint64(1000) - written);
    QCOMPARE(ring.drain([](const Record &) {}), std::size_t(written));
    QVERIFY(ring.write(record));
}

void tst_TrafficRing::tooLargeForTheRing()
{
    TrafficRing ring(4096);
    const QByteArray payload(3000, 'x');
    Record record;
    record.payload = payload;
    QVERIFY(!ring.write(record));
    QCOMPARE(ring.dropped(), quint64(1));
}

void tst_TrafficRing::drainInPortions()
{
    TrafficRing ring(4096);
    for (quint64 i = 0; i < 10; ++i) {
        Record record;
        record.sequence = i;
        QVERIFY(ring.write(record));
    }
    quint64 next = 0;
    const auto sink = [&](const Record &record) { QCOMPARE(record.sequence, next++); };
    QCOMPARE(ring.drain(sink, 3), std::size_t(3));
    QCOMPARE(ring.drain(sink, 3), std::size_t(3));
    QCOMPARE(ring.drain(sink), std::size_t(4));
}

void tst_TrafficRing::oneWriterOneReader()
{
    TrafficRing ring(64 * 1024);
    constexpr quint64 count = 200'000;
    std::thread writer([&ring] {
        QByteArray payload;
        for (quint64 i = 1; i <= count; ++i) {
            payload.fill(char('a' + i % 26), qsizetype(i % 300));
            Record record;
            record.sequence = i;
            record.payload = payload;
            ring.write(record);
        }
    });
    quint64 last = 0;
    quint64 received = 0;
    bool broken = false;
    while (received + ring.dropped() < count) {
        ring.drain([&](const Record &record) {
            broken = broken || record.sequence <= last
                || record.payload.size() != qsizetype(record.sequence % 300)
                || record.payload.count(char('a' + record.sequence % 26)) != record.payload.size();
            last = record.sequence;
            ++received;
        });
    }
    writer.join();
    ring.drain([&](const Record &) { ++received; });
    QVERIFY(!broken);
    QCOMPARE(received + ring.dropped(), count);
}

void tst_TrafficRing::tapStampsAndCuts()
{
    ManualClock clock;
    Tap tap(clock);
    QVERIFY(!tap.isOn());
    TrafficRing ring(4096);
    tap.setRing(&ring);
    QVERIFY(tap.isOn());
    tap.setMaxPayload(4);
    Record record;
    record.payload = "123456";
    record.size = 6;
    tap.record(record);
    tap.record({});
    quint64 sequence = 0;
    ring.drain([&](const Record &out) {
        QCOMPARE(out.sequence, ++sequence);
        QCOMPARE(out.time, clock.wall().count());
        if (sequence == 1) {
            QCOMPARE(out.payload.toByteArray(), QByteArray("1234"));
            QCOMPARE(out.size, 6U);
            QVERIFY(out.flags & Cut);
        }
    });
    QCOMPARE(sequence, quint64(2));
    tap.setRing(nullptr);
    QVERIFY(!tap.isOn());
}

QTEST_APPLESS_MAIN(tst_TrafficRing)
#include "tst_trafficring.moc"
