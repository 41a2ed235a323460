// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/trafficstats.h"

#include <QColor>
#include <QPointer>
#include <QQuickPaintedItem>

namespace Switchboard::App {

/**
 * The last minutes of traffic as stacked bars: in below, out above, errors as ticks at the top.
 *
 * Drawn anew once a second while visible, and only when there was or is something to draw.
 *
 * GUI thread.
 */
class TimelineItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_DISABLE_COPY_MOVE(TimelineItem)
    Q_PROPERTY(Switchboard::App::TrafficStats *stats READ stats WRITE setStats NOTIFY statsChanged
            REQUIRED FINAL)
    Q_PROPERTY(int seconds MEMBER m_seconds NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor inColor MEMBER m_inColor NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor outColor MEMBER m_outColor NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor errorColor MEMBER m_errorColor NOTIFY lookChanged FINAL)

public:
    static constexpr int bars = 150;

    explicit TimelineItem(QQuickItem *parent = nullptr);

    TrafficStats *stats() const { return m_stats; }

    void setStats(TrafficStats *stats);

    void paint(QPainter *painter) override;

    /** µs since 1970 at @p x of the item, cut to what is shown. */
    Q_INVOKABLE double timeAt(double x) const;
    Q_INVOKABLE double xAt(double time) const;

Q_SIGNALS:
    void statsChanged();
    void lookChanged();
    /** Times have moved under their places. */
    void moved();

private:
    void refresh();
    /** A second has passed: draws when there is or was something to draw. */
    void tick();
    double start() const;
    double end() const;

    QPointer<TrafficStats> m_stats;
    std::vector<TrafficStats::Bar> m_bars;
    int m_seconds = 300;
    QColor m_inColor;
    QColor m_outColor;
    QColor m_errorColor;
};

} // namespace Switchboard::App
