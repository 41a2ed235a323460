// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace Switchboard {

class TimerWheel;

/**
 * One deadline of one owner, kept in a TimerWheel's slot list without allocating.
 *
 * Embed it in the object whose deadline it is: its destructor leaves the wheel. It fires once;
 * start it again for the next round. Thread: the wheel's.
 */
class WheelTimer
{
public:
    WheelTimer() = default;

    /** Sets what happens at the deadline; the timer may be restarted or destroyed inside. */
    explicit WheelTimer(std::function<void()> expired)
        : m_expired(std::move(expired))
    { }

    ~WheelTimer() { stop(); }

    WheelTimer(const WheelTimer &) = delete;
    WheelTimer &operator=(const WheelTimer &) = delete;

    void setCallback(std::function<void()> expired) { m_expired = std::move(expired); }

    /** Arms or re-arms. Fires no earlier than @p after from the wheel's now, at most one tick late.
     */
    void start(TimerWheel &wheel, std::chrono::milliseconds after);
    void stop();

    bool isActive() const { return m_wheel != nullptr; }

private:
    friend class TimerWheel;

    std::function<void()> m_expired;
    TimerWheel *m_wheel = nullptr;
    WheelTimer *m_next = nullptr;
    WheelTimer *m_previous = nullptr;
    std::uint64_t m_dueTick = 0;
    std::uint32_t m_slot = 0;
};

/**
 * All deadlines of the engine: hierarchical timing wheel, O(1) to start, stop and fire.
 *
 * Does not watch the time itself: its owner (the Reactor) calls advance() once per tick, tests
 * call it after moving a ManualClock. A jump over many ticks fires everything due, once.
 *
 * Thread: engine thread only. Outlives its timers, or detaches them when it dies first.
 */
class TimerWheel
{
public:
    static constexpr std::chrono::milliseconds tick{10};

    explicit TimerWheel(const Clock &clock);
    ~TimerWheel();
    TimerWheel(const TimerWheel &) = delete;
    TimerWheel &operator=(const TimerWheel &) = delete;

    /** Fires what is due at the clock's now. */
    void advance();

    const Clock &clock() const { return m_clock; }

    std::ptrdiff_t activeCount() const { return m_active; }

    /** How long the owner may sleep before the next advance() is of use; capped at one second. */
    std::chrono::milliseconds untilNext() const;

private:
    friend class WheelTimer;

    static constexpr std::uint32_t slotBits = 8;
    static constexpr std::uint32_t slotsPerLevel = 1U << slotBits;
    static constexpr std::uint32_t levels = 4;

    std::uint64_t tickAt(MonotonicTime time) const;
    void insert(WheelTimer *timer);
    void unlink(WheelTimer *timer);
    void cascade(std::uint32_t level);

    const Clock &m_clock;
    MonotonicTime m_start;
    std::uint64_t m_currentTick = 0;
    std::ptrdiff_t m_active = 0;
    std::array<WheelTimer *, slotsPerLevel * levels + 1> m_slots{};
};

} // namespace Switchboard
