// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/rategate.h"

#include <algorithm>

namespace Switchboard::Redis {

bool RateGate::take(MonotonicTime now)
{
    if (now >= nextWindow()) {
        m_windowStart = now;
        m_used = 0;
    }
    if (m_used == m_perSecond) {
        return false;
    }
    ++m_used;
    return true;
}

RateGate::Verdict RateGate::offer(Bridged &item, const QByteArray &key, MonotonicTime now)
{
    if (m_perSecond == 0 || (m_held.empty() && take(now))) {
        return {true, 0};
    }
    if (m_excess == BridgeRule::Excess::DropNewest) {
        return {false, 1};
    }
    if (m_excess == BridgeRule::Excess::KeepLast) {
        const auto same = std::ranges::find(m_held, key, &Held::key);
        if (same != m_held.end()) {
            same->item = std::move(item);
            return {false, 1};
        }
    }
    m_held.push_back({key, std::move(item)});
    const auto most = m_excess == BridgeRule::Excess::KeepLast ? mostKeys : m_perSecond;
    if (m_held.size() <= most) {
        return {false, 0};
    }
    m_held.pop_front();
    return {false, 1};
}

std::vector<Bridged> RateGate::release(MonotonicTime now)
{
    std::vector<Bridged> items;
    while (!m_held.empty() && take(now)) {
        items.push_back(std::move(m_held.front().item));
        m_held.pop_front();
    }
    return items;
}

} // namespace Switchboard::Redis
