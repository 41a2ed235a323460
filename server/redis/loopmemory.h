// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "redis/client.h"

#include <QByteArrayView>
#include <QHash>

#include <chrono>
#include <deque>

namespace Switchboard::Redis {

/**
 * Remembers for two seconds what was published by a bridge, so that it is known when Redis
 * delivers it back.
 *
 * Counts: a message that somebody else publishes with the same words is not taken for ours. Keeps
 * 128 bit fingerprints of at most 10,000 messages. Value type.
 */
class LoopMemory
{
public:
    static constexpr std::chrono::seconds span{2};
    static constexpr std::size_t most = 10'000;

    /** It will come back by @p topic, once. */
    void expect(const Topic &topic, QByteArrayView channel, QByteArrayView body, MonotonicTime now);

    /** True when it was expected; then one less is. */
    bool recognise(
        const Topic &topic, QByteArrayView channel, QByteArrayView body, MonotonicTime now);

private:
    struct Key
    {
        size_t first;
        size_t second;

        friend bool operator==(const Key &, const Key &) = default;

        friend size_t qHash(const Key &key, size_t seed) { return key.first ^ seed; }
    };

    struct Tally
    {
        quint64 published = 0;
        quint64 settled = 0; // came back, or have had their time; the oldest first
    };

    struct Entry
    {
        MonotonicTime time;
        Key key;
        quint64 number; // of its Tally::published
    };

    static Key keyOf(const Topic &topic, QByteArrayView channel, QByteArrayView body);
    void forget(MonotonicTime now);

    QHash<Key, Tally> m_tallies;
    std::deque<Entry> m_order;
};

} // namespace Switchboard::Redis
