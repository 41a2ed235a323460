// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/timelineitem.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Switchboard::App {

namespace {

constexpr double secondMicros = 1e6;
constexpr double markHeight = 2; // of an error

/** The height that the tallest bars of the usual kind get; single peaks are cut. */
quint32 scaleOf(const std::vector<TrafficStats::Bar> &bars)
{
    std::vector<quint32> sums;
    for (const TrafficStats::Bar &bar : bars) {
        if (bar.in + bar.out > 0) {
            sums.push_back(bar.in + bar.out);
        }
    }
    if (sums.empty()) {
        return 1;
    }
    const auto at = sums.begin() + std::ptrdiff_t(double(sums.size() - 1) * 0.99);
    std::nth_element(sums.begin(), at, sums.end());
    return std::max(*at, 1U);
}

} // namespace

TimelineItem::TimelineItem(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    connect(this, &TimelineItem::lookChanged, this, &TimelineItem::refresh);
    connect(this, &QQuickItem::visibleChanged, this, &TimelineItem::refresh);
}

void TimelineItem::setStats(TrafficStats *stats)
{
    if (m_stats == stats) {
        return;
    }
    if (m_stats) {
        m_stats->disconnect(this);
    }
    m_stats = stats;
    if (stats) {
        connect(stats, &TrafficStats::secondPassed, this, &TimelineItem::tick);
    }
    refresh();
    Q_EMIT statsChanged();
}

void TimelineItem::refresh()
{
    if (m_stats && isVisible()) {
        m_bars = m_stats->timeline(m_seconds, bars);
        update();
        Q_EMIT moved();
    }
}

void TimelineItem::tick()
{
    const auto isEmpty = [](const TrafficStats::Bar &bar) { return bar == TrafficStats::Bar(); };
    const bool wasEmpty = std::all_of(m_bars.begin(), m_bars.end(), isEmpty);
    const auto next = m_stats->timeline(m_seconds, bars);
    if (!wasEmpty || !std::all_of(next.begin(), next.end(), isEmpty)) {
        refresh();
    }
}

double TimelineItem::end() const
{
    const double each = double(m_seconds) / bars * secondMicros;
    return m_stats ? (std::floor(double(m_stats->now()) / each) + 1) * each : 0;
}

double TimelineItem::start() const
{
    return end() - m_seconds * secondMicros;
}

double TimelineItem::timeAt(double x) const
{
    const double share = width() > 0 ? qBound(0.0, x / width(), 1.0) : 0;
    return start() + share * m_seconds * secondMicros;
}

double TimelineItem::xAt(double time) const
{
    return qBound(0.0, (time - start()) / (m_seconds * secondMicros), 1.0) * width();
}

void TimelineItem::paint(QPainter *painter)
{
    const double step = width() / bars;
    const double gap = step >= 3 ? 1 : 0;
    const double room = height() - markHeight;
    const double scale = room / scaleOf(m_bars);
    for (size_t i = 0; i < m_bars.size(); ++i) {
        const TrafficStats::Bar &bar = m_bars[i];
        const double x = double(i) * step;
        const double in = std::min(room, bar.in * scale);
        const double out = std::min(room - in, bar.out * scale);
        painter->fillRect(QRectF(x, height() - in, step - gap, in), m_inColor);
        painter->fillRect(QRectF(x, height() - in - out, step - gap, out), m_outColor);
        if (bar.error) {
            painter->fillRect(QRectF(x, 0, step - gap, markHeight), m_errorColor);
        }
    }
}

} // namespace Switchboard::App
