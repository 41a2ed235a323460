// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/filtermatcher.h"

#include <chrono>
#include <deque>

namespace Switchboard::App {

/**
 * The rows of a ring that match, in order.
 *
 * New rows are tested as they come. After a change of what matches, older rows are searched newest
 * first in slices, so that the end of the list is right at once and the caller never waits long.
 *
 * GUI thread. The ring and the names outlive it.
 */
class FilterIndex
{
public:
    FilterIndex(const EventRing &ring, const ClientNames &clients);

    void setFilter(Filter filter);
    /** One bit per kind that is shown. */
    void setKinds(quint32 kinds);
    /** Rows before @p floor do not exist for the index. */
    void setFloor(RowId floor);

    const Filter &filter() const { return m_matcher.filter(); }

    RowId floor() const { return m_floor; }

    /** While frozen nothing comes and nothing goes; a new filter searches what was there. */
    void freeze();
    void thaw();

    /** Tests what came since the last call and forgets what left the ring. */
    struct Change
    {
        qsizetype added = 0;
        qsizetype dropped = 0;
    };

    Change update();

    /** Searches older rows for about @p budget. @return how many were put in front. */
    qsizetype search(std::chrono::milliseconds budget);

    bool isSearching() const { return m_cursor > oldest(); }

    /** Rows from here on have been looked at. */
    RowId searchedFrom() const { return m_cursor; }

    /** 0 to 1. */
    double progress() const;

    qsizetype count() const { return qsizetype(m_rows.size()); }

    RowId at(qsizetype index) const { return m_rows[size_t(index)]; }

    /** Index of the first row that is not before @p id. */
    qsizetype lowerBound(RowId id) const;

    bool contains(RowId id) const;

    /** Rows whose payload was wanted and no longer there. */
    quint64 unread() const { return m_matcher.unread(); }

private:
    RowId oldest() const;
    void restart();
    bool matches(RowId id);

    const EventRing &m_ring;
    FilterMatcher m_matcher;
    std::deque<RowId> m_rows;
    quint32 m_kinds = ~0U;
    RowId m_floor = 1;
    RowId m_newest; // one behind the last row tested
    RowId m_cursor; // the row tested last by search()
    bool m_frozen = false;
};

} // namespace Switchboard::App
