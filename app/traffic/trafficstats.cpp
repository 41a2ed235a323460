// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/trafficstats.h"

#include <algorithm>
#include <cmath>

namespace Switchboard::App {

namespace {

constexpr qint64 secondMicros = 1'000'000;
constexpr qint64 publishInterval = secondMicros / 2;
constexpr qint64 reorderInterval = 2 * secondMicros;
constexpr qint64 rateSpan = secondMicros;
constexpr qint64 fanOutSpan = 10 * secondMicros;
constexpr qint64 latencySpan = 60 * secondMicros;
constexpr size_t mostLatencies = 4096;
constexpr size_t busiestCount = 6;
constexpr double smoothSeconds = 3;
constexpr double quiet = 0.05; // per second, from where on a name is no longer busy

constexpr size_t index(Kind kind)
{
    return size_t(kind);
}

} // namespace

TrafficStats::TrafficStats(QObject *parent)
    : QObject(parent)
    , m_seconds(keptSeconds)
{ }

/** The bucket of @p time, emptied when it was last used for an hour before; nullptr when too old.
 */
TrafficStats::Second *TrafficStats::second(qint64 time)
{
    const qint64 number = time / secondMicros;
    if (number <= m_time / secondMicros - keptSeconds) {
        return nullptr;
    }
    Second &second = m_seconds[size_t(number % keptSeconds)];
    if (second.number != number) {
        second = Second();
        second.number = number;
    }
    return &second;
}

const TrafficStats::Second *TrafficStats::findSecond(qint64 number) const
{
    const Second &second = m_seconds[size_t(number % keptSeconds)];
    return second.number == number ? &second : nullptr;
}

void TrafficStats::add(RowId id, const Event &event)
{
    if (Second *bucket = second(event.time)) {
        ++bucket->rows[index(event.kind)];
    }
    if (event.kind != Kind::In && event.kind != Kind::Out) {
        return;
    }
    if (event.event >= m_names.size()) {
        m_names.resize(size_t(m_ring->names().size()));
    }
    Name &name = m_names[event.event];
    ++name.window[size_t(event.time / secondMicros) % name.window.size()];
    name.last = id;
    name.kind = event.kind;
    if (!name.active) {
        name.active = true;
        m_active.push_back(event.event);
    }
}

void TrafficStats::addLatency(qint64 latency, qint64 time)
{
    m_latencies.push_back({time, latency});
    if (m_latencies.size() > mostLatencies) {
        m_latencies.pop_front();
    }
}

void TrafficStats::addTimeouts(int count, qint64 time)
{
    if (Second *bucket = second(time); bucket && count > 0) {
        bucket->timeouts += quint32(count);
    }
}

void TrafficStats::sample(const Traffic::Totals &totals, qint64 time)
{
    // A server started anew counts from zero again.
    if (!m_samples.empty() && totals.eventsIn >= m_samples.back().totals.eventsIn
        && totals.bytesIn >= m_samples.back().totals.bytesIn
        && totals.bytesOut >= m_samples.back().totals.bytesOut) {
        const Traffic::Totals &last = m_samples.back().totals;
        if (Second *bucket = second(time)) {
            bucket->in += totals.eventsIn - last.eventsIn;
            bucket->out += totals.eventsOut - last.eventsOut;
            bucket->bytesIn += totals.bytesIn - last.bytesIn;
            bucket->bytesOut += totals.bytesOut - last.bytesOut;
        }
    } else {
        m_samples.clear();
    }
    m_samples.push_back({time, totals});
    while (m_samples.front().time < time - fanOutSpan) {
        m_samples.pop_front();
    }
}

void TrafficStats::advance(qint64 time)
{
    const qint64 before = m_time / secondMicros;
    m_time = qMax(m_time, time);
    const qint64 number = m_time / secondMicros;
    if (number != before) {
        completeSecond();
        Q_EMIT secondPassed();
    }
    if (m_time - m_published >= publishInterval) {
        m_published = m_time;
        publish();
    }
}

void TrafficStats::completeSecond()
{
    while (!m_latencies.empty() && m_latencies.front().time < m_time - latencySpan) {
        m_latencies.pop_front();
    }
    if (Second *last = second(m_time - secondMicros)) {
        last->ackP95 = percentile(0.95);
        m_peak = std::max(m_peak, double(last->in));
    }
    updateNames();
    const bool reorder = m_time - m_ordered >= reorderInterval;
    publishBusiest(reorder);
}

void TrafficStats::updateNames()
{
    const double share = 1 - std::exp(-1 / smoothSeconds);
    const auto current = size_t(m_time / secondMicros);
    auto kept = m_active.begin();
    for (const NameTable::Id id : m_active) {
        Name &name = m_names[id];
        double sum = 0;
        for (const quint32 count : name.window) {
            sum += count;
        }
        const double rate = sum / double(name.window.size());
        name.smooth += (rate - name.smooth) * share;
        // The slot of the second that begins now held one five seconds ago.
        name.window[current % name.window.size()] = 0;
        name.active = name.smooth >= quiet || rate > 0;
        if (name.active) {
            *kept++ = id;
        } else {
            name.smooth = 0;
        }
    }
    m_active.erase(kept, m_active.end());
}

void TrafficStats::publishBusiest(bool reorder)
{
    if (reorder || m_order.empty()) {
        m_ordered = m_time;
        m_order.resize(std::min(m_active.size(), busiestCount));
        std::partial_sort_copy(m_active.begin(), m_active.end(), m_order.begin(), m_order.end(),
            [this](auto a, auto b) { return m_names[a].smooth > m_names[b].smooth; });
    }
    QVariantList list;
    for (const NameTable::Id id : m_order) {
        const Name &name = m_names[id];
        if (name.active) {
            const BusyEvent busy{m_ring->names().text(id), int(name.kind), name.smooth};
            list.append(QVariant::fromValue(busy));
        }
    }
    if (list != m_busiest) {
        m_busiest = list;
        Q_EMIT busiestChanged();
    }
}

qint64 TrafficStats::percentile(double share) const
{
    if (m_latencies.empty()) {
        return -1;
    }
    std::vector<qint64> values;
    values.reserve(m_latencies.size());
    for (const Latency &latency : m_latencies) {
        values.push_back(latency.value);
    }
    const auto at = values.begin() + std::ptrdiff_t(double(values.size() - 1) * share);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

quint32 TrafficStats::sumOf(int seconds, quint32 (*of)(const Second &)) const
{
    const qint64 last = m_time / secondMicros;
    quint32 sum = 0;
    for (qint64 number = last - seconds + 1; number <= last; ++number) {
        if (const Second *second = number >= 0 ? findSecond(number) : nullptr) {
            sum += of(*second);
        }
    }
    return sum;
}

void TrafficStats::publish()
{
    Values next;
    if (m_samples.size() >= 2) {
        const Sample &newest = m_samples.back();
        const Sample &oldest = m_samples.front();
        const auto since = std::find_if(m_samples.rbegin() + 1, m_samples.rend(),
            [&](const Sample &sample) { return newest.time - sample.time >= rateSpan; });
        const Sample &from = since == m_samples.rend() ? oldest : *since;
        // Without news from the engine (it stopped) the rates fall to zero by themselves.
        const qint64 until = m_time - newest.time > 2 * rateSpan ? m_time : newest.time;
        const double span = double(until - from.time) / double(secondMicros);
        const auto rate
            = [span](quint64 a, quint64 b) { return span > 0 ? double(b - a) / span : 0; };
        if (until == newest.time) {
            next.in = rate(from.totals.eventsIn, newest.totals.eventsIn);
            next.out = rate(from.totals.eventsOut, newest.totals.eventsOut);
            next.bytesIn = rate(from.totals.bytesIn, newest.totals.bytesIn);
            next.bytesOut = rate(from.totals.bytesOut, newest.totals.bytesOut);
        }
        const quint64 emits = newest.totals.emits - oldest.totals.emits;
        const quint64 out = newest.totals.eventsOut - oldest.totals.eventsOut;
        next.fanOut = emits > 0 ? double(out) / double(emits) : 0;
    }
    m_peak = std::max(m_peak, next.in);
    next.inPeak = m_peak;
    next.ackP50 = percentile(0.5);
    next.ackP95 = percentile(0.95);
    next.ackTimeouts = int(sumOf(60, [](const Second &s) { return s.timeouts; }));
    next.errors10m = int(sumOf(600, [](const Second &s) { return s.rows[index(Kind::Error)]; }));
    if (const Second *last = findSecond(m_time / secondMicros - 1)) {
        for (const quint32 rows : last->rows) {
            next.rows += rows;
        }
    }
    if (next != m_now) {
        m_now = next;
        Q_EMIT changed();
    }
}

double TrafficStats::value(const QString &name, const Second &second) const
{
    if (name == QLatin1String("in")) {
        return double(second.in);
    }
    if (name == QLatin1String("out")) {
        return double(second.out);
    }
    if (name == QLatin1String("bytesIn")) {
        return double(second.bytesIn);
    }
    if (name == QLatin1String("bytesOut")) {
        return double(second.bytesOut);
    }
    if (name == QLatin1String("ackP95")) {
        return double(qMax(qint64(0), second.ackP95));
    }
    return double(second.rows[index(Kind::Error)]);
}

QVariantList TrafficStats::series(const QString &name, int seconds, int points) const
{
    QVariantList list;
    points = qBound(1, points, keptSeconds);
    const int each = qMax(1, qMin(seconds, keptSeconds) / points);
    const bool isSum = name == QLatin1String("errors");
    const qint64 end = m_time / secondMicros;
    for (qint64 from = end - qint64(each) * points; from < end; from += each) {
        double sum = 0;
        for (qint64 number = qMax(qint64(0), from); number < from + each; ++number) {
            if (const Second *second = findSecond(number)) {
                sum += value(name, *second);
            }
        }
        list.append(isSum ? sum : sum / each);
    }
    return list;
}

int TrafficStats::kindRate(Kind kind) const
{
    const Second *last = m_time >= secondMicros ? findSecond(m_time / secondMicros - 1) : nullptr;
    return last ? int(last->rows[index(kind)]) : 0;
}

std::vector<TrafficStats::Bar> TrafficStats::timeline(int seconds, int bars) const
{
    std::vector<Bar> list(size_t(qMax(1, bars)));
    const int each = qMax(1, seconds / bars);
    // Whole steps since 1970, so that a bar keeps its seconds while it moves.
    const qint64 last = m_time / secondMicros / each;
    for (size_t i = 0; i < list.size(); ++i) {
        const qint64 from = (last - qint64(list.size() - 1 - i)) * each;
        for (qint64 number = qMax(qint64(0), from); number < from + each; ++number) {
            if (const Second *second = findSecond(number)) {
                list[i].in += second->rows[index(Kind::In)] + second->rows[index(Kind::AckIn)];
                list[i].out += second->rows[index(Kind::Out)] + second->rows[index(Kind::AckOut)];
                list[i].error = list[i].error || second->rows[index(Kind::Error)] > 0;
            }
        }
    }
    return list;
}

QStringList TrafficStats::eventNames(const QString &part, int most) const
{
    std::vector<NameTable::Id> found;
    for (size_t id = 2; id < m_names.size(); ++id) {
        if (m_names[id].last != 0
            && m_ring->names().text(NameTable::Id(id)).contains(part, Qt::CaseInsensitive)) {
            found.push_back(NameTable::Id(id));
        }
    }
    const auto count = std::min(found.size(), size_t(qMax(0, most)));
    std::partial_sort(
        found.begin(), found.begin() + std::ptrdiff_t(count), found.end(), [this](auto a, auto b) {
            const Name &x = m_names[a];
            const Name &y = m_names[b];
            return x.smooth != y.smooth ? x.smooth > y.smooth : x.last > y.last;
        });
    QStringList list;
    for (size_t i = 0; i < count; ++i) {
        list.append(m_ring->names().text(found[i]));
    }
    return list;
}

const TrafficStats::Name *TrafficStats::findName(const QString &name) const
{
    for (size_t id = 0; id < m_names.size(); ++id) {
        if (m_names[id].last != 0 && m_ring->names().text(NameTable::Id(id)) == name) {
            return &m_names[id];
        }
    }
    return nullptr;
}

double TrafficStats::eventRate(const QString &name) const
{
    const Name *found = findName(name);
    return found ? found->smooth : 0;
}

QString TrafficStats::lastArguments(const QString &name) const
{
    const Name *found = findName(name);
    if (!found || !m_ring->contains(found->last)) {
        return {};
    }
    const Event &event = m_ring->at(found->last);
    if ((event.flags & Traffic::Cut) != 0) {
        return {};
    }
    return QString::fromUtf8(m_ring->payload(event).value_or(QByteArrayView()));
}

} // namespace Switchboard::App
