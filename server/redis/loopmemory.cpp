// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/loopmemory.h"

#include <algorithm>

namespace Switchboard::Redis {

LoopMemory::Key LoopMemory::keyOf(const Topic &topic, QByteArrayView channel, QByteArrayView body)
{
    constexpr size_t seed = 0x9E3779B97F4A7C15;
    return {qHashMulti(0, topic, channel, body), qHashMulti(seed, body, channel, topic)};
}

void LoopMemory::expect(
    const Topic &topic, QByteArrayView channel, QByteArrayView body, MonotonicTime now)
{
    const auto key = keyOf(topic, channel, body);
    m_order.push_back({now, key, ++m_tallies[key].published});
    forget(now);
}

bool LoopMemory::recognise(
    const Topic &topic, QByteArrayView channel, QByteArrayView body, MonotonicTime now)
{
    forget(now);
    const auto tally = m_tallies.find(keyOf(topic, channel, body));
    if (tally == m_tallies.end() || tally->settled == tally->published) {
        return false;
    }
    ++tally->settled;
    return true;
}

void LoopMemory::forget(MonotonicTime now)
{
    while (!m_order.empty() && (m_order.front().time + span < now || m_order.size() > most)) {
        const auto &[time, key, number] = m_order.front();
        const auto tally = m_tallies.find(key);
        tally->settled = std::max(tally->settled, number);
        if (number == tally->published) {
            m_tallies.erase(tally);
        }
        m_order.pop_front();
    }
}

} // namespace Switchboard::Redis
