// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/clientnames.h"
#include "traffic/eventring.h"
#include "traffic/filter.h"

#include <vector>

namespace Switchboard::App {

/**
 * Tells whether rows of a ring match a filter.
 *
 * Names are compared once each: the verdict is remembered under the name's number, so that a
 * term on event, namespace or client costs one look-up per row.
 *
 * Thread: GUI thread. @p ring and @p clients outlive it.
 */
class FilterMatcher
{
public:
    FilterMatcher(const EventRing &ring, const ClientNames &clients);

    void setFilter(Filter filter);

    const Filter &filter() const { return m_filter; }

    /** Precondition: the ring contains @p id. */
    bool matches(RowId id);

    /** Rows whose payload had to be read and was no longer kept, since setFilter(). */
    quint64 unread() const { return m_unread; }

private:
    enum class Verdict : quint8 { Unknown, No, Yes };

    struct Cache
    {
        std::vector<Verdict> names;
        QHash<quint32, bool> clients;
    };

    bool test(int term, RowId id, const Event &event);
    template <typename Ask> bool cached(Cache &cache, NameTable::Id id, Ask ask);
    bool matchesClient(Cache &cache, const FilterTerm &term, quint32 serial);
    bool matchesRoom(const FilterTerm &term, const Event &event) const;
    bool matchesBody(const FilterTerm &term, const Event &event);
    quint32 hasBits(const Event &event) const;

    const EventRing &m_ring;
    const ClientNames &m_clients;
    Filter m_filter;
    std::vector<Cache> m_caches;
    quint64 m_clientsRevision = 0;
    quint64 m_unread = 0;
    bool m_bodyMissed = false;
};

/** The word that stands in the event column of rows without an event name; empty for the rest. */
QString lifecycleWord(const Event &event);

/** True when @p text matches @p pattern with * and ?, without case. */
bool globMatches(QStringView pattern, QStringView text);

} // namespace Switchboard::App
