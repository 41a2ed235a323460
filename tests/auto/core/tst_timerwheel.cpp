// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/timerwheel.h"

#include <QTest>

using namespace Switchboard;
using namespace std::chrono_literals;

class tst_TimerWheel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverEarlyAtMostATickLate_data();
    void neverEarlyAtMostATickLate();
    void restartMovesTheDeadline();
    void stopAndDestroy();
    void callbackRestartsItself();
    void callbackDestroysTimers();
    void jumpFiresEverythingOnce();
    void wheelDiesFirst();
    void untilNextNeverOversleeps();
};

void tst_TimerWheel::neverEarlyAtMostATickLate_data()
{
    QTest::addColumn<qint64>("after");
    // Around the borders of the wheel's levels: 256 and 65,536 ticks of 10 ms.
    for (const qint64 after : {0, 1, 9, 10, 11, 2'549, 2'550, 2'560, 2'561, 25'000, 45'000, 655'350,
             655'360, 655'361, 2'000'000}) {
        QTest::addRow("%lld ms", static_cast<long long>(after)) << after;
    }
}

void tst_TimerWheel::neverEarlyAtMostATickLate()
{
    QFETCH(qint64, after);
    for (const auto lead : {0ms, 3ms, 2'555ms, 700'000ms}) {
        ManualClock clock;
        TimerWheel wheel(clock);
        // Something active, so that the wheel really turns over the lead.
        WheelTimer other([] {});
        other.start(wheel, 100h);
        clock.advance(lead);
        wheel.advance();

        MonotonicTime firedAt{0};
        WheelTimer timer([&] { firedAt = clock.now(); });
        const MonotonicTime start = clock.now();
        timer.start(wheel, std::chrono::milliseconds(after));
        const MonotonicTime due = start + std::chrono::milliseconds(after);
        clock.advance(due - start - 1ns);
        wheel.advance();
        QVERIFY(firedAt == 0ns || after == 0);
        clock.advance(2 * TimerWheel::tick);
        wheel.advance();
        QVERIFY(firedAt >= due);
    }
}

void tst_TimerWheel::restartMovesTheDeadline()
{
    ManualClock clock;
    TimerWheel wheel(clock);
    int fired = 0;
    WheelTimer timer([&] { ++fired; });
    timer.start(wheel, 100ms);
    clock.advance(90ms);
    wheel.advance();
    timer.start(wheel, 100ms);
    QCOMPARE(wheel.activeCount(), 1);
    clock.advance(90ms);
    wheel.advance();
    QCOMPARE(fired, 0);
    clock.advance(30ms);
    wheel.advance();
    QCOMPARE(fired, 1);
    QVERIFY(!timer.isActive());
    QCOMPARE(wheel.activeCount(), 0);
}

void tst_TimerWheel::stopAndDestroy()
{
    ManualClock clock;
    TimerWheel wheel(clock);
    int fired = 0;
    WheelTimer stopped([&] { ++fired; });
    stopped.start(wheel, 50ms);
    {
        WheelTimer destroyed([&] { ++fired; });
        destroyed.start(wheel, 50ms);
        QCOMPARE(wheel.activeCount(), 2);
    }
    stopped.stop();
    stopped.stop();
    QCOMPARE(wheel.activeCount(), 0);
    clock.advance(1s);
    wheel.advance();
    QCOMPARE(fired, 0);
}

void tst_TimerWheel::callbackRestartsItself()
{
    ManualClock clock;
    TimerWheel wheel(clock);
    int fired = 0;
    WheelTimer timer;
    timer.setCallback([&] {
        if (++fired < 5) {
            timer.start(wheel, 100ms);
        }
    });
    timer.start(wheel, 100ms);
    for (int i = 0; i < 100; ++i) {
        clock.advance(10ms);
        wheel.advance();
    }
    QCOMPARE(fired, 5);
}

void tst_TimerWheel::callbackDestroysTimers()
{
    ManualClock clock;
    TimerWheel wheel(clock);
    int fired = 0;
    auto first = std::make_unique<WheelTimer>();
    auto second = std::make_unique<WheelTimer>();
    // Whichever comes first takes both away.
    const auto both = [&] {
        ++fired;
        first.reset();
        second.reset();
    };
    first->setCallback(both);
    second->setCallback(both);
    first->start(wheel, 20ms);
    second->start(wheel, 20ms);
    clock.advance(50ms);
    wheel.advance();
    QCOMPARE(fired, 1);
    QCOMPARE(wheel.activeCount(), 0);
}

void tst_TimerWheel::jumpFiresEverythingOnce()
{
    ManualClock clock;
    TimerWheel wheel(clock);
    std::vector<std::unique_ptr<WheelTimer>> timers;
    int fired = 0;
    for (int i = 0; i < 1000; ++i) {
        timers.push_back(std::make_unique<WheelTimer>([&] { ++fired; }));
        timers.back()->start(wheel, std::chrono::milliseconds(i * 7));
    }
    clock.advance(1h);
    wheel.advance();
    QCOMPARE(fired, 1000);
    wheel.advance();
    QCOMPARE(fired, 1000);
}

void tst_TimerWheel::wheelDiesFirst()
{
    ManualClock clock;
    WheelTimer timer([] {});
    {
        TimerWheel wheel(clock);
        timer.start(wheel, 100ms);
        QVERIFY(timer.isActive());
    }
    QVERIFY(!timer.isActive());
}

void tst_TimerWheel::untilNextNeverOversleeps()
{
    ManualClock clock;
    TimerWheel wheel(clock);
    QCOMPARE(wheel.untilNext(), 1000ms);
    for (const auto after : {1ms, 15ms, 400ms, 2'700ms, 30'000ms}) {
        MonotonicTime firedAt{0};
        WheelTimer timer([&] { firedAt = clock.now(); });
        const MonotonicTime due = clock.now() + after;
        timer.start(wheel, after);
        int rounds = 0;
        while (firedAt == 0ns && rounds < 10'000) {
            clock.advance(std::max(wheel.untilNext(), 1ms));
            wheel.advance();
            ++rounds;
        }
        QVERIFY(firedAt >= due);
        QVERIFY(firedAt <= due + 2 * TimerWheel::tick);
    }
}

QTEST_APPLESS_MAIN(tst_TimerWheel)
#include "tst_timerwheel.moc"
