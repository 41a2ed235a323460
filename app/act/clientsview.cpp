// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/clientsview.h"

#include "act/clientname.h"
#include "engine/enginehost.h"
#include "format/displaysafe.h"
#include "format/format.h"
#include "traffic/clientnames.h"

#include <QDateTime>

#include <algorithm>
#include <tuple>

namespace Switchboard::App {

namespace {

constexpr qint64 second = 1'000'000; // µs, as all times here
constexpr qint64 idleAfter = 10 * second;
constexpr qint64 leftStays = 2 * second;
constexpr qint64 sortEvery = 2 * second;
constexpr qint64 latePing = 10 * second; // half of the default ping timeout
constexpr int maxNameChars = 60;
constexpr qsizetype namespacesShown = 3;

qsizetype roomCount(const ClientInfo &info)
{
    qsizetype count = 0;
    for (const MembershipInfo &membership : info.memberships) {
        count += membership.rooms.size();
    }
    return count;
}

QString viaText(const ClientInfo &info)
{
    if (info.upgrading) {
        return ClientsView::tr("upgrading");
    }
    return info.via == Traffic::Via::WebSocket ? ClientsView::tr("WS") : ClientsView::tr("Polling");
}

QStringList namespaceNames(const ClientInfo &info)
{
    QStringList names;
    for (const MembershipInfo &membership : info.memberships) {
        if (names.size() == namespacesShown) {
            names.append(QStringLiteral("+%1").arg(info.memberships.size() - namespacesShown));
            break;
        }
        names.append(displaySafe(membership.nsp, maxNameChars));
    }
    return names;
}

/** What the name is made of changed. */
bool isNamedAnew(const ClientInfo &before, const ClientInfo &after)
{
    return !std::equal(before.memberships.begin(), before.memberships.end(),
        after.memberships.begin(), after.memberships.end(),
        [](const MembershipInfo &a, const MembershipInfo &b) {
            return a.auth == b.auth && a.data == b.data;
        });
}

} // namespace

bool ClientsView::Client::isIdle(qint64 now) const
{
    return now - info.lastActivity >= idleAfter;
}

double ClientsView::Client::rate(quint32 Sample::*direction) const
{
    const Sample &newest = history[(next + samples - 1) % samples];
    const Sample *oldest = &newest;
    for (const Sample &sample : history) {
        if (sample.time != 0 && sample.time < oldest->time) {
            oldest = &sample;
        }
    }
    const qint64 span = newest.time - oldest->time;
    return span <= 0
        ? 0
        : double(newest.*direction - oldest->*direction) * double(second) / double(span);
}

ClientsView::ClientsView(EngineHost &host, ClientNames &names, QObject *parent)
    : QAbstractListModel(parent)
    , m_host(host)
    , m_names(names)
{
    connect(&m_host, &EngineHost::clientsTaken, this, [this](const QList<ClientInfo> &clients) {
        take(clients, QDateTime::currentMSecsSinceEpoch() * 1000);
    });
    // The next server counts its clients from one again.
    connect(&m_host, &EngineHost::stateChanged, this, [this] {
        if (m_host.state() == ServerState::Stopped) {
            m_clients.clear();
            clearSelection();
            recount();
            rebuild(true);
        }
    });
}

int ClientsView::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_visibleRows;
}

const ClientsView::Client *ClientsView::at(int row) const
{
    const int place = m_top + row;
    if (place >= count()) {
        return nullptr;
    }
    const auto found = m_clients.constFind(m_order[std::size_t(place)]);
    return found == m_clients.constEnd() ? nullptr : &*found;
}

QVariant ClientsView::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const Client *client = at(index.row());
    if (client) {
        return present(*client, Role(role));
    }
    // Typed, because delegates have typed properties.
    static const Client nobody;
    return Role(role) == Role::Present ? QVariant(false) : present(nobody, Role(role));
}

QVariant ClientsView::present(const Client &client, Role role) const
{
    const ClientInfo &info = client.info;
    const auto rate = [&client](quint32 Sample::*direction) {
        const double value = client.rate(direction);
        return value < 0.05 ? QString() : Format::rate(value);
    };
    switch (role) {
    case Role::Present:
        return true;
    case Role::Serial:
        return info.serial;
    case Role::Name:
        return client.name;
    case Role::Active:
        return client.leftAt == 0 && !client.isIdle(m_now);
    case Role::ShortId:
        return Format::shortId(QString::fromLatin1(info.sid));
    case Role::Address:
        return displaySafe(info.address, maxNameChars);
    case Role::Via:
        return viaText(info);
    case Role::Namespaces:
        return namespaceNames(info).join(u"  ");
    case Role::Rooms:
        return Format::count(roomCount(info));
    case Role::InRate:
        return rate(&Sample::in);
    case Role::OutRate:
        return rate(&Sample::out);
    case Role::Ping:
        return info.roundTrip == 0 ? Format::none() : Format::span(info.roundTrip);
    case Role::PingLate:
        return info.roundTrip > latePing;
    case Role::Since:
        return sinceText(client);
    case Role::SinceExact:
        return Format::dateTime(info.openedAt);
    case Role::HasLeft:
        return client.leftAt != 0;
    case Role::Selected:
        return m_selected.contains(info.serial);
    case Role::Current:
        return info.serial != 0 && info.serial == m_current;
    case Role::Spoken:
        return spokenText(client);
    }
    return {};
}

QString ClientsView::sinceText(const Client &client) const
{
    if (client.leftAt == 0) {
        return Format::ago(client.info.openedAt, m_now);
    }
    return client.leftReason.isEmpty() ? tr("left") : tr("left, %1").arg(client.leftReason);
}

QString ClientsView::spokenText(const Client &client) const
{
    return tr("%1, %2, by %3, namespaces %4, %5 rooms, since %6")
        .arg(client.name, displaySafe(client.info.address, maxNameChars), viaText(client.info),
            namespaceNames(client.info).join(u' '), Format::count(roomCount(client.info)),
            sinceText(client));
}

QHash<int, QByteArray> ClientsView::roleNames() const
{
    return {{int(Role::Present), "present"}, {int(Role::Serial), "serial"},
        {int(Role::Name), "name"}, {int(Role::Active), "active"}, {int(Role::ShortId), "shortId"},
        {int(Role::Address), "address"}, {int(Role::Via), "via"},
        {int(Role::Namespaces), "namespaces"}, {int(Role::Rooms), "rooms"},
        {int(Role::InRate), "inRate"}, {int(Role::OutRate), "outRate"}, {int(Role::Ping), "ping"},
        {int(Role::PingLate), "pingLate"}, {int(Role::Since), "since"},
        {int(Role::SinceExact), "sinceExact"}, {int(Role::HasLeft), "hasLeft"},
        {int(Role::Selected), "selected"}, {int(Role::Current), "current"},
        {int(Role::Spoken), "spoken"}};
}

void ClientsView::setActive(bool active)
{
    if (active == m_isActive) {
        return;
    }
    m_isActive = active;
    if (active) {
        m_host.watchClients();
    } else {
        m_host.unwatchClients();
    }
    Q_EMIT activeChanged();
}

void ClientsView::setVisibleRows(int rows)
{
    rows = std::max(0, rows);
    if (rows == m_visibleRows) {
        return;
    }
    if (rows > m_visibleRows) {
        beginInsertRows({}, m_visibleRows, rows - 1);
        m_visibleRows = rows;
        endInsertRows();
    } else {
        beginRemoveRows({}, rows, m_visibleRows - 1);
        m_visibleRows = rows;
        endRemoveRows();
    }
    Q_EMIT visibleRowsChanged();
    setTop(m_top);
}

void ClientsView::setTop(int top)
{
    top = std::clamp(top, 0, std::max(0, count() - m_visibleRows));
    if (top != m_top) {
        m_top = top;
        Q_EMIT topChanged();
        refresh();
    }
}

void ClientsView::setSearch(const QString &search)
{
    if (search != m_search) {
        m_search = search;
        Q_EMIT searchChanged();
        rebuild(true);
    }
}

void ClientsView::setChip(Chip chip)
{
    if (chip != m_chip) {
        m_chip = chip;
        Q_EMIT chipChanged();
        rebuild(true);
    }
}

void ClientsView::sortBy(Column column)
{
    m_isDescending = column == m_sortColumn ? !m_isDescending : column >= Column::Rooms;
    if (column == Column::Since && m_sortColumn != Column::Since) {
        m_isDescending = false;
    }
    m_sortColumn = column;
    Q_EMIT sortChanged();
    rebuild(true);
}

QList<quint32> ClientsView::selection() const
{
    if (m_selected.isEmpty()) {
        return m_current == 0 ? QList<quint32>() : QList<quint32>{m_current};
    }
    return {m_selected.cbegin(), m_selected.cend()};
}

const ClientInfo *ClientsView::client(quint32 serial) const
{
    const auto found = m_clients.constFind(serial);
    return found == m_clients.constEnd() ? nullptr : &found->info;
}

void ClientsView::take(const QList<ClientInfo> &clients, qint64 now)
{
    m_now = now;
    ++m_lists;
    for (const ClientInfo &info : clients) {
        const qsizetype known = m_clients.size();
        Client &client = m_clients[info.serial];
        update(client, info, now, m_clients.size() != known);
    }
    dropLeft(now);
    recount();
    rebuild(m_sortColumn == Column::Since || now - m_sortedAt >= sortEvery);
}

void ClientsView::update(Client &client, const ClientInfo &info, qint64 now, bool isNew)
{
    if (isNew || isNamedAnew(client.info, info)) {
        client.name = clientName(info);
        m_names.setName(info.serial, client.name);
    }
    client.info = info;
    client.seen = m_lists;
    client.leftAt = 0;
    client.history[client.next] = {now, info.messagesIn, info.messagesOut};
    client.next = (client.next + 1) % samples;
}

void ClientsView::dropLeft(qint64 now)
{
    bool isSelectionChanged = false;
    for (auto it = m_clients.begin(); it != m_clients.end();) {
        if (it->seen == m_lists) {
            ++it;
            continue;
        }
        if (it->leftAt == 0) {
            it->leftAt = now;
        }
        if (now - it->leftAt < leftStays) {
            ++it;
            continue;
        }
        isSelectionChanged = m_selected.remove(it.key()) || isSelectionChanged;
        it = m_clients.erase(it);
    }
    if (isSelectionChanged) {
        Q_EMIT selectionChanged();
    }
}

void ClientsView::noteLeft(quint32 serial, qint64 time, const QString &reason)
{
    const auto found = m_clients.find(serial);
    if (found != m_clients.end()) {
        found->leftReason = reason;
        found->leftAt = found->leftAt == 0 ? time : found->leftAt;
    }
}

void ClientsView::recount()
{
    int total = 0;
    int webSocket = 0;
    int idle = 0;
    for (const Client &client : std::as_const(m_clients)) {
        if (client.leftAt == 0) {
            ++total;
            webSocket += client.info.via == Traffic::Via::WebSocket ? 1 : 0;
            idle += client.isIdle(m_now) ? 1 : 0;
        }
    }
    if (std::tie(total, webSocket, idle) != std::tie(m_total, m_webSocket, m_idle)) {
        m_total = total;
        m_webSocket = webSocket;
        m_idle = idle;
        Q_EMIT countsChanged();
    }
}

bool ClientsView::matches(const Client &client) const
{
    const bool isChipMatched = m_chip == Chip::All
        || (m_chip == Chip::WebSocket && client.info.via == Traffic::Via::WebSocket)
        || (m_chip == Chip::Polling && client.info.via == Traffic::Via::Polling)
        || (m_chip == Chip::Idle && client.isIdle(m_now));
    if (!isChipMatched || m_search.isEmpty()) {
        return isChipMatched;
    }
    const auto contains
        = [this](const QString &text) { return text.contains(m_search, Qt::CaseInsensitive); };
    return contains(client.name) || contains(QString::fromLatin1(client.info.address))
        || contains(Format::shortId(QString::fromLatin1(client.info.sid)))
        || std::any_of(client.info.memberships.begin(), client.info.memberships.end(),
            [&](const MembershipInfo &membership) {
                return contains(QString::fromUtf8(membership.nsp))
                    || contains(QString::fromUtf8(membership.socketId));
            });
}

bool ClientsView::isBefore(const Client &a, const Client &b) const
{
    switch (m_sortColumn) {
    case Column::Name:
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    case Column::Address:
        return a.info.address < b.info.address;
    case Column::Via:
        return a.info.via < b.info.via;
    case Column::Rooms:
        return roomCount(a.info) < roomCount(b.info);
    case Column::In:
        return a.rate(&Sample::in) < b.rate(&Sample::in);
    case Column::Out:
        return a.rate(&Sample::out) < b.rate(&Sample::out);
    case Column::Ping:
        return a.info.roundTrip < b.info.roundTrip;
    case Column::Since:
        return a.info.openedAt < b.info.openedAt;
    }
    return false;
}

void ClientsView::rebuild(bool sort)
{
    const std::size_t countBefore = m_order.size();
    if (sort) {
        std::vector<std::pair<const Client *, quint32>> found;
        found.reserve(std::size_t(m_clients.size()));
        for (auto it = m_clients.cbegin(); it != m_clients.cend(); ++it) {
            if (matches(*it)) {
                found.emplace_back(&*it, it.key());
            }
        }
        // The serial decides between equals, so that they keep their places.
        std::sort(found.begin(), found.end(), [this](const auto &left, const auto &right) {
            const auto &[a, b] = m_isDescending ? std::tie(right, left) : std::tie(left, right);
            if (isBefore(*a.first, *b.first)) {
                return true;
            }
            return !isBefore(*b.first, *a.first) && a.second < b.second;
        });
        m_order.clear();
        std::transform(found.begin(), found.end(), std::back_inserter(m_order),
            [](const auto &entry) { return entry.second; });
        m_sortedAt = m_now;
    } else {
        std::erase_if(m_order, [this](quint32 serial) {
            const auto client = m_clients.constFind(serial);
            return client == m_clients.constEnd() || !matches(*client);
        });
    }
    if (m_order.size() != countBefore) {
        Q_EMIT countsChanged();
    }
    setTop(m_top);
    refresh();
}

void ClientsView::refresh()
{
    if (m_visibleRows > 0) {
        Q_EMIT dataChanged(index(0), index(m_visibleRows - 1));
    }
    const auto current = m_clients.constFind(m_current);
    if (current != m_clients.constEnd()) {
        m_detail.show(current->info, current->name, current->leftAt != 0);
    } else {
        m_detail.clear();
    }
}

int ClientsView::placeOf(quint32 serial) const
{
    const auto found = std::find(m_order.begin(), m_order.end(), serial);
    return found == m_order.end() ? -1 : int(found - m_order.begin());
}

void ClientsView::setCurrent(quint32 serial)
{
    if (serial != m_current) {
        m_current = serial;
        Q_EMIT currentChanged();
    }
}

void ClientsView::select(int row, bool extend, bool toggle)
{
    selectPlace(m_top + row, extend, toggle);
}

void ClientsView::selectPlace(int place, bool extend, bool toggle)
{
    if (place < 0 || place >= count()) {
        return;
    }
    const quint32 serial = m_order[std::size_t(place)];
    const int anchor = extend ? placeOf(m_anchor) : -1;
    if (anchor >= 0) {
        m_selected.clear();
        for (int i = std::min(anchor, place); i <= std::max(anchor, place); ++i) {
            m_selected.insert(m_order[std::size_t(i)]);
        }
    } else if (toggle) {
        if (!m_selected.remove(serial)) {
            m_selected.insert(serial);
        }
        m_anchor = serial;
    } else {
        m_selected = {serial};
        m_anchor = serial;
    }
    setCurrent(serial);
    Q_EMIT selectionChanged();
    refresh();
}

void ClientsView::selectAll()
{
    m_selected = QSet<quint32>(m_order.begin(), m_order.end());
    Q_EMIT selectionChanged();
    refresh();
}

void ClientsView::clearSelection()
{
    m_selected.clear();
    setCurrent(0);
    Q_EMIT selectionChanged();
    refresh();
}

void ClientsView::moveCurrent(int rows, bool extend)
{
    if (count() == 0) {
        return;
    }
    const int from = placeOf(m_current);
    const int place = from < 0 ? m_top : std::clamp(from + rows, 0, count() - 1);
    selectPlace(place, extend, false);
    scrollTo(place);
}

void ClientsView::scrollTo(int place)
{
    if (place < m_top) {
        setTop(place);
    } else if (m_visibleRows > 0 && place >= m_top + m_visibleRows) {
        setTop(place - m_visibleRows + 1);
    }
}

void ClientsView::show(int client)
{
    const auto serial = quint32(client);
    setCurrent(serial);
    m_selected = {serial};
    m_anchor = serial;
    Q_EMIT selectionChanged();
    const int place = placeOf(serial);
    if (place >= 0) {
        scrollTo(place);
    }
    refresh();
}

} // namespace Switchboard::App
