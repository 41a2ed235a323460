// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/eventring.h"
#include "traffic/tap.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include <array>
#include <deque>
#include <vector>

namespace Switchboard::App {

/** One line of "Busiest events". */
class BusyEvent
{
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name FINAL)
    Q_PROPERTY(int kind MEMBER kind FINAL)
    Q_PROPERTY(double rate MEMBER rate FINAL)

public:
    QString name;
    int kind = 0; // Traffic::Kind
    double rate = 0; // per second
    bool operator==(const BusyEvent &) const = default;
};

/**
 * The numbers of the traffic: rates, charts, latencies, what is busiest.
 *
 * Rates of the cards and charts come from the engine's totals, which count even when recording is
 * off or thinned; what concerns kinds and names comes from the rows. All times are the records'.
 * Tells of changes twice a second at most, and only of changes.
 *
 * GUI thread. The ring is lent by the pump.
 */
class TrafficStats : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(TrafficStats)
    Q_PROPERTY(double inRate READ inRate NOTIFY changed FINAL)
    Q_PROPERTY(double outRate READ outRate NOTIFY changed FINAL)
    Q_PROPERTY(double inPeak READ inPeak NOTIFY changed FINAL)
    Q_PROPERTY(double bytesInRate READ bytesInRate NOTIFY changed FINAL)
    Q_PROPERTY(double bytesOutRate READ bytesOutRate NOTIFY changed FINAL)
    /** Packets per emit over the last ten seconds; 0 without emits. */
    Q_PROPERTY(double fanOut READ fanOut NOTIFY changed FINAL)
    /** In µs, of the last 60 s; -1 without acks. */
    Q_PROPERTY(qint64 ackP50 READ ackP50 NOTIFY changed FINAL)
    Q_PROPERTY(qint64 ackP95 READ ackP95 NOTIFY changed FINAL)
    Q_PROPERTY(int ackTimeouts READ ackTimeouts NOTIFY changed FINAL)
    Q_PROPERTY(int errors10m READ errors10m NOTIFY changed FINAL)
    /** All rows per second, for the view's own pace. */
    Q_PROPERTY(double rowRate READ rowRate NOTIFY changed FINAL)
    /** At most six BusyEvent; the order changes every two seconds at most. */
    Q_PROPERTY(QVariantList busiest READ busiest NOTIFY busiestChanged FINAL)

public:
    explicit TrafficStats(QObject *parent = nullptr);

    double inRate() const { return m_now.in; }

    double outRate() const { return m_now.out; }

    double inPeak() const { return m_now.inPeak; }

    double bytesInRate() const { return m_now.bytesIn; }

    double bytesOutRate() const { return m_now.bytesOut; }

    double fanOut() const { return m_now.fanOut; }

    qint64 ackP50() const { return m_now.ackP50; }

    qint64 ackP95() const { return m_now.ackP95; }

    int ackTimeouts() const { return m_now.ackTimeouts; }

    int errors10m() const { return m_now.errors10m; }

    double rowRate() const { return m_now.rows; }

    const QVariantList &busiest() const { return m_busiest; }

    /**
     * Points of a chart, oldest first; the last one is the second that is complete.
     *
     * @param name in, out, bytesIn, bytesOut, ackP95, errors
     * @param seconds the range; @p points of them, each the mean of its seconds (errors: the sum)
     */
    Q_INVOKABLE QVariantList series(const QString &name, int seconds, int points) const;

    /** Names of events seen in either direction that contain @p part, the most frequent first. */
    Q_INVOKABLE QStringList eventNames(const QString &part, int most = 50) const;
    Q_INVOKABLE double eventRate(const QString &name) const;
    /** The last arguments of event @p name as a JSON array; empty when not kept. */
    Q_INVOKABLE QString lastArguments(const QString &name) const;

    /** Rows of @p kind in the last complete second. */
    int kindRate(Kind kind) const;

    /** What one bar of the timeline stands for. */
    struct Bar
    {
        quint32 in = 0;
        quint32 out = 0;
        bool error = false;
        bool operator==(const Bar &) const = default;
    };

    /** The last @p seconds cut into @p bars, oldest first. */
    std::vector<Bar> timeline(int seconds, int bars) const;

    /** µs since 1970 of the last advance(). */
    qint64 now() const { return m_time; }

    void setRing(const EventRing *ring) { m_ring = ring; }

    void add(RowId id, const Event &event);
    void addLatency(qint64 latency, qint64 time);
    void addTimeouts(int count, qint64 time);
    /** The engine's counters at @p time (µs since 1970), about twice a second. */
    void sample(const Traffic::Totals &totals, qint64 time);
    /** Moves the time on. */
    void advance(qint64 time);

Q_SIGNALS:
    void changed();
    void busiestChanged();
    /** A second is complete: charts and chips have something new. */
    void secondPassed();

private:
    static constexpr int keptSeconds = 3600;
    static constexpr size_t kinds = 16;

    struct Second
    {
        qint64 number = -1; // since 1970
        std::array<quint32, kinds> rows{};
        quint64 in = 0;
        quint64 out = 0;
        quint64 bytesIn = 0;
        quint64 bytesOut = 0;
        quint32 timeouts = 0;
        qint64 ackP95 = -1;
    };

    struct Name
    {
        std::array<quint32, 5> window{};
        double smooth = 0;
        RowId last = 0;
        Kind kind = Kind::In;
        bool active = false;
    };

    struct Sample
    {
        qint64 time = 0;
        Traffic::Totals totals;
    };

    struct Latency
    {
        qint64 time = 0;
        qint64 value = 0;
    };

    struct Values
    {
        double in = 0, out = 0, inPeak = 0, bytesIn = 0, bytesOut = 0, fanOut = 0, rows = 0;
        qint64 ackP50 = -1, ackP95 = -1;
        int ackTimeouts = 0, errors10m = 0;
        bool operator==(const Values &) const = default;
    };

    Second *second(qint64 time);
    const Second *findSecond(qint64 number) const;
    double value(const QString &name, const Second &second) const;
    void completeSecond();
    void updateNames();
    void publishBusiest(bool reorder);
    void publish();
    qint64 percentile(double share) const;
    quint32 sumOf(int seconds, quint32 (*of)(const Second &)) const;
    const Name *findName(const QString &name) const;

    const EventRing *m_ring = nullptr;
    std::vector<Second> m_seconds;
    std::vector<Name> m_names;
    std::vector<NameTable::Id> m_active;
    std::deque<Sample> m_samples;
    std::deque<Latency> m_latencies;
    Values m_now;
    QVariantList m_busiest;
    std::vector<NameTable::Id> m_order;
    qint64 m_time = 0;
    qint64 m_published = 0;
    qint64 m_ordered = 0;
    double m_peak = 0;
};

} // namespace Switchboard::App
