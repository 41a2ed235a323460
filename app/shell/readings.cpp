// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/readings.h"

#include "format/format.h"

#include <QLocale>

#include <cmath>

namespace Switchboard::App {

namespace {
constexpr int points = 60;
constexpr int errorSeconds = 600;

/** "2.4 MB" as its number and its unit; they are drawn in two sizes. */
std::pair<QString, QString> parted(const QString &text)
{
    const qsizetype gap = text.lastIndexOf(u' ');
    return gap < 0 ? std::pair(text, QString()) : std::pair(text.left(gap), text.mid(gap + 1));
}
} // namespace

Readings::Readings(QObject *parent)
    : QObject(parent)
    , m_clients(points, 0.0)
{ }

void Readings::setStats(TrafficStats *stats)
{
    if (m_stats == stats) {
        return;
    }
    if (m_stats) {
        m_stats->disconnect(this);
    }
    m_stats = stats;
    if (stats) {
        connect(stats, &TrafficStats::changed, this, &Readings::changed);
        connect(stats, &TrafficStats::secondPassed, this, &Readings::completeSecond);
    }
    Q_EMIT sourcesChanged();
    Q_EMIT changed();
    Q_EMIT seriesChanged();
}

void Readings::setServer(ServerControl *server)
{
    if (m_server == server) {
        return;
    }
    if (m_server) {
        m_server->disconnect(this);
    }
    m_server = server;
    if (server) {
        connect(server, &ServerControl::clientsChanged, this, &Readings::noteClients);
    }
    Q_EMIT sourcesChanged();
    noteClients();
}

QString Readings::clients() const
{
    return Format::count(m_server ? m_server->clients() : 0);
}

QString Readings::clientsNote() const
{
    const int webSocket = m_server ? m_server->webSocketClients() : 0;
    const int polling = m_server ? m_server->pollingClients() : 0;
    //: how many clients use which transport
    return tr("%1 websocket · %2 polling").arg(Format::count(webSocket), Format::count(polling));
}

QString Readings::in() const
{
    return amount(m_stats ? m_stats->inRate() : 0);
}

QString Readings::inNote() const
{
    return tr("peak %1").arg(Format::rate(m_stats ? m_stats->inPeak() : 0));
}

QString Readings::out() const
{
    return amount(m_stats ? m_stats->outRate() : 0);
}

QString Readings::outNote() const
{
    const double fanOut = m_stats ? m_stats->fanOut() : 0;
    //: how many clients one emit goes to
    return fanOut > 0 ? tr("fan-out ×%1").arg(QLocale().toString(fanOut, 'f', 1))
                      : tr("no emits yet");
}

QString Readings::total() const
{
    const double rate = m_stats ? m_stats->inRate() + m_stats->outRate() : 0;
    if (rate <= 0) {
        return {};
    }
    return rate < 1000 ? Format::rate(rate)
                       : Format::badge(qint64(std::llround(rate))) + QStringLiteral("/s");
}

QString Readings::throughput() const
{
    const double rate = m_stats ? m_stats->bytesInRate() + m_stats->bytesOutRate() : 0;
    return parted(Format::bytes(qint64(std::llround(rate)))).first;
}

QString Readings::throughputUnit() const
{
    const double rate = m_stats ? m_stats->bytesInRate() + m_stats->bytesOutRate() : 0;
    return parted(Format::bytes(qint64(std::llround(rate)))).second + QStringLiteral("/s");
}

QString Readings::throughputNote() const
{
    //: bytes per second in each direction
    return tr("%1 in · %2 out")
        .arg(Format::bytes(qint64(std::llround(m_stats ? m_stats->bytesInRate() : 0))),
            Format::bytes(qint64(std::llround(m_stats ? m_stats->bytesOutRate() : 0))));
}

QString Readings::ack() const
{
    return parted(Format::span(m_stats ? m_stats->ackP95() : -1)).first;
}

QString Readings::ackUnit() const
{
    return parted(Format::span(m_stats ? m_stats->ackP95() : -1)).second;
}

QString Readings::ackNote() const
{
    if (!m_stats || (m_stats->ackP95() < 0 && m_stats->ackTimeouts() == 0)) {
        return tr("No acks yet");
    }
    //: %1 is the median time
    return tr("p50 %1 · %n timeout(s)", nullptr, m_stats->ackTimeouts())
        .arg(Format::span(m_stats->ackP50()));
}

QString Readings::errors() const
{
    return Format::count(m_stats ? m_stats->errors10m() : 0);
}

bool Readings::hasErrors() const
{
    return m_stats && m_stats->errors10m() > 0;
}

QList<double> Readings::inSeries() const
{
    return series(QStringLiteral("in"), points, points);
}

QList<double> Readings::outSeries() const
{
    return series(QStringLiteral("out"), points, points);
}

QList<double> Readings::throughputSeries() const
{
    QList<double> sum = series(QStringLiteral("bytesIn"), points, points);
    const QList<double> out = series(QStringLiteral("bytesOut"), points, points);
    for (qsizetype i = 0; i < std::min(sum.size(), out.size()); ++i) {
        sum[i] += out[i];
    }
    return sum;
}

QList<double> Readings::ackSeries() const
{
    return series(QStringLiteral("ackP95"), points, points);
}

QList<double> Readings::errorsSeries() const
{
    return series(QStringLiteral("errors"), errorSeconds, errorSeconds / 15);
}

QString Readings::amount(double perSecond)
{
    return perSecond > 0 && perSecond < 9.95 ? QLocale().toString(perSecond, 'f', 1)
                                             : Format::count(qint64(std::llround(perSecond)));
}

void Readings::noteClients()
{
    m_mostClients = std::max(m_mostClients, m_server ? m_server->clients() : 0);
    Q_EMIT changed();
}

void Readings::completeSecond()
{
    m_clients.removeFirst();
    m_clients.append(m_mostClients);
    m_mostClients = m_server ? m_server->clients() : 0;
    Q_EMIT seriesChanged();
}

QList<double> Readings::series(const QString &name, int seconds, int count) const
{
    QList<double> values;
    if (m_stats) {
        const QVariantList series = m_stats->series(name, seconds, count);
        values.reserve(series.size());
        for (const QVariant &value : series) {
            values.append(value.toDouble());
        }
    }
    return values;
}

} // namespace Switchboard::App
