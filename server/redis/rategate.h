// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "redis/bridgerule.h"

#include <QByteArray>

#include <deque>
#include <vector>

namespace Switchboard::Redis {

/** What a bridge sends, either way. */
struct Bridged
{
    bool toRedis = false;
    QByteArray channel;
    QByteArray nsp;
    QByteArray event;
    BridgeRule::To to = BridgeRule::To::Everyone;
    QByteArray target;
    /** To Redis: the message. To clients: raw JSON arguments. */
    QByteArray body;
};

/**
 * Lets at most a number of things per second pass, and keeps or drops the rest as the rule says.
 *
 * Kept things are bounded: one second's worth, or one per key and 1,000 keys. Value type.
 */
class RateGate
{
public:
    static constexpr std::size_t mostKeys = 1'000;

    RateGate(int perSecond, BridgeRule::Excess excess)
        : m_perSecond(static_cast<std::size_t>(perSecond))
        , m_excess(excess)
    { }

    struct Verdict
    {
        bool passes = false;
        int dropped = 0;
    };

    /** @p item is taken over unless it passes. @param key of KeepLast */
    Verdict offer(Bridged &item, const QByteArray &key, MonotonicTime now);

    /** What was kept and may go now, oldest first. */
    std::vector<Bridged> release(MonotonicTime now);

    bool isHolding() const { return !m_held.empty(); }

    /** When release() is of use again. */
    MonotonicTime nextWindow() const { return m_windowStart + std::chrono::seconds(1); }

private:
    struct Held
    {
        QByteArray key;
        Bridged item;
    };

    bool take(MonotonicTime now);

    std::size_t m_perSecond;
    BridgeRule::Excess m_excess;
    MonotonicTime m_windowStart{};
    std::size_t m_used = 0;
    std::deque<Held> m_held;
};

} // namespace Switchboard::Redis
