// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/handshakerate.h"

#include <algorithm>

namespace Switchboard::EngineIo {

void HandshakeRate::Bucket::fill(const Rate &rate, MonotonicTime now)
{
    const std::chrono::duration<double> passed = now - m_filledAt;
    m_tokens = std::min<double>(rate.burst, m_tokens + passed.count() * rate.perSecond);
    m_filledAt = now;
}

bool HandshakeRate::Bucket::take(const Rate &rate, MonotonicTime now)
{
    fill(rate, now);
    if (m_tokens < 1) {
        return false;
    }
    m_tokens -= 1;
    return true;
}

bool HandshakeRate::Bucket::isFull(const Rate &rate, MonotonicTime now)
{
    fill(rate, now);
    return m_tokens >= rate.burst;
}

bool HandshakeRate::take(QByteArrayView address, const Limits &limits, MonotonicTime now)
{
    // The address first: one that floods must not use up what belongs to all.
    const Rate perAddress{limits.handshakesPerSecondPerAddress, limits.handshakesBurstPerAddress};
    if (perAddress.perSecond > 0 && !takeForAddress(address, perAddress, now)) {
        return false;
    }
    const Rate together{limits.handshakesPerSecond, limits.handshakesBurst};
    if (together.perSecond <= 0) {
        return true;
    }
    if (!m_everybody) {
        m_everybody.emplace(together, now);
    }
    return m_everybody->take(together, now);
}

bool HandshakeRate::takeForAddress(QByteArrayView address, const Rate &rate, MonotonicTime now)
{
    const QByteArray key = address.toByteArray();
    auto it = m_addresses.find(key);
    if (it == m_addresses.end()) {
        if (m_addresses.size() >= maxAddresses && now >= m_nextCleaning) {
            m_nextCleaning = now + std::chrono::seconds(1);
            m_addresses.removeIf([&](auto entry) { return entry.value().isFull(rate, now); });
        }
        if (m_addresses.size() >= maxAddresses) {
            return false;
        }
        it = m_addresses.insert(key, Bucket(rate, now));
    }
    return it->take(rate, now);
}

} // namespace Switchboard::EngineIo
