// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/timerwheel.h"

#include <algorithm>
#include <utility>

namespace Switchboard {

namespace {
// The last entry of the slot array holds the timers of the tick that is being fired.
constexpr std::uint32_t firingSlot = 256 * 4;
} // namespace

void WheelTimer::start(TimerWheel &wheel, std::chrono::milliseconds after)
{
    stop();
    m_wheel = &wheel;
    const auto due = wheel.clock().now() + std::max(after, std::chrono::milliseconds(0));
    // One tick up, so that a timer never fires before its time.
    m_dueTick = std::max(wheel.tickAt(due) + 1, wheel.m_currentTick + 1);
    wheel.insert(this);
    ++wheel.m_active;
}

void WheelTimer::stop()
{
    if (m_wheel) {
        m_wheel->unlink(this);
        --m_wheel->m_active;
        m_wheel = nullptr;
    }
}

TimerWheel::TimerWheel(const Clock &clock)
    : m_clock(clock)
    , m_start(clock.now())
{
    static_assert(firingSlot == slotsPerLevel * levels);
}

TimerWheel::~TimerWheel()
{
    for (WheelTimer *&head : m_slots) {
        while (head) {
            head->stop();
        }
    }
}

std::uint64_t TimerWheel::tickAt(MonotonicTime time) const
{
    const auto passed = std::max(time - m_start, MonotonicTime(0));
    return static_cast<std::uint64_t>(passed / tick);
}

void TimerWheel::insert(WheelTimer *timer)
{
    const std::uint64_t distance = timer->m_dueTick - m_currentTick;
    std::uint32_t level = 0;
    while (level + 1 < levels && distance >= (std::uint64_t(1) << (slotBits * (level + 1)))) {
        ++level;
    }
    const std::uint64_t horizon = (std::uint64_t(1) << (slotBits * levels)) - 1;
    const std::uint64_t due = m_currentTick + std::min(distance, horizon);
    const auto index
        = static_cast<std::uint32_t>((due >> (slotBits * level)) & (slotsPerLevel - 1));
    timer->m_slot = level * slotsPerLevel + index;
    WheelTimer *&head = m_slots[timer->m_slot];
    timer->m_previous = nullptr;
    timer->m_next = head;
    if (head) {
        head->m_previous = timer;
    }
    head = timer;
}

void TimerWheel::unlink(WheelTimer *timer)
{
    if (timer->m_previous) {
        timer->m_previous->m_next = timer->m_next;
    } else {
        m_slots[timer->m_slot] = timer->m_next;
    }
    if (timer->m_next) {
        timer->m_next->m_previous = timer->m_previous;
    }
    timer->m_next = nullptr;
    timer->m_previous = nullptr;
}

void TimerWheel::cascade(std::uint32_t level)
{
    const auto index
        = static_cast<std::uint32_t>((m_currentTick >> (slotBits * level)) & (slotsPerLevel - 1));
    if (index == 0 && level + 1 < levels) {
        cascade(level + 1);
    }
    WheelTimer *timer = std::exchange(m_slots[level * slotsPerLevel + index], nullptr);
    while (timer) {
        WheelTimer *next = timer->m_next;
        insert(timer);
        timer = next;
    }
}

void TimerWheel::advance()
{
    const std::uint64_t target = tickAt(m_clock.now());
    while (m_currentTick < target) {
        if (m_active == 0) {
            m_currentTick = target;
            return;
        }
        ++m_currentTick;
        const auto index = static_cast<std::uint32_t>(m_currentTick & (slotsPerLevel - 1));
        if (index == 0) {
            cascade(1);
        }
        // Timers move to a list of their own first: a callback may start or stop any timer.
        WheelTimer *due = std::exchange(m_slots[index], nullptr);
        for (WheelTimer *timer = due; timer; timer = timer->m_next) {
            timer->m_slot = firingSlot;
        }
        m_slots[firingSlot] = due;
        while (WheelTimer *timer = m_slots[firingSlot]) {
            timer->stop();
            // A copy, since the callback may destroy the timer it sits in.
            const auto expired = timer->m_expired;
            if (expired) {
                expired();
            }
        }
    }
}

std::chrono::milliseconds TimerWheel::untilNext() const
{
    constexpr std::chrono::milliseconds longest{1000};
    if (m_active == 0) {
        return longest;
    }
    const auto most = static_cast<std::uint64_t>(longest / tick);
    for (std::uint64_t ahead = 1; ahead < most; ++ahead) {
        const std::uint64_t at = m_currentTick + ahead;
        const auto index = static_cast<std::uint32_t>(at & (slotsPerLevel - 1));
        // At a cascade, timers of an upper level may come down.
        if (m_slots[index] || index == 0) {
            const auto due = m_start + tick * static_cast<std::int64_t>(at);
            const auto rest = std::chrono::ceil<std::chrono::milliseconds>(due - m_clock.now());
            return std::clamp(rest, std::chrono::milliseconds(0), longest);
        }
    }
    return longest;
}

} // namespace Switchboard
