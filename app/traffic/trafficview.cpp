// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/trafficview.h"

#include "core/jsonscanner.h"
#include "format/format.h"
#include "traffic/trafficpump.h"
#include "traffic/trafficstats.h"

#include <QClipboard>
#include <QGuiApplication>

#include <array>
#include <bit>
#include <cmath>

namespace Switchboard::App {

namespace {

using namespace std::chrono_literals;

constexpr double calmRate = 200; // rows per second up to which every turn refreshes
constexpr int skippedTurns = 2; // of 33 ms each above it
constexpr double busyRate = 2000;
constexpr auto firstSlice = 30ms;
constexpr auto laterSlice = 6ms;
constexpr auto pulseInterval = 500ms;
constexpr qsizetype keptAround = 500;

constexpr quint32 bit(Kind kind)
{
    return 1U << quint32(kind);
}

constexpr std::array groupKinds{
    bit(Kind::In),
    bit(Kind::Out),
    bit(Kind::AckIn) | bit(Kind::AckOut),
    bit(Kind::Connect) | bit(Kind::Disconnect) | bit(Kind::Join) | bit(Kind::Leave)
        | bit(Kind::Http),
    bit(Kind::Error),
    bit(Kind::Ping),
};

constexpr quint32 allGroups = (1U << groupKinds.size()) - 1;
constexpr quint32 usualGroups = allGroups & ~(1U << quint32(TrafficView::Group::Ping));
constexpr quint32 ungrouped = bit(Kind::Gap) | bit(Kind::Mark);

} // namespace

TrafficView::TrafficView(TrafficPump &pump, const TrafficStats &stats, QObject *parent)
    : QAbstractListModel(parent)
    , m_pump(pump)
    , m_stats(stats)
    , m_ring(pump.ring())
    , m_index(pump.ring(), pump.clients())
    , m_writer(pump.ring().names(), pump.clients())
    , m_detail(pump.ring(), pump.clients(), this)
    , m_shownGroups(usualGroups)
{
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(0);
    m_pulseTimer.setInterval(pulseInterval);
    connect(&m_searchTimer, &QTimer::timeout, this, &TrafficView::searchOn);
    connect(&m_pulseTimer, &QTimer::timeout, this, &TrafficView::pulse);
    connect(&pump, &TrafficPump::drained, this, &TrafficView::advance);
    connect(&stats, &TrafficStats::secondPassed, this, [this] {
        QStringList rates;
        for (const quint32 kinds : groupKinds) {
            int rate = 0;
            for (quint32 kind = 0; kind < 32; ++kind) {
                rate += kinds >> kind & 1U ? m_stats.kindRate(Kind(kind)) : 0;
            }
            rates.append(rate > 0 ? Format::count(rate) : QString());
        }
        if (rates != m_groupRates) {
            m_groupRates = rates;
            Q_EMIT groupRatesChanged();
        }
    });
    applyKinds();
}

TrafficView::~TrafficView() = default;

int TrafficView::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QHash<int, QByteArray> TrafficView::roleNames() const
{
    return {{Row, "row"}, {Time, "time"}, {KindRole, "kind"}, {EventName, "event"},
        {Count, "receivers"}, {Nsp, "nsp"}, {Client, "client"}, {Target, "target"}, {Args, "args"},
        {Size, "size"}, {Ack, "ack"}, {Late, "late"}, {Selected, "selected"}, {Marked, "marked"},
        {Label, "label"}};
}

QVariant TrafficView::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const RowText &row = m_rows[size_t(index.row())];
    switch (role) {
    case Row:
        return double(row.id);
    case Time:
        return row.time;
    case KindRole:
        return int(row.kind);
    case EventName:
        return row.event;
    case Count:
        return row.count;
    case Nsp:
        return row.nsp;
    case Client:
        return row.client;
    case Target:
        return row.target;
    case Args:
        return row.args;
    case Size:
        return row.size;
    case Ack:
        return row.ack;
    case Late:
        return row.late;
    case Selected:
        return row.selected;
    case Marked:
        return row.marked;
    case Label:
        return row.label;
    default:
        return {};
    }
}

// The window and what moves it

void TrafficView::setActive(bool active)
{
    if (m_active == active) {
        return;
    }
    m_active = active;
    m_pump.setWatched(active);
    if (active) {
        m_pulseTimer.start();
        turn();
    } else {
        m_pulseTimer.stop();
    }
    Q_EMIT activeChanged();
}

void TrafficView::setPageRows(double rows)
{
    rows = qBound(0.0, rows, 1000.0);
    if (qFuzzyCompare(m_pageRows + 1, rows + 1)) {
        return;
    }
    m_pageRows = rows;
    // One more than fit, because the first and the last may both show in part.
    const auto wanted = size_t(std::ceil(rows)) + 1;
    if (wanted > m_rows.size()) {
        beginInsertRows({}, int(m_rows.size()), int(wanted) - 1);
        m_rows.resize(wanted);
        endInsertRows();
    } else if (wanted < m_rows.size()) {
        beginRemoveRows({}, int(wanted), int(m_rows.size()) - 1);
        m_rows.resize(wanted);
        endRemoveRows();
    }
    Q_EMIT pageRowsChanged();
    if (m_follow) {
        keepAtEnd();
    } else {
        moveTop(m_top);
    }
    refreshRows();
}

double TrafficView::lastTop() const
{
    return qMax(0.0, double(m_index.count()) - m_pageRows);
}

void TrafficView::moveTop(double top)
{
    top = qBound(0.0, top, lastTop());
    if (top != m_top) {
        m_top = top;
        Q_EMIT topChanged();
    }
}

void TrafficView::keepAtEnd()
{
    moveTop(lastTop());
}

void TrafficView::setTop(double top)
{
    moveTop(top);
    setFollow(m_top >= lastTop());
    refreshRows();
}

void TrafficView::scrollBy(double rows)
{
    setTop(m_top + rows);
}

void TrafficView::setFollow(bool follow)
{
    if (follow && !isPaused()) {
        m_newRows = 0;
        setNotice({});
        keepAtEnd();
    }
    if (m_follow != follow) {
        m_follow = follow;
        m_newRows = 0;
        Q_EMIT followChanged();
        Q_EMIT pulse();
    }
    refreshRows();
}

RowId TrafficView::idAtTop() const
{
    const auto index = qsizetype(m_top);
    return index < m_index.count() ? m_index.at(index) : 0;
}

void TrafficView::scrollTo(RowId id)
{
    const auto index = double(m_index.lowerBound(id));
    if (index < m_top || index + 1 > m_top + m_pageRows) {
        moveTop(index - std::floor(m_pageRows / 2));
    }
}

// A turn of the pump

void TrafficView::advance(qsizetype newRows)
{
    const FilterIndex::Change change = m_index.update();
    if (change.dropped > 0 && !m_follow) {
        const bool lost = double(change.dropped) > m_top;
        moveTop(m_top - double(change.dropped));
        if (lost && m_notice.isEmpty()) {
            setNotice(tr("Older events were dropped"));
        }
    }
    if (!m_follow) {
        m_newRows += change.added;
    }
    if (!m_active) {
        return;
    }
    if (--m_turnsToSkip > 0) {
        return;
    }
    m_turnsToSkip
        = m_stats.rowRate() > calmRate || double(newRows) > calmRate / 30 ? skippedTurns + 1 : 0;
    turn();
}

void TrafficView::turn()
{
    if (m_follow && !isPaused()) {
        keepAtEnd();
    }
    refreshRows();
    m_detail.refresh();
    if (m_index.count() != m_lastCount || m_index.progress() != m_lastProgress) {
        m_lastCount = m_index.count();
        m_lastProgress = m_index.progress();
        Q_EMIT countChanged();
    }
    if (isSearching()) {
        m_searchTimer.start();
    }
}

RowText TrafficView::rowText(qsizetype index) const
{
    if (index >= m_index.count()) {
        return {};
    }
    const RowId id = m_index.at(index);
    RowText row;
    if (m_ring.contains(id)) {
        const Event &event = m_ring.at(id);
        row = m_writer.write(id, event, m_ring.payload(event));
    } else if (const auto kept = m_paused ? m_paused->kept.constFind(id)
                                          : QHash<RowId, KeptEvent>::const_iterator();
               m_paused && kept != m_paused->kept.constEnd()) {
        const auto body
            = kept->bodyKept ? std::optional(QByteArrayView(kept->payload)) : std::nullopt;
        row = m_writer.write(id, kept->event, body);
    } else {
        row.id = id;
        row.kind = Kind::Gap;
        row.gone = true;
        row.event = tr("Older events are no longer kept");
        row.label = row.event;
    }
    row.selected = m_selected.contains(id);
    return row;
}

void TrafficView::refreshRows()
{
    if (!m_active || m_rows.empty()) {
        return;
    }
    const auto first = qsizetype(m_top);
    int from = -1;
    int to = -1;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        RowText row = rowText(first + i);
        if (row != m_rows[size_t(i)]) {
            m_rows[size_t(i)] = std::move(row);
            from = from < 0 ? i : from;
            to = i;
        }
    }
    if (from >= 0) {
        Q_EMIT dataChanged(index(from), index(to));
    }
}

void TrafficView::setNotice(const QString &notice)
{
    if (m_notice != notice) {
        m_notice = notice;
        Q_EMIT noticeChanged();
    }
}

QString TrafficView::countText() const
{
    return tr("%1 of %2 kept").arg(Format::count(count()), Format::count(m_ring.capacity()));
}

QString TrafficView::newText() const
{
    if (m_newRows == 0 || isPaused()) {
        return {};
    }
    constexpr qsizetype most = 9'999;
    const QString number = m_newRows > most ? QStringLiteral("10k+") : Format::count(m_newRows);
    return tr("%1 new, jump to newest").arg(number);
}

QString TrafficView::busyText() const
{
    const double rate = m_stats.rowRate();
    return rate > busyRate ? tr("%1 ev/s, view refreshes 10×/s").arg(Format::count(qint64(rate)))
                           : QString();
}

QString TrafficView::thinText() const
{
    const int every = m_pump.keepEvery();
    return every > 1 ? tr("Keeping 1 of %1 payloads").arg(every) : QString();
}

TrafficView::Empty TrafficView::empty() const
{
    if (m_index.count() > 0 || isSearching()) {
        return Empty::NotEmpty;
    }
    if (m_ring.size() == 0) {
        return Empty::NoTraffic;
    }
    return m_index.floor() >= m_ring.end() ? Empty::Cleared : Empty::NoMatch;
}

// Pause and clear

void TrafficView::setPaused(bool paused)
{
    if (paused == isPaused()) {
        return;
    }
    if (!paused) {
        resumeHere();
        setFollow(true);
        return;
    }
    m_paused.emplace();
    m_paused->time = m_stats.now();
    m_paused->end = m_ring.end();
    const auto first = qMax(qsizetype(0), qsizetype(m_top) - keptAround);
    const auto last
        = qMin(m_index.count(), qsizetype(m_top) + qsizetype(m_rows.size()) + keptAround);
    for (qsizetype i = first; i < last; ++i) {
        if (const RowId id = m_index.at(i); m_ring.contains(id)) {
            m_paused->kept.insert(id, m_ring.keep(id));
        }
    }
    m_index.freeze();
    Q_EMIT pausedChanged();
    Q_EMIT pulse();
}

void TrafficView::resumeHere()
{
    if (!isPaused()) {
        return;
    }
    const RowId seek = idAtTop();
    m_paused.reset();
    m_index.thaw();
    setFollow(false);
    Q_EMIT pausedChanged();
    restartSearch(seek);
}

QString TrafficView::pausedText() const
{
    if (!m_paused) {
        return {};
    }
    return tr("Paused at %1. %2 events since then.")
        .arg(Format::clock(m_paused->time).first(8),
            Format::count(qint64(m_ring.end() - m_paused->end)));
}

void TrafficView::clear()
{
    m_index.update();
    const qsizetype gone = m_index.count();
    m_floorBeforeClear = m_index.floor();
    m_index.setFloor(m_ring.end());
    clearSelection();
    setFollow(true);
    restartSearch(0);
    Q_EMIT cleared(
        gone == 1 ? tr("Cleared 1 event") : tr("Cleared %1 events").arg(Format::count(gone)));
}

void TrafficView::undoClear()
{
    m_index.setFloor(m_floorBeforeClear);
    restartSearch(idAtTop());
}

// Filter and chips

void TrafficView::setFilter(const QString &text)
{
    if (text == m_filterText) {
        return;
    }
    m_filterText = text;
    ParsedFilter parsed = parseFilter(text, m_stats.now());
    m_filterError = parsed.error;
    if (!parsed.error) { // otherwise the last one that worked stays
        const RowId seek = m_current != 0 ? m_current : idAtTop();
        m_index.setFilter(std::move(parsed.filter));
        restartSearch(seek);
    }
    Q_EMIT filterChanged();
}

void TrafficView::restartSearch(RowId seek)
{
    m_seek = m_follow || seek == 0 ? std::nullopt : std::optional(seek);
    m_index.update();
    m_index.search(firstSlice);
    if (m_seek && m_index.searchedFrom() <= *m_seek) {
        scrollTo(*m_seek);
        m_seek.reset();
    } else {
        keepAtEnd();
    }
    m_lastCount = -1;
    turn();
    Q_EMIT currentChanged();
}

void TrafficView::searchOn()
{
    const qsizetype found = m_index.search(laterSlice);
    moveTop(m_top + double(found)); // what came in front must not move what is seen
    if (m_seek && m_index.searchedFrom() <= *m_seek) {
        scrollTo(*m_seek);
        m_seek.reset();
        Q_EMIT currentChanged();
    }
    if (isSearching()) {
        m_searchTimer.start();
    } else {
        turn();
    }
}

QString TrafficView::filterError() const
{
    if (!m_filterError || m_filterError->hint.isEmpty()) {
        return m_filterError ? m_filterError->message : QString();
    }
    return tr("%1. %2").arg(m_filterError->message, m_filterError->hint);
}

int TrafficView::filterErrorPosition() const
{
    return m_filterError ? int(m_filterError->position) : 0;
}

int TrafficView::filterErrorLength() const
{
    return m_filterError ? int(m_filterError->length) : 0;
}

QString TrafficView::filterStatus() const
{
    if (m_index.filter().isEmpty()) {
        return {};
    }
    if (isSearching()) {
        return tr("Searching %1, %2 so far")
            .arg(Format::percent(m_index.progress()), Format::count(count()));
    }
    return count() == 1 ? tr("1 match") : tr("%1 matches").arg(Format::count(count()));
}

QString TrafficView::filterCost() const
{
    const quint64 unread = m_index.unread();
    if (unread == 0) {
        return {};
    }
    return tr("Payloads of %1 events are no longer kept and were not searched.")
        .arg(Format::count(qint64(unread)));
}

QList<bool> TrafficView::shownGroups() const
{
    QList<bool> shown;
    for (quint32 group = 0; group < groupKinds.size(); ++group) {
        shown.append((m_shownGroups >> group & 1U) != 0);
    }
    return shown;
}

int TrafficView::hiddenKinds() const
{
    return std::popcount(usualGroups & ~m_shownGroups);
}

void TrafficView::applyKinds()
{
    quint32 kinds = ungrouped;
    for (quint32 group = 0; group < groupKinds.size(); ++group) {
        kinds |= m_shownGroups >> group & 1U ? groupKinds[group] : 0;
    }
    const RowId seek = m_current != 0 ? m_current : idAtTop();
    m_index.setKinds(kinds);
    restartSearch(seek);
    Q_EMIT groupsChanged();
}

void TrafficView::toggleGroup(Group group)
{
    m_shownGroups ^= 1U << quint32(group);
    applyKinds();
}

void TrafficView::showOnlyGroup(Group group)
{
    m_shownGroups = 1U << quint32(group);
    applyKinds();
}

void TrafficView::showUsualGroups()
{
    m_shownGroups = usualGroups;
    applyKinds();
}

void TrafficView::addToFilter(const QString &term, bool alternative)
{
    const QString now = m_filterText.trimmed();
    if (now.isEmpty()) {
        setFilter(term);
    } else if (alternative) {
        setFilter(QStringLiteral("%1 or %2").arg(now, term));
    } else {
        const bool hasOr = now.contains(QLatin1String(" or ")) || now.contains(QLatin1Char('|'));
        setFilter((hasOr ? QStringLiteral("(%1) %2") : QStringLiteral("%1 %2")).arg(now, term));
    }
}

QString TrafficView::currentValue(const QString &field) const
{
    if (!m_detail.isValid()) {
        return {};
    }
    const EventText text = m_detail.eventText();
    if (field == QLatin1String("event")) {
        return m_detail.kind() == int(Kind::Gap) ? QString()
            : text.event.isEmpty()               ? m_detail.name()
                                                 : QString::fromUtf8(text.event);
    }
    if (field == QLatin1String("nsp")) {
        return QString::fromUtf8(text.nsp);
    }
    if (field == QLatin1String("room")) {
        return text.rooms.isEmpty() ? QString() : QString::fromUtf8(text.rooms.constFirst());
    }
    return field == QLatin1String("client") ? m_detail.client() : QString();
}

void TrafficView::filterByCurrent(const QString &field, bool hide, bool alternative)
{
    const QString value = currentValue(field);
    if (!value.isEmpty()) {
        const QString sign = hide ? QStringLiteral("-") : QString();
        addToFilter(sign + field + QLatin1Char(':') + filterQuoted(value), alternative);
    }
}

void TrafficView::filterByTime(double from, double to)
{
    const auto text = [](double time) {
        return Format::dateTime(qint64(time)).first(23).replace(QLatin1Char(' '), QLatin1Char('T'));
    };
    static const QRegularExpression times(QStringLiteral("\\s*\\b(after|before):\\S+"));
    QString rest = m_filterText;
    rest.remove(times);
    if (to <= from) {
        setFilter(rest.trimmed());
        return;
    }
    m_filterText = rest.trimmed();
    addToFilter(QStringLiteral("after:%1 before:%2").arg(text(from), text(to)));
}

QStringList TrafficView::recentValues(FilterField field) const
{
    constexpr RowId rowsLookedAt = 2000;
    constexpr qsizetype most = 50;
    QStringList values;
    const RowId first = qMax(m_ring.begin(), m_ring.end() - qMin(m_ring.end(), rowsLookedAt));
    for (RowId id = m_ring.end(); id > first && values.size() < most;) {
        const Event &event = m_ring.at(--id);
        QString value;
        if (field == FilterField::Nsp) {
            value = QString::fromUtf8(m_ring.names().name(event.nsp));
        } else if (field == FilterField::Client) {
            value = m_pump.clients().label(event.client);
        } else if (field == FilterField::Room) {
            value = QString::fromUtf8(m_ring.names().name(event.target));
            const bool plain = !value.startsWith(QLatin1Char('!'))
                && !value.startsWith(QLatin1Char('@')) && !value.contains(QLatin1Char('\n'));
            value = plain ? value : QString();
        }
        if (!value.isEmpty() && !values.contains(value)) {
            values.append(value);
        }
    }
    return values;
}

// Selection

int TrafficView::currentIndex() const
{
    return m_current != 0 && m_index.contains(m_current) ? int(m_index.lowerBound(m_current)) : -1;
}

void TrafficView::setCurrent(RowId id)
{
    m_current = id;
    if (id == 0) {
        m_detail.clear();
    } else if (m_ring.contains(id)) {
        m_detail.show(id);
    } else if (m_paused && m_paused->kept.contains(id)) {
        m_detail.show(m_paused->kept.value(id));
    }
    Q_EMIT currentChanged();
}

void TrafficView::selectRow(int row, Select how)
{
    const auto index = qsizetype(m_top) + row;
    if (index < 0 || index >= m_index.count()) {
        return;
    }
    const RowId id = m_index.at(index);
    if (how == Select::Extend && m_anchor != 0) {
        const auto anchor = qMin(m_index.lowerBound(m_anchor), m_index.count() - 1);
        m_selected.clear();
        const auto last = qMin(qMax(anchor, index), qMin(anchor, index) + mostSelected - 1);
        for (auto i = qMin(anchor, index); i <= last; ++i) {
            m_selected.insert(m_index.at(i));
        }
    } else if (how == Select::Toggle) {
        if (!m_selected.remove(id) && m_selected.size() < mostSelected) {
            m_selected.insert(id);
        }
        m_anchor = id;
    } else {
        m_selected = {id};
        m_anchor = id;
    }
    setFollow(false);
    setCurrent(id);
    refreshRows();
}

void TrafficView::moveCurrent(int by, Select how)
{
    if (m_index.count() == 0) {
        return;
    }
    const qsizetype from = m_current != 0
        ? m_index.lowerBound(m_current)
        : qsizetype(m_top) + (by > 0 ? -1 : qsizetype(m_pageRows));
    const qsizetype to = qBound(qsizetype(0), from + by, m_index.count() - 1);
    setFollow(false);
    if (double(to) < m_top) {
        moveTop(double(to));
    } else if (double(to) + 1 > m_top + m_pageRows) {
        moveTop(double(to) + 1 - m_pageRows);
    }
    selectRow(int(to - qsizetype(m_top)), how);
}

void TrafficView::selectAll()
{
    m_selected.clear();
    const auto first = qMax(qsizetype(0), m_index.count() - mostSelected);
    for (auto i = first; i < m_index.count(); ++i) {
        m_selected.insert(m_index.at(i));
    }
    refreshRows();
}

void TrafficView::clearSelection()
{
    m_selected.clear();
    m_anchor = 0;
    setCurrent(0);
    refreshRows();
}

void TrafficView::markCurrent()
{
    if (m_current != 0 && m_ring.contains(m_current)) {
        m_ring.at(m_current).marked = !m_ring.at(m_current).marked;
        refreshRows();
    }
}

void TrafficView::moveToMark(bool forward)
{
    const qsizetype step = forward ? 1 : -1;
    const qsizetype start = m_current != 0 ? m_index.lowerBound(m_current)
                                           : (forward ? qsizetype(-1) : m_index.count());
    for (qsizetype i = start + step; i >= 0 && i < m_index.count(); i += step) {
        const RowId id = m_index.at(i);
        if (m_ring.contains(id) && m_ring.at(id).marked) {
            setFollow(false);
            scrollTo(id);
            selectRow(int(i - qsizetype(m_top)), Select::Only);
            return;
        }
    }
}

void TrafficView::showAround()
{
    if (m_current == 0) {
        return;
    }
    setFollow(false);
    m_shownGroups = allGroups;
    applyKinds();
    setFilter({});
}

int TrafficView::copyRows() const
{
    QList<RowId> ids(m_selected.begin(), m_selected.end());
    std::sort(ids.begin(), ids.end());
    QStringList lines;
    for (const RowId id : std::as_const(ids)) {
        if (!m_ring.contains(id)) {
            continue;
        }
        const Event &event = m_ring.at(id);
        const RowText row = m_writer.write(id, event, m_ring.payload(event));
        QStringList cells{
            row.time, RowWriter::kindWord(event).toLower(), row.event, row.nsp, row.args};
        cells.removeAll(QString());
        lines.append(cells.join(QStringLiteral("  ")));
    }
    if (!lines.isEmpty()) {
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    }
    return int(lines.size());
}

void TrafficView::resend()
{
    if (!m_detail.isResendable()) {
        return;
    }
    const EventText text = m_detail.eventText();
    EmitRequest request;
    request.target.nsp = text.nsp;
    request.target.rooms = text.rooms + text.sockets; // a socket's id names its own room
    request.target.exceptRooms = text.exceptRooms;
    request.event = text.event;
    request.attachments = text.attachments;
    if (const auto items = Json::splitArray(text.arguments)) {
        for (const QByteArrayView item : *items) {
            request.arguments.append(item.toByteArray());
        }
    }
    Q_EMIT resendRequested(request, m_detail.target());
}

void TrafficView::edit()
{
    if (m_detail.isSendable()) {
        const EventText text = m_detail.eventText();
        Q_EMIT editRequested(QString::fromUtf8(text.event), QString::fromUtf8(text.nsp),
            QString::fromUtf8(text.arguments.sliced(1).chopped(1)));
    }
}

void TrafficView::setServerUrl(const QString &url)
{
    if (m_serverUrl != url) {
        m_serverUrl = url;
        m_detail.setServerUrl(url);
        Q_EMIT serverUrlChanged();
    }
}

void TrafficView::setClientName(quint32 serial, const QString &name)
{
    m_pump.clients().setName(serial, name);
}

} // namespace Switchboard::App
