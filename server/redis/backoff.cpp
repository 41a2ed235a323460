// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/backoff.h"

#include <algorithm>

namespace Switchboard::Redis {

std::chrono::milliseconds Backoff::next(double chance)
{
    constexpr double jitter = 0.2;
    auto wait = m_first;
    for (int i = 0; i < m_attempt && wait < m_longest; ++i) {
        wait *= 2;
    }
    wait = std::min(wait, m_longest);
    ++m_attempt;
    const double factor = 1.0 - jitter + 2.0 * jitter * chance;
    return std::chrono::milliseconds(
        static_cast<qint64>(static_cast<double>(wait.count()) * factor));
}

} // namespace Switchboard::Redis
