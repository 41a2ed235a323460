// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/filterindex.h"

#include <QElapsedTimer>

namespace Switchboard::App {

FilterIndex::FilterIndex(const EventRing &ring, const ClientNames &clients)
    : m_ring(ring)
    , m_matcher(ring, clients)
    , m_newest(ring.end())
    , m_cursor(ring.end())
{ }

RowId FilterIndex::oldest() const
{
    return qMax(m_floor, m_ring.begin());
}

void FilterIndex::restart()
{
    m_rows.clear();
    if (!m_frozen) {
        m_newest = m_ring.end();
    }
    m_cursor = m_newest;
}

void FilterIndex::setFilter(Filter filter)
{
    m_matcher.setFilter(std::move(filter));
    restart();
}

void FilterIndex::setKinds(quint32 kinds)
{
    m_kinds = kinds;
    m_matcher.setFilter(Filter(m_matcher.filter()));
    restart();
}

void FilterIndex::setFloor(RowId floor)
{
    m_floor = floor;
    restart();
}

void FilterIndex::freeze()
{
    m_frozen = true;
}

void FilterIndex::thaw()
{
    m_frozen = false;
    restart();
}

bool FilterIndex::matches(RowId id)
{
    return (m_kinds >> quint32(m_ring.at(id).kind) & 1U) != 0 && m_matcher.matches(id);
}

FilterIndex::Change FilterIndex::update()
{
    Change change;
    if (m_frozen) {
        return change;
    }
    const RowId first = oldest();
    while (!m_rows.empty() && m_rows.front() < first) {
        m_rows.pop_front();
        ++change.dropped;
    }
    for (m_newest = qMax(m_newest, first); m_newest < m_ring.end(); ++m_newest) {
        if (matches(m_newest)) {
            m_rows.push_back(m_newest);
            ++change.added;
        }
    }
    return change;
}

qsizetype FilterIndex::search(std::chrono::milliseconds budget)
{
    constexpr int rowsPerLook = 64;
    const RowId first = oldest();
    qsizetype found = 0;
    QElapsedTimer timer;
    timer.start();
    while (m_cursor > first && std::chrono::nanoseconds(timer.nsecsElapsed()) < budget) {
        for (int i = 0; i < rowsPerLook && m_cursor > first; ++i) {
            --m_cursor;
            if (matches(m_cursor)) {
                m_rows.push_front(m_cursor);
                ++found;
            }
        }
    }
    return found;
}

double FilterIndex::progress() const
{
    const RowId first = oldest();
    if (m_cursor <= first) {
        return 1;
    }
    return double(m_newest - m_cursor) / double(m_newest - first);
}

qsizetype FilterIndex::lowerBound(RowId id) const
{
    return std::lower_bound(m_rows.begin(), m_rows.end(), id) - m_rows.begin();
}

bool FilterIndex::contains(RowId id) const
{
    return std::binary_search(m_rows.begin(), m_rows.end(), id);
}

} // namespace Switchboard::App
