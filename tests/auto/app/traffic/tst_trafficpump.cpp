// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "auto/app/traffic/trafficfixture.h"

#include <QtTest>

using namespace std::chrono_literals;
using namespace Switchboard;
using namespace Switchboard::App;

class tst_TrafficPump : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jumpsBecomeGaps();
    void aServerStartedAnewIsNoGap();
    void connectRecordsNameClients();
    void tooMuchWaitsForTheNextTurn();
    void thinningFollowsTheCost();
    void aBusyMachineDoesNotThinAFewRows();
    void ratesComeFromTheTotals();
    void seriesAndTimeline();
    void kindsAndErrorsAreCounted();
    void latenciesArePercentiles();
    void busiestIsSmoothedAndSteady();
    void namesAreSuggested();
    void changedOnlyWhenSomethingChanged();
};

void tst_TrafficPump::jumpsBecomeGaps()
{
    TrafficFixture traffic;
    traffic.in("a");
    traffic.sequence += 12'400;
    traffic.in("b");
    traffic.pump.drain();
    const EventRing &ring = traffic.pump.ring();
    QCOMPARE(ring.size(), 3);
    QCOMPARE(ring.at(2).kind, Kind::Gap);
    QCOMPARE(ring.at(2).count, 12'400U);
}

void tst_TrafficPump::aServerStartedAnewIsNoGap()
{
    TrafficFixture traffic;
    traffic.sequence = 500;
    traffic.in("a");
    traffic.sequence = 0;
    traffic.in("b");
    traffic.in("c");
    traffic.pump.drain();
    QCOMPARE(traffic.pump.ring().size(), 3);
}

void tst_TrafficPump::connectRecordsNameClients()
{
    TrafficFixture traffic;
    traffic.connectClient(7, R"({"sid":"1792…7x","address":"10.0.0.2","transport":"polling"})");
    traffic.connectClient(8, "no json");
    traffic.pump.drain();
    ClientNames &clients = traffic.pump.clients();
    QCOMPARE(clients.label(7), QStringLiteral("1792…7x"));
    QCOMPARE(clients.client(7).address, QStringLiteral("10.0.0.2"));
    QCOMPARE(clients.label(8), QStringLiteral("#8"));
    QCOMPARE(clients.label(0), QString());
    clients.setName(7, QStringLiteral("a\nda"));
    QCOMPARE(clients.label(7), QStringLiteral("a␊da"));

    ClientNames few(2);
    for (quint32 serial = 1; serial <= 3; ++serial) {
        few.setName(serial, QStringLiteral("x"));
    }
    QCOMPARE(few.label(1), QStringLiteral("#1"));
    QCOMPARE(few.label(3), QStringLiteral("x"));
}

void tst_TrafficPump::tooMuchWaitsForTheNextTurn()
{
    TrafficFixture traffic;
    for (int i = 0; i < 30'000; ++i) {
        traffic.in("a", "1");
    }
    traffic.pump.drain();
    QCOMPARE(traffic.pump.ring().size(), 20'000);
    traffic.pump.drain();
    QCOMPARE(traffic.pump.ring().size(), 30'000);
}

void tst_TrafficPump::thinningFollowsTheCost()
{
    PayloadThinning thinning;
    QVERIFY(thinning.keepNext());
    thinning.drained(9ms, 1000);
    thinning.drained(9ms, 1000);
    QCOMPARE(thinning.every(), 4);
    int kept = 0;
    for (int i = 0; i < 100; ++i) {
        kept += thinning.keepNext() ? 1 : 0;
    }
    QCOMPARE(kept, 25);
    for (int i = 0; i < 20; ++i) {
        thinning.drained(100ms, 1000);
    }
    QCOMPARE(thinning.every(), PayloadThinning::mostSkipped);
    for (int i = 0; i < PayloadThinning::quickDrains - 1; ++i) {
        thinning.drained(1ms, 1000);
    }
    QCOMPARE(thinning.every(), 256);
    thinning.drained(1ms, 1000);
    QCOMPARE(thinning.every(), 128);
    for (int i = 0; i < 8 * PayloadThinning::quickDrains; ++i) {
        thinning.drained(1ms, 1000);
    }
    QCOMPARE(thinning.every(), 1);
}

void tst_TrafficPump::aBusyMachineDoesNotThinAFewRows()
{
    PayloadThinning thinning;
    thinning.drained(1s, 0);
    thinning.drained(1s, PayloadThinning::fewRows);
    QCOMPARE(thinning.every(), 1);
    thinning.drained(1s, PayloadThinning::fewRows + 1);
    QCOMPARE(thinning.every(), 2);
}

void tst_TrafficPump::ratesComeFromTheTotals()
{
    TrafficFixture traffic;
    Traffic::Totals totals;
    for (int i = 0; i < 10; ++i) {
        totals.eventsIn += 50;
        totals.eventsOut += 250;
        totals.emits += 50;
        totals.bytesIn += 1000;
        totals.bytesOut += 3000;
        traffic.clock.advance(500ms);
        traffic.stats.sample(totals, traffic.clock.wall().count());
        traffic.pump.drain();
    }
    QCOMPARE(traffic.stats.inRate(), 100.0);
    QCOMPARE(traffic.stats.outRate(), 500.0);
    QCOMPARE(traffic.stats.bytesInRate(), 2000.0);
    QCOMPARE(traffic.stats.bytesOutRate(), 6000.0);
    QCOMPARE(traffic.stats.fanOut(), 5.0);
    QCOMPARE(traffic.stats.inPeak(), 100.0);

    // A server started anew counts from zero; nothing falls below it.
    traffic.clock.advance(500ms);
    traffic.stats.sample(Traffic::Totals(), traffic.clock.wall().count());
    traffic.pump.drain();
    QCOMPARE(traffic.stats.inRate(), 0.0);
    QCOMPARE(traffic.stats.inPeak(), 100.0);

    totals = Traffic::Totals();
    totals.eventsIn = 10;
    traffic.clock.advance(1s);
    traffic.stats.sample(totals, traffic.clock.wall().count());
    traffic.clock.advance(500ms);
    traffic.pump.drain();
    QCOMPARE(traffic.stats.inRate(), 10.0);
    for (int i = 0; i < 4; ++i) {
        traffic.passSecond(); // no news: the engine has stopped
    }
    QCOMPARE(traffic.stats.inRate(), 0.0);
}

void tst_TrafficPump::seriesAndTimeline()
{
    TrafficFixture traffic;
    Traffic::Totals totals;
    traffic.stats.sample(totals, traffic.clock.wall().count());
    for (int second = 1; second <= 10; ++second) {
        traffic.clock.advance(1s);
        totals.eventsIn += quint64(second);
        traffic.stats.sample(totals, traffic.clock.wall().count());
        traffic.in("e", "1");
        traffic.pump.drain();
    }
    traffic.clock.advance(1s);
    traffic.pump.drain();
    const QVariantList series = traffic.stats.series(QStringLiteral("in"), 60, 60);
    QCOMPARE(series.size(), 60);
    QCOMPARE(series.constLast().toDouble(), 10.0);
    QCOMPARE(series.at(50).toDouble(), 1.0);
    QCOMPARE(series.constFirst().toDouble(), 0.0);
    QCOMPARE(traffic.stats.series(QStringLiteral("in"), 600, 60).constLast().toDouble(), 5.5);
    const auto bars = traffic.stats.timeline(300, 150);
    quint32 rows = 0;
    for (const TrafficStats::Bar &bar : bars) {
        rows += bar.in;
        QVERIFY(!bar.error && bar.out == 0);
    }
    QCOMPARE(rows, 10U);

    // After an hour the buckets are used again.
    traffic.clock.advance(1h);
    traffic.pump.drain();
    QCOMPARE(traffic.stats.series(QStringLiteral("in"), 3600, 60).constLast().toDouble(), 0.0);
}

void tst_TrafficPump::kindsAndErrorsAreCounted()
{
    TrafficFixture traffic;
    traffic.in("e");
    traffic.in("e");
    Traffic::Record error;
    error.kind = Kind::Error;
    error.event = "parse error";
    traffic.put(error);
    traffic.pump.drain();
    traffic.passSecond();
    QCOMPARE(traffic.stats.kindRate(Kind::In), 2);
    QCOMPARE(traffic.stats.kindRate(Kind::Error), 1);
    QCOMPARE(traffic.stats.errors10m(), 1);
    QCOMPARE(traffic.stats.rowRate(), 3.0);
    traffic.clock.advance(11min);
    traffic.pump.drain();
    QCOMPARE(traffic.stats.errors10m(), 0);
    QCOMPARE(traffic.stats.kindRate(Kind::In), 0);
}

void tst_TrafficPump::latenciesArePercentiles()
{
    TrafficFixture traffic;
    traffic.passSecond();
    QCOMPARE(traffic.stats.ackP50(), -1);
    for (int i = 1; i <= 100; ++i) {
        traffic.stats.addLatency(i * 1000, traffic.clock.wall().count());
    }
    traffic.passSecond();
    QCOMPARE(traffic.stats.ackP50(), 50'000);
    QCOMPARE(traffic.stats.ackP95(), 95'000);
    traffic.clock.advance(61s);
    traffic.pump.drain();
    QCOMPARE(traffic.stats.ackP95(), -1);
}

void tst_TrafficPump::busiestIsSmoothedAndSteady()
{
    TrafficFixture traffic;
    const auto second = [&](int a, int b) {
        for (int i = 0; i < a; ++i) {
            traffic.in("a");
        }
        for (int i = 0; i < b; ++i) {
            traffic.in("b");
        }
        traffic.pump.drain();
        traffic.passSecond();
    };
    const auto first = [&] { return traffic.stats.busiest().constFirst().value<BusyEvent>().name; };
    for (int i = 0; i < 10; ++i) {
        second(20, 10);
    }
    QCOMPARE(first(), QStringLiteral("a"));
    second(20, 21); // one louder second changes nothing
    second(20, 10);
    QCOMPARE(first(), QStringLiteral("a"));
    for (int i = 0; i < 15; ++i) {
        second(0, 10);
    }
    QCOMPARE(first(), QStringLiteral("b"));
    for (int i = 0; i < 60; ++i) {
        second(0, 0);
    }
    QVERIFY(traffic.stats.busiest().isEmpty());

    for (int i = 0; i < 20; ++i) {
        traffic.in("n" + QByteArray::number(i));
    }
    traffic.pump.drain();
    traffic.passSecond();
    traffic.passSecond();
    traffic.passSecond();
    QCOMPARE(traffic.stats.busiest().size(), 6);
}

void tst_TrafficPump::namesAreSuggested()
{
    TrafficFixture traffic;
    traffic.in("chat:message", R"({"n":1})");
    traffic.in("chat:message", R"({"n":2},true)");
    traffic.in("typing");
    traffic.pump.drain();
    traffic.passSecond();
    traffic.passSecond();
    QCOMPARE(traffic.stats.eventNames(QStringLiteral("CHAT")),
        QStringList(QStringLiteral("chat:message")));
    QCOMPARE(traffic.stats.eventNames(QString()).size(), 2);
    QCOMPARE(traffic.stats.eventNames(QString()).constFirst(), QStringLiteral("chat:message"));
    QCOMPARE(traffic.stats.eventNames(QString(), 1).size(), 1);
    QCOMPARE(traffic.stats.lastArguments(QStringLiteral("chat:message")),
        QStringLiteral("[{\"n\":2},true]"));
    QCOMPARE(traffic.stats.lastArguments(QStringLiteral("unknown")), QString());
    QVERIFY(traffic.stats.eventRate(QStringLiteral("chat:message")) > 0);
}

void tst_TrafficPump::changedOnlyWhenSomethingChanged()
{
    TrafficFixture traffic;
    traffic.passSecond();
    traffic.passSecond();
    QSignalSpy changed(&traffic.stats, &TrafficStats::changed);
    QSignalSpy busiest(&traffic.stats, &TrafficStats::busiestChanged);
    for (int i = 0; i < 100; ++i) {
        traffic.clock.advance(33ms);
        traffic.pump.drain();
    }
    QCOMPARE(changed.size(), 0);
    QCOMPARE(busiest.size(), 0);
}

QTEST_GUILESS_MAIN(tst_TrafficPump)
#include "tst_trafficpump.moc"
