// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "traffic/ackmatcher.h"
#include "traffic/clientnames.h"
#include "traffic/eventring.h"
#include "traffic/payloadthinning.h"
#include "traffic/trafficring.h"

#include <QObject>
#include <QTimer>

namespace Switchboard::App {

class TrafficStats;

/**
 * Moves what the engine recorded to where the window can look at it: ring, names, acks, counts.
 *
 * Drains every 33 ms, ten times a second while nobody looks. A jump in the sequence becomes a gap
 * row. When a drain takes too long, bodies are thinned.
 *
 * GUI thread, the only reader of @p source; @p source, @p stats and @p clock outlive it.
 */
class TrafficPump : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrafficPump)

public:
    TrafficPump(Traffic::TrafficRing &source, TrafficStats &stats, const Clock &clock,
        QObject *parent = nullptr);
    ~TrafficPump() override;

    EventRing &ring() { return m_ring; }

    ClientNames &clients() { return m_clients; }

    /** One of so many payloads is kept; 1 unless the rate is too high. */
    int keepEvery() const { return m_thinning.every(); }

    /** Slower while @p watched is false. */
    void setWatched(bool watched);

    void start();
    /** One turn; the timer's, and for tests. */
    void drain();

Q_SIGNALS:
    /** @p rows came since the last turn; 0 is a turn in which only time passed. */
    void drained(qsizetype rows);

private:
    void take(const Traffic::Record &record);

    Traffic::TrafficRing &m_source;
    TrafficStats &m_stats;
    const Clock &m_clock;
    EventRing m_ring;
    ClientNames m_clients;
    AckMatcher m_acks;
    PayloadThinning m_thinning;
    QTimer m_timer;
    quint64 m_lastSequence = 0;
};

} // namespace Switchboard::App
