// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/reactor.h"

#include <QTest>

#include <array>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Switchboard;
using namespace Switchboard::Net;

namespace {

/** Two connected sockets that do not block. */
class Pair
{
public:
    Pair() { ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()); }

    ~Pair()
    {
        for (const int end : ends) {
            if (end >= 0) {
                ::close(end);
            }
        }
    }

    std::array<int, 2> ends{-1, -1};
};

class Probe final : public Watcher
{
public:
    void ready(quint8 events) override
    {
        seen |= events;
        ++count;
        if (action) {
            action();
        }
    }

    quint8 seen = 0;
    int count = 0;
    std::function<void()> action;
};

class FlushProbe final : public Flushable
{
public:
    void flush() override
    {
        ++count;
        if (action) {
            action();
        }
    }

    int count = 0;
    std::function<void()> action;
};

class Corpse final : public Mortal
{
public:
    explicit Corpse(int &freed)
        : m_freed(freed)
    { }

    ~Corpse() override { ++m_freed; }

private:
    int &m_freed;
};

} // namespace

class tst_Reactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void readable_data() { backends(); }

    void readable();

    void writable_data() { backends(); }

    void writable();

    void unwatchInCallback_data() { backends(); }

    void unwatchInCallback();

    void descriptorIsReused_data() { backends(); }

    void descriptorIsReused();

    void flushOncePerTurn_data() { backends(); }

    void flushOncePerTurn();

    void flushAgainComesNextTurn_data() { backends(); }

    void flushAgainComesNextTurn();

    void cancelFlush_data() { backends(); }

    void cancelFlush();

    void burial_data() { backends(); }

    void burial();

    void kept_data() { backends(); }

    void kept();

    void timers_data() { backends(); }

    void timers();
    void timerAfterIdleTime();

private:
    static void backends();
    std::unique_ptr<Reactor> make(const Clock *clock = nullptr);
};

void tst_Reactor::backends()
{
    QTest::addColumn<int>("backend");
    QTest::newRow("epoll") << int(Reactor::Backend::Epoll);
    QTest::newRow("notifier") << int(Reactor::Backend::Notifier);
}

std::unique_ptr<Reactor> tst_Reactor::make(const Clock *clock)
{
    const int *backend = static_cast<const int *>(QTest::qData("backend", qMetaTypeId<int>()));
    return Reactor::create(clock, Reactor::Backend(*backend));
}

void tst_Reactor::readable()
{
    const auto reactor = make();
    Pair pair;
    Probe probe;
    QVERIFY(reactor->watch(pair.ends[0], &probe));
    probe.action = [&] {
        char byte;
        QCOMPARE(::read(pair.ends[0], &byte, 1), 1);
    };
    QCOMPARE(::write(pair.ends[1], "ab", 2), 2);
    // Level-triggered: what one turn leaves is told again.
    QTRY_COMPARE(probe.count, 2);
    QCOMPARE(probe.seen, quint8(Watcher::Readable));
    probe.action = {};
    reactor->setInterest(pair.ends[0], &probe, false, false);
    QCOMPARE(::write(pair.ends[1], "c", 1), 1);
    // Another pair's event shows that time has passed for this one too.
    Pair other;
    Probe otherProbe;
    QVERIFY(reactor->watch(other.ends[0], &otherProbe));
    QCOMPARE(::write(other.ends[1], "x", 1), 1);
    QTRY_VERIFY(otherProbe.count > 0);
    QCOMPARE(probe.count, 2);
    reactor->unwatch(pair.ends[0]);
    reactor->unwatch(other.ends[0]);
}

void tst_Reactor::writable()
{
    const auto reactor = make();
    Pair pair;
    Probe probe;
    QVERIFY(reactor->watch(pair.ends[0], &probe));
    probe.action = [&] { reactor->setInterest(pair.ends[0], &probe, true, false); };
    reactor->setInterest(pair.ends[0], &probe, true, true);
    QTRY_COMPARE(probe.seen, quint8(Watcher::Writable));
    QCOMPARE(probe.count, 1);
    reactor->unwatch(pair.ends[0]);
}

void tst_Reactor::unwatchInCallback()
{
    // The one that comes first ends the other, whose event is in the same batch.
    const auto reactor = make();
    Pair a;
    Pair b;
    Probe first;
    Probe second;
    QVERIFY(reactor->watch(a.ends[0], &first));
    QVERIFY(reactor->watch(b.ends[0], &second));
    first.action = [&] {
        reactor->unwatch(a.ends[0]);
        reactor->unwatch(b.ends[0]);
    };
    second.action = first.action;
    QCOMPARE(::write(a.ends[1], "x", 1), 1);
    QCOMPARE(::write(b.ends[1], "x", 1), 1);
    QTRY_COMPARE(first.count + second.count, 1);
    int turns = 0;
    FlushProbe flush;
    flush.action = [&turns] { ++turns; };
    reactor->flushLater(&flush);
    QTRY_COMPARE(turns, 1);
    QCOMPARE(first.count + second.count, 1);
}

void tst_Reactor::descriptorIsReused()
{
    // An event of a closed descriptor must not reach the next owner of its number.
    const auto reactor = make();
    Pair a;
    Pair b;
    Probe first;
    Probe second;
    Probe third;
    QVERIFY(reactor->watch(a.ends[0], &first));
    QVERIFY(reactor->watch(b.ends[0], &second));
    Pair fresh;
    const auto swap = [&](Pair &mine, Pair &theirs) {
        return [&] {
            char byte;
            QCOMPARE(::read(mine.ends[0], &byte, 1), 1);
            reactor->unwatch(theirs.ends[0]);
            QCOMPARE(::dup2(fresh.ends[0], theirs.ends[0]), theirs.ends[0]);
            QVERIFY(reactor->watch(theirs.ends[0], &third));
        };
    };
    first.action = swap(a, b);
    second.action = swap(b, a);
    QCOMPARE(::write(a.ends[1], "x", 1), 1);
    QCOMPARE(::write(b.ends[1], "x", 1), 1);
    QTRY_COMPARE(first.count + second.count, 1);
    FlushProbe flush;
    reactor->flushLater(&flush);
    QTRY_COMPARE(flush.count, 1);
    QCOMPARE(third.count, 0);
    QCOMPARE(::write(fresh.ends[1], "y", 1), 1);
    QTRY_VERIFY(third.count > 0);
    reactor->unwatch(a.ends[0]);
    reactor->unwatch(b.ends[0]);
}

void tst_Reactor::flushOncePerTurn()
{
    const auto reactor = make();
    FlushProbe a;
    FlushProbe b;
    reactor->flushLater(&a);
    reactor->flushLater(&a);
    reactor->flushLater(&b);
    QCOMPARE(a.count, 0);
    QTRY_COMPARE(b.count, 1);
    QCOMPARE(a.count, 1);
}

void tst_Reactor::flushAgainComesNextTurn()
{
    const auto reactor = make();
    FlushProbe again;
    FlushProbe late;
    again.action = [&] {
        if (again.count < 3) {
            reactor->flushLater(&again);
            reactor->cancelFlush(&late);
            reactor->flushLater(&late);
        }
    };
    reactor->flushLater(&again);
    QTRY_COMPARE(again.count, 3);
    QTRY_COMPARE(late.count, 1);
}

void tst_Reactor::cancelFlush()
{
    const auto reactor = make();
    FlushProbe never;
    FlushProbe last;
    reactor->flushLater(&never);
    reactor->flushLater(&last);
    reactor->cancelFlush(&never);
    reactor->cancelFlush(&never);
    QTRY_COMPARE(last.count, 1);
    QCOMPARE(never.count, 0);
}

void tst_Reactor::burial()
{
    const auto reactor = make();
    int freed = 0;
    reactor->bury(std::make_unique<Corpse>(freed));
    QCOMPARE(freed, 0);
    QTRY_COMPARE(freed, 1);
}

void tst_Reactor::kept()
{
    auto reactor = make();
    int freed = 0;
    auto corpse = std::make_unique<Corpse>(freed);
    Mortal *key = corpse.get();
    reactor->keep(std::move(corpse));
    reactor->keep(std::make_unique<Corpse>(freed));
    reactor->buryKept(key);
    QTRY_COMPARE(freed, 1);
    reactor.reset();
    QCOMPARE(freed, 2);
}

void tst_Reactor::timers()
{
    const auto reactor = make();
    int fired = 0;
    WheelTimer timer([&] {
        ++fired;
        if (fired < 3) {
            timer.start(reactor->timers(), std::chrono::milliseconds(1));
        }
    });
    timer.start(reactor->timers(), std::chrono::milliseconds(1));
    QTRY_COMPARE(fired, 3);
}

void tst_Reactor::timerAfterIdleTime()
{
    // A wheel without timers stands still; the next timer must not be measured from back then.
    ManualClock clock;
    const auto reactor = Reactor::create(&clock);
    clock.advance(std::chrono::hours(3));
    int fired = 0;
    WheelTimer timer([&fired] { ++fired; });
    timer.start(reactor->timers(), std::chrono::milliseconds(100));
    QVERIFY(reactor->timers().untilNext() <= std::chrono::milliseconds(120));
    clock.advance(std::chrono::milliseconds(90));
    reactor->timers().advance();
    QCOMPARE(fired, 0);
    clock.advance(std::chrono::milliseconds(30));
    QTRY_COMPARE(fired, 1);
}

QTEST_GUILESS_MAIN(tst_Reactor)

#include "tst_reactor.moc"
