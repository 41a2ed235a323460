// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/ackmatcher.h"

#include <QtTest>

using namespace Switchboard;
using namespace Switchboard::App;

class tst_AckMatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerOfTheServerIsNoLatencyOfOurs();
    void answerOfAClient();
    void sameIdOfAnotherClientOrNamespaceIsAnotherAck();
    void everyAnswerToABroadcastCounts();
    void unknownAckIsIgnored();
    void notAskedIsNotOpen();
    void timesOutAfterAMinute();
    void tableIsBounded();
    void asksThatLeftTheRingAreForgotten();

private:
    RowId add(EventRing &ring, Kind kind, qint64 ackId, qint64 time, quint32 client = 1,
        QByteArrayView nsp = "/", quint32 count = 1)
    {
        Traffic::Record record;
        record.kind = kind;
        record.ackId = ackId;
        record.time = time;
        record.client = client;
        record.nsp = nsp;
        record.count = count;
        record.event = kind == Kind::In || kind == Kind::Out ? "ask" : "";
        record.flags
            = kind == Kind::In || kind == Kind::Out ? quint8(Traffic::AckAsked) : quint8(0);
        return ring.append(record);
    }
};

void tst_AckMatcher::answerOfTheServerIsNoLatencyOfOurs()
{
    EventRing ring(10, 1000);
    AckMatcher acks(ring);
    const RowId asked = add(ring, Kind::In, 7, 1000);
    QVERIFY(!acks.added(asked));
    QCOMPARE(ring.at(asked).ack, AckState::Waiting);
    const RowId answer = add(ring, Kind::AckOut, 7, 4200);
    QVERIFY(!acks.added(answer));
    QCOMPARE(ring.at(asked).ack, AckState::Answered);
    QCOMPARE(ring.at(asked).latency, 3200U);
    QCOMPARE(ring.at(answer).latency, 3200U);
    QCOMPARE(ring.names().name(ring.at(answer).event), QByteArray("ask"));
}

void tst_AckMatcher::answerOfAClient()
{
    EventRing ring(10, 1000);
    AckMatcher acks(ring);
    acks.added(add(ring, Kind::Out, 0, 1000));
    QCOMPARE(acks.added(add(ring, Kind::AckIn, 0, 6000)), std::optional<qint64>(5000));
    QVERIFY(!acks.added(add(ring, Kind::AckIn, 0, 7000)));
}

void tst_AckMatcher::sameIdOfAnotherClientOrNamespaceIsAnotherAck()
{
    EventRing ring(10, 1000);
    AckMatcher acks(ring);
    const RowId asked = add(ring, Kind::Out, 5, 0, 1, "/a");
    acks.added(asked);
    acks.added(add(ring, Kind::AckIn, 5, 1, 2, "/a"));
    acks.added(add(ring, Kind::AckIn, 5, 1, 1, "/b"));
    acks.added(add(ring, Kind::AckOut, 5, 1, 1, "/a"));
    QCOMPARE(ring.at(asked).ack, AckState::Waiting);
    acks.added(add(ring, Kind::AckIn, 5, 9, 1, "/a"));
    QCOMPARE(ring.at(asked).latency, 9U);
}

void tst_AckMatcher::everyAnswerToABroadcastCounts()
{
    EventRing ring(10, 1000);
    AckMatcher acks(ring);
    const RowId asked = add(ring, Kind::Out, 3, 0, 0, "/", 2);
    acks.added(asked);
    QVERIFY(acks.added(add(ring, Kind::AckIn, 3, 10, 1)));
    QVERIFY(acks.added(add(ring, Kind::AckIn, 3, 30, 2)));
    QVERIFY(!acks.added(add(ring, Kind::AckIn, 3, 40, 3)));
    QCOMPARE(ring.at(asked).answers, 2U);
    QCOMPARE(ring.at(asked).latency, 30U);
}

void tst_AckMatcher::unknownAckIsIgnored()
{
    EventRing ring(10, 1000);
    AckMatcher acks(ring);
    const RowId answer = add(ring, Kind::AckIn, 99, 1);
    QVERIFY(!acks.added(answer));
    QCOMPARE(ring.at(answer).ack, AckState::None);
}

void tst_AckMatcher::notAskedIsNotOpen()
{
    EventRing ring(10, 1000);
    AckMatcher acks(ring);
    const RowId event = add(ring, Kind::In, -1, 0);
    ring.at(event).flags = 0;
    acks.added(event);
    QCOMPARE(ring.at(event).ack, AckState::None);
}

void tst_AckMatcher::timesOutAfterAMinute()
{
    EventRing ring(10, 1000);
    AckMatcher acks(ring);
    const RowId out = add(ring, Kind::Out, 1, 0);
    const RowId in = add(ring, Kind::In, 1, 0);
    acks.added(out);
    acks.added(in);
    const qint64 minute = AckMatcher::timeout.count();
    QCOMPARE(acks.expire(minute - 1), 0);
    QCOMPARE(ring.at(out).ack, AckState::Waiting);
    QCOMPARE(acks.expire(minute), 1);
    QCOMPARE(ring.at(out).ack, AckState::TimedOut);
    QCOMPARE(ring.at(in).ack, AckState::TimedOut);
    QVERIFY(!acks.added(add(ring, Kind::AckIn, 1, minute + 1)));
}

void tst_AckMatcher::tableIsBounded()
{
    EventRing ring(10, 1000);
    AckMatcher acks(ring, 2);
    const RowId first = add(ring, Kind::Out, 1, 0);
    acks.added(first);
    acks.added(add(ring, Kind::Out, 2, 0));
    acks.added(add(ring, Kind::Out, 3, 0));
    QCOMPARE(ring.at(first).ack, AckState::TimedOut);
    QCOMPARE(acks.expire(0), 1);
}

void tst_AckMatcher::asksThatLeftTheRingAreForgotten()
{
    EventRing ring(1, 1000);
    AckMatcher acks(ring);
    acks.added(add(ring, Kind::Out, 1, 0));
    QVERIFY(!acks.added(add(ring, Kind::AckIn, 1, 5)));
    QCOMPARE(acks.expire(6), 1);
}

QTEST_APPLESS_MAIN(tst_AckMatcher)
#include "tst_ackmatcher.moc"
