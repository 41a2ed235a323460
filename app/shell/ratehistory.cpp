// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/ratehistory.h"

#include "format/format.h"
#include "shell/chartitem.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace Switchboard::App {

namespace {
constexpr int patience = 10; // seconds
constexpr double smallestMaximum = 10;
constexpr qint64 second = 1'000'000; // µs

QString axisValue(double value)
{
    const bool thousands = value >= 1000;
    QString text = QLocale().toString(thousands ? value / 1000 : value, 'f', 2);
    const QString point = QLocale().decimalPoint();
    while (text.contains(point) && (text.endsWith(u'0') || text.endsWith(point))) {
        text.chop(text.endsWith(u'0') ? 1 : point.size());
    }
    return thousands ? text + u'k' : text;
}
} // namespace

RateHistory::RateHistory(QObject *parent)
    : QObject(parent)
{ }

void RateHistory::setStats(TrafficStats *stats)
{
    if (m_stats == stats) {
        return;
    }
    if (m_stats) {
        m_stats->disconnect(this);
    }
    m_stats = stats;
    if (stats) {
        connect(stats, &TrafficStats::secondPassed, this, &RateHistory::completeSecond);
    }
    Q_EMIT statsChanged();
    refresh();
}

void RateHistory::setRange(Range range)
{
    if (m_range != range) {
        m_range = range;
        m_maximum = smallestMaximum;
        Q_EMIT rangeChanged();
        refresh();
    }
}

int RateHistory::secondsPerPoint() const
{
    switch (m_range) {
    case Range::Minute:
        return 1;
    case Range::TenMinutes:
        return 10;
    case Range::Hour:
        return 60;
    }
    Q_UNREACHABLE();
}

QStringList RateHistory::valueLabels() const
{
    QStringList labels;
    for (int quarter = 4; quarter >= 0; --quarter) {
        labels.append(axisValue(m_maximum * quarter / 4));
    }
    return labels;
}

QStringList RateHistory::timeLabels() const
{
    switch (m_range) {
    case Range::Minute:
        return {tr("60 s ago"), tr("45 s"), tr("30 s"), tr("15 s"), tr("now")};
    case Range::TenMinutes:
        return {tr("10 min ago"), tr("7.5 min"), tr("5 min"), tr("2.5 min"), tr("now")};
    case Range::Hour:
        return {tr("60 min ago"), tr("45 min"), tr("30 min"), tr("15 min"), tr("now")};
    }
    Q_UNREACHABLE();
}

QString RateHistory::describe(int index) const
{
    if (!m_stats || index < 0 || index >= m_in.size() || index >= m_out.size()) {
        return {};
    }
    const qint64 age = (m_in.size() - 1 - index) * secondsPerPoint();
    const QDateTime time = QDateTime::fromMSecsSinceEpoch((m_stats->now() - age * second) / 1000);
    //: a point of the chart: time, events per second in, out
    return tr("%1, in %2, out %3")
        .arg(QLocale().toString(time.time(), QStringLiteral("HH:mm:ss")), Format::rate(m_in[index]),
            Format::rate(m_out[index]));
}

void RateHistory::completeSecond()
{
    // Longer ranges move when one of their points is complete.
    if (m_stats->now() / second % secondsPerPoint() == 0) {
        refresh();
    }
}

void RateHistory::refresh()
{
    const auto series = [this](const QString &name) {
        QList<double> values;
        if (m_stats) {
            for (const QVariant &value :
                m_stats->series(name, points * secondsPerPoint(), points)) {
                values.append(value.toDouble());
            }
        }
        return values;
    };
    QList<double> in = series(QStringLiteral("in"));
    QList<double> out = series(QStringLiteral("out"));
    const double before = m_maximum;
    std::swap(m_in, in);
    std::swap(m_out, out);
    fitMaximum();
    if (m_in != in || m_out != out || m_maximum < before || m_maximum > before) {
        Q_EMIT changed();
    }
}

void RateHistory::fitMaximum()
{
    double highest = smallestMaximum;
    for (const QList<double> *values : {&m_in, &m_out}) {
        for (const double value : *values) {
            highest = std::max(highest, value);
        }
    }
    const double fitting = ChartItem::niceMaximum(highest);
    if (fitting >= m_maximum || ++m_tooHighFor * secondsPerPoint() >= patience) {
        m_maximum = fitting;
        m_tooHighFor = 0;
    }
}

} // namespace Switchboard::App
