// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/event.h"
#include "traffic/nametable.h"
#include "traffic/payloadarena.h"

#include <optional>
#include <vector>

namespace Switchboard::App {

/**
 * The last events, oldest overwritten first, with their names and as many bodies as fit.
 *
 * A row is asked for by its id and is gone once begin() has passed it; its body may go earlier.
 * Nothing is allocated per event except for names never seen before.
 *
 * Thread: GUI thread.
 */
class EventRing
{
public:
    static constexpr int defaultCapacity = 250'000;
    static constexpr qsizetype defaultArena = qsizetype(64) * 1024 * 1024;

    explicit EventRing(int capacity = defaultCapacity, qsizetype arenaBytes = defaultArena);

    /** Keeps @p record. @param withBody false leaves its payload out. @return its row. */
    RowId append(const Traffic::Record &record, bool withBody = true);

    /** A row saying that @p count records before @p time were not recorded. */
    RowId appendGap(qint64 time, quint32 count);

    RowId begin() const { return m_end - RowId(m_size); }

    /** One behind the newest. */
    RowId end() const { return m_end; }

    int size() const { return m_size; }

    int capacity() const { return int(m_events.size()); }

    bool contains(RowId id) const { return id >= begin() && id < m_end; }

    /** Precondition: contains(id). */
    const Event &at(RowId id) const { return m_events[slot(id)]; }

    Event &at(RowId id) { return m_events[slot(id)]; }

    /** Payload of @p event; nothing when it is no longer kept. Valid until the next append(). */
    std::optional<QByteArrayView> payload(const Event &event) const;
    std::optional<QByteArrayView> attachments(const Event &event) const;

    /** A copy that outlives the ring's moving on. Precondition: contains(id). */
    KeptEvent keep(RowId id) const;

    NameTable &names() { return m_names; }

    const NameTable &names() const { return m_names; }

private:
    size_t slot(RowId id) const { return size_t(id % m_events.size()); }

    RowId push(const Event &event);

    std::vector<Event> m_events;
    PayloadArena m_arena;
    NameTable m_names;
    RowId m_end = 1;
    int m_size = 0;
};

} // namespace Switchboard::App
