// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>

namespace Switchboard {

/** Monotonic time since an arbitrary start; never jumps with the wall clock. */
using MonotonicTime = std::chrono::nanoseconds;

/**
 * Where the engine gets its time from; tests hand in a clock they move by hand.
 *
 * Thread: now() and wall() may be called from any thread for SystemClock.
 */
class Clock
{
public:
    virtual ~Clock() = default;

    virtual MonotonicTime now() const = 0;

    /** Microseconds since 1970 UTC, for people to read. */
    virtual std::chrono::microseconds wall() const = 0;
};

class SystemClock final : public Clock
{
public:
    MonotonicTime now() const override;
    std::chrono::microseconds wall() const override;
};

/** Stands still until told otherwise. */
class ManualClock final : public Clock
{
public:
    MonotonicTime now() const override { return m_now; }

    std::chrono::microseconds wall() const override
    {
        return std::chrono::duration_cast<std::chrono::microseconds>(m_now);
    }

    void advance(MonotonicTime by) { m_now += by; }

private:
    MonotonicTime m_now = std::chrono::hours(1);
};

} // namespace Switchboard
