// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/serverconfig.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

namespace Switchboard::EngineIo {

/**
 * How many handshakes may pass (L25): one token bucket for everybody, one for each address.
 *
 * Addresses are forgotten once their bucket is full again, and never more than maxAddresses are
 * kept; beyond that an unknown address is refused.
 *
 * Thread: engine thread.
 */
class HandshakeRate
{
public:
    static constexpr qsizetype maxAddresses = 10'000;

    /** Counts one handshake of @p address. False when it came too soon. */
    bool take(QByteArrayView address, const Limits &limits, MonotonicTime now);

private:
    struct Rate
    {
        int perSecond;
        int burst;
    };

    class Bucket
    {
    public:
        Bucket(const Rate &rate, MonotonicTime now)
            : m_tokens(rate.burst)
            , m_filledAt(now)
        { }

        bool take(const Rate &rate, MonotonicTime now);
        bool isFull(const Rate &rate, MonotonicTime now);

    private:
        void fill(const Rate &rate, MonotonicTime now);

        double m_tokens;
        MonotonicTime m_filledAt;
    };

    bool takeForAddress(QByteArrayView address, const Rate &rate, MonotonicTime now);

    std::optional<Bucket> m_everybody;
    QHash<QByteArray, Bucket> m_addresses;
    MonotonicTime m_nextCleaning{0};
};

} // namespace Switchboard::EngineIo
