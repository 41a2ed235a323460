// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/trafficpump.h"

#include "traffic/trafficstats.h"

#include <limits>

namespace Switchboard::App {

namespace {

using namespace std::chrono_literals;

constexpr auto watchedInterval = 33ms;
constexpr auto hiddenInterval = 100ms;
/** More than that waits for the next turn, so that a backlog cannot freeze the window. */
constexpr std::size_t mostPerTurn = 20'000;

} // namespace

TrafficPump::TrafficPump(
    Traffic::TrafficRing &source, TrafficStats &stats, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_stats(stats)
    , m_clock(clock)
    , m_acks(m_ring)
{
    m_stats.setRing(&m_ring);
    m_timer.setInterval(hiddenInterval);
    connect(&m_timer, &QTimer::timeout, this, &TrafficPump::drain);
}

TrafficPump::~TrafficPump()
{
    m_stats.setRing(nullptr);
}

void TrafficPump::setWatched(bool watched)
{
    m_timer.setInterval(watched ? watchedInterval : hiddenInterval);
}

void TrafficPump::start()
{
    m_timer.start();
}

void TrafficPump::drain()
{
    const MonotonicTime start = m_clock.now();
    const RowId before = m_ring.end();
    m_source.drain([this](const Traffic::Record &record) { take(record); }, mostPerTurn);
    m_thinning.drained(m_clock.now() - start, qint64(m_ring.end() - before));
    const qint64 now = m_clock.wall().count();
    m_stats.addTimeouts(m_acks.expire(now), now);
    m_stats.advance(now);
    Q_EMIT drained(qsizetype(m_ring.end() - before));
}

void TrafficPump::take(const Traffic::Record &record)
{
    // A lower number than the last is a server started anew, not a gap.
    if (m_lastSequence != 0 && record.sequence > m_lastSequence + 1) {
        const quint64 missing = record.sequence - m_lastSequence - 1;
        m_ring.appendGap(
            record.time, quint32(qMin(missing, quint64(std::numeric_limits<quint32>::max()))));
    }
    m_lastSequence = record.sequence;
    const RowId id = m_ring.append(record, m_thinning.keepNext());
    if (record.kind == Kind::Connect && record.nsp.isEmpty()) {
        m_clients.connected(record.client, record.payload);
    }
    m_stats.add(id, m_ring.at(id));
    if (const auto latency = m_acks.added(id)) {
        m_stats.addLatency(*latency, record.time);
    }
}

} // namespace Switchboard::App
