// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/limits.h"

#include <chrono>

namespace Switchboard::Redis {

/**
 * How long to wait before the next attempt: doubling up to a cap, +-20 % so that many programs do
 * not come back in one moment (L45).
 *
 * Value type, any thread.
 */
class Backoff
{
public:
    explicit Backoff(const Limits &limits)
        : m_first(limits.backoffFirst)
        , m_longest(limits.backoffLongest)
    { }

    /** @param chance evenly spread over [0, 1) */
    std::chrono::milliseconds next(double chance);

    void reset() { m_attempt = 0; }

    int attempts() const { return m_attempt; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_longest;
    int m_attempt = 0;
};

} // namespace Switchboard::Redis
