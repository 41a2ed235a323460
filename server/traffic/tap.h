// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "traffic/trafficrecord.h"

#include <QtGlobal>

namespace Switchboard::Traffic {

class TrafficRing;

/** Counted whether or not anybody records. */
struct Totals
{
    quint64 eventsIn = 0;
    quint64 eventsOut = 0; // one per receiving client
    quint64 emits = 0; // one per emit
    quint64 bytesIn = 0; // WebSocket payloads and polling bodies
    quint64 bytesOut = 0;
};

/**
 * The one place where the engine tells what it does to whoever watches.
 *
 * Off, it costs the branch in isOn(): callers build a Record only behind it. Totals are always
 * counted.
 *
 * Thread: engine thread only. Owned by the composition root; the ring outlives the recording.
 */
class Tap
{
public:
    explicit Tap(const Clock &clock)
        : m_clock(clock)
    { }

    /** Told of what goes wrong with clients, whether or not anybody records. */
    class TroubleWatcher
    {
    public:
        /** @p record is of Kind::Error or Kind::Disconnect and valid during the call. */
        virtual void trouble(const Record &record) = 0;

    protected:
        ~TroubleWatcher() = default;
    };

    bool isOn() const { return m_ring != nullptr; }

    /** For rare kinds: whether a record of @p kind has anybody to go to. */
    bool isOn(Kind kind) const { return isOn() || (m_watcher != nullptr && isTrouble(kind)); }

    void setTroubleWatcher(TroubleWatcher *watcher) { m_watcher = watcher; }

    /** Records into @p ring from now on; nullptr switches off. */
    void setRing(TrafficRing *ring) { m_ring = ring; }

    /** Bodies are stored up to this many bytes each; sizes stay true. */
    void setMaxPayload(qsizetype bytes) { m_maxPayload = bytes; }

    /** Stamps sequence and time and stores @p record. Precondition: isOn() or isOn(record.kind). */
    void record(Record record);

    /** Records that did not fit into the present ring. */
    quint64 dropped() const;

    Totals totals;

private:
    static bool isTrouble(Kind kind) { return kind == Kind::Error || kind == Kind::Disconnect; }

    const Clock &m_clock;
    TroubleWatcher *m_watcher = nullptr;
    TrafficRing *m_ring = nullptr;
    qsizetype m_maxPayload = 64 * 1024;
    quint64 m_sequence = 0;
};

} // namespace Switchboard::Traffic
