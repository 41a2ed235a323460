// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/trafficstats.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace Switchboard::App {

/**
 * The event-rate chart: two lines over a range, the axis that fits both, and its words.
 *
 * The axis grows at once and shrinks when it could for ten seconds.
 *
 * GUI thread.
 */
class RateHistory : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_DISABLE_COPY_MOVE(RateHistory)
    Q_PROPERTY(Switchboard::App::TrafficStats *stats READ stats WRITE setStats NOTIFY statsChanged
            REQUIRED FINAL)
    Q_PROPERTY(Range range READ range WRITE setRange NOTIFY rangeChanged FINAL)
    Q_PROPERTY(QList<double> in READ in NOTIFY changed FINAL)
    Q_PROPERTY(QList<double> out READ out NOTIFY changed FINAL)
    Q_PROPERTY(double maximum READ maximum NOTIFY changed FINAL)
    /** Five texts from the top down. */
    Q_PROPERTY(QStringList valueLabels READ valueLabels NOTIFY changed FINAL)
    /** Five texts from the left. */
    Q_PROPERTY(QStringList timeLabels READ timeLabels NOTIFY rangeChanged FINAL)

public:
    enum class Range { Minute, TenMinutes, Hour };
    Q_ENUM(Range)

    static constexpr int points = 60;

    explicit RateHistory(QObject *parent = nullptr);

    TrafficStats *stats() const { return m_stats; }

    void setStats(TrafficStats *stats);

    Range range() const { return m_range; }

    void setRange(Range range);

    const QList<double> &in() const { return m_in; }

    const QList<double> &out() const { return m_out; }

    double maximum() const { return m_maximum; }

    QStringList valueLabels() const;
    QStringList timeLabels() const;

    /** "14:32:07, in 1,284/s, out 6,912/s" for point @p index. */
    Q_INVOKABLE QString describe(int index) const;

Q_SIGNALS:
    void statsChanged();
    void rangeChanged();
    void changed();

private:
    int secondsPerPoint() const;
    void completeSecond();
    void refresh();
    void fitMaximum();

    QPointer<TrafficStats> m_stats;
    Range m_range = Range::Minute;
    QList<double> m_in;
    QList<double> m_out;
    double m_maximum = 10;
    int m_tooHighFor = 0; // refreshes
};

} // namespace Switchboard::App
