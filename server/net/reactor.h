// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/counters.h"
#include "core/timerwheel.h"
#include "net/connectionledger.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace Switchboard::Net {

/** Something with a deferred write; see Reactor::flushLater(). */
class Flushable
{
public:
    /** Writes what has been queued since the last turn. May end in the object's own closing. */
    virtual void flush() = 0;

protected:
    virtual ~Flushable() = default;

private:
    friend class Reactor;
    /** Place in the reactor's list counted from 1, or 0. */
    quint32 m_flushPlace = 0;
};

/** Whoever reads from and writes to one descriptor. */
class Watcher
{
public:
    enum Event : quint8 { Readable = 1, Writable = 2, HungUp = 4 };

    virtual void ready(quint8 events) = 0;

protected:
    ~Watcher() = default;
};

/** Base of what may have to outlive the call in which it ends; see Reactor::bury(). */
class Mortal
{
public:
    virtual ~Mortal() = default;
};

/**
 * Waits for the sockets of the engine and runs its turns inside Qt's event loop.
 *
 * A turn: every ready watcher once, then flush() of every Flushable that asked, then the dead are
 * freed. Two implementations, chosen at build time by SWITCHBOARD_REACTOR and otherwise alike: an
 * epoll set that Qt watches through one QSocketNotifier, or one notifier per socket. Also keeps
 * what all connections of one engine share: clock, timer wheel, counters, receive buffer.
 *
 * Thread: the engine thread, in which it was made. Outlives every watcher.
 */
class Reactor : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Reactor)

public:
    enum class Backend : quint8 {
        Default, // as SWITCHBOARD_REACTOR says
        Epoll, // Linux only; elsewhere the same as Notifier
        Notifier,
    };

    /** @param clock what timers go by; nullptr takes the system's */
    static std::unique_ptr<Reactor> create(
        const Clock *clock = nullptr, Backend backend = Backend::Default);
    ~Reactor() override;

    /** Starts watching @p descriptor for Readable. False when the system refuses. */
    virtual bool watch(int descriptor, Watcher *watcher) = 0;
    virtual void setInterest(int descriptor, Watcher *watcher, bool readable, bool writable) = 0;

    /** Must be called before the descriptor is closed; no event for it is delivered afterwards. */
    virtual void unwatch(int descriptor) = 0;

    /** Asks for one flush() at the end of this turn, or of the next when none is running. */
    void flushLater(Flushable *flushable);
    void cancelFlush(Flushable *flushable);

    /** Frees @p dead at the end of the turn, so that frames of its own above us may return. */
    void bury(std::unique_ptr<Mortal> dead);

    /** Owns @p mortal, whose owner is gone while it still has something to do; buryKept() ends it.
     */
    void keep(std::unique_ptr<Mortal> mortal);
    void buryKept(Mortal *mortal);

    /** Scratch that one watcher may fill and use during its ready() call. */
    std::span<char> receiveBuffer();

    /** Ask anew each time: outside of a turn this also sees to it that the wheel is looked at. */
    TimerWheel &timers();

    const Clock &clock() const { return *m_clock; }

    Counters &counters() { return m_counters; }

    /** The open connections of all listeners. */
    ConnectionLedger &connections() { return m_connections; }

protected:
    explicit Reactor(const Clock *clock);

    /** Fires due timers; implementations call it before a batch of events. */
    void beginTurn();

    /** Flushes and buries; implementations call it after a batch of events. */
    void endTurn();

    /** Last step of every turn, for what is done once for many changes. */
    virtual void settle() { }

    /** Frees what is still here while watching still works; implementations' destructors call it.
     */
    void freeAll();

    bool m_inTurn = false;

private:
    void scheduleTurn();
    void flushAll();
    void freeDead();
    void armTimer();

    std::unique_ptr<const Clock> m_ownClock;
    const Clock *m_clock;
    std::unique_ptr<TimerWheel> m_timers;
    Counters m_counters;
    ConnectionLedger m_connections;
    QTimer m_timer;
    MonotonicTime m_timerDue{0};
    std::unique_ptr<char[]> m_buffer;
    std::vector<Flushable *> m_flushables;
    std::vector<std::unique_ptr<Mortal>> m_dead;
    std::unordered_map<Mortal *, std::unique_ptr<Mortal>> m_kept;
    bool m_turnScheduled = false;
};

} // namespace Switchboard::Net
