// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/eventring.h"

#include <QHash>

#include <chrono>
#include <deque>
#include <optional>

namespace Switchboard::App {

/**
 * Finds the event that an ack answers and writes the latency into both rows.
 *
 * Matched by direction, client, namespace and ack id; an emit to many has client 0 and stays open
 * until all have answered. What is not answered in time, or pushed out of the bounded table,
 * counts as timed out.
 *
 * GUI thread. The ring outlives it.
 */
class AckMatcher
{
public:
    static constexpr std::chrono::microseconds timeout = std::chrono::seconds(60);

    explicit AckMatcher(EventRing &ring, qsizetype mostOpen = 16'384);

    /**
     * Looks at the row just appended.
     *
     * @return the latency in µs when it is a client's answer to an event of the server
     */
    std::optional<qint64> added(RowId id);

    /** @return how many events of the server were not answered in time until @p now (µs since
     * 1970). */
    int expire(qint64 now);

private:
    struct Key
    {
        qint64 ackId = 0;
        quint32 client = 0;
        quint16 nsp = 0;
        bool fromServer = false;

        bool operator==(const Key &) const = default;

        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.ackId, key.client, key.nsp, key.fromServer);
        }
    };

    std::optional<qint64> answer(RowId id, Key key);
    void giveUp(const Key &key, RowId id);

    EventRing &m_ring;
    qsizetype m_mostOpen;
    QHash<Key, RowId> m_open;
    std::deque<std::pair<Key, RowId>> m_order; // may name entries that are closed by now
    int m_timeouts = 0;
};

} // namespace Switchboard::App
