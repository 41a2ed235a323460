// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/clientdetail.h"

#include "act/secretmask.h"
#include "core/jsonscanner.h"
#include "format/displaysafe.h"
#include "format/format.h"

#include <QUrl>
#include <QUrlQuery>

namespace Switchboard::App {

namespace {

constexpr int maxNameChars = 120;
constexpr int maxValueChars = 2'000;
constexpr qsizetype maxJsonBytes = 64 * 1024;
constexpr qsizetype maxRoomsShown = 200;

QString valueText(QByteArrayView name, QByteArrayView value)
{
    return isSecretName(name) ? QString::fromUtf8(secretMask()) : displaySafe(value, maxValueChars);
}

/** JSON without secrets over several lines, each fit for the screen. */
QString jsonText(const QByteArray &json)
{
    if (json.isEmpty()) {
        return {};
    }
    const QByteArray masked = maskSecrets(json);
    if (masked.isEmpty()) {
        return {};
    }
    QStringList lines;
    for (const QByteArray &line : Json::pretty(masked).left(maxJsonBytes).split('\n')) {
        lines.append(displaySafe(line, maxValueChars));
    }
    return lines.join(u'\n');
}

QString viaText(Traffic::Via via, bool isUpgrading)
{
    if (isUpgrading) {
        return ClientDetail::tr("Polling, upgrading to WebSocket");
    }
    return via == Traffic::Via::WebSocket ? ClientDetail::tr("WebSocket")
                                          : ClientDetail::tr("Polling");
}

} // namespace

int PairsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pairs.size());
}

QVariant PairsModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const Pair &pair = m_pairs[std::size_t(index.row())];
    switch (Role(role)) {
    case Role::Name:
        return pair.first;
    case Role::Value:
        return pair.second;
    }
    return {};
}

QHash<int, QByteArray> PairsModel::roleNames() const
{
    return {{int(Role::Name), "name"}, {int(Role::Value), "value"}};
}

void PairsModel::set(std::vector<Pair> pairs)
{
    if (pairs != m_pairs) {
        beginResetModel();
        m_pairs = std::move(pairs);
        endResetModel();
    }
}

int MembershipsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MembershipsModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const MembershipInfo &row = m_rows.at(index.row());
    switch (Role(role)) {
    case Role::Name:
        return displaySafe(row.nsp, maxNameChars);
    case Role::SocketId:
        return displaySafe(row.socketId, maxNameChars);
    case Role::JoinedAt:
        return Format::clock(row.joinedAt);
    case Role::Rooms: {
        QStringList rooms;
        for (const QByteArray &room : row.rooms.first(std::min(row.rooms.size(), maxRoomsShown))) {
            rooms.append(displaySafe(room, maxNameChars));
        }
        return rooms;
    }
    case Role::Auth:
        return jsonText(row.auth);
    case Role::Data:
        return jsonText(row.data);
    }
    return {};
}

QHash<int, QByteArray> MembershipsModel::roleNames() const
{
    return {{int(Role::Name), "name"}, {int(Role::SocketId), "socketId"},
        {int(Role::JoinedAt), "joinedAt"}, {int(Role::Rooms), "rooms"},
        {int(Role::Auth), "authText"}, {int(Role::Data), "dataText"}};
}

void MembershipsModel::set(const QList<MembershipInfo> &memberships)
{
    const auto isSame = [](const MembershipInfo &a, const MembershipInfo &b) {
        return a.nsp == b.nsp && a.socketId == b.socketId && a.rooms == b.rooms && a.auth == b.auth
            && a.data == b.data;
    };
    if (std::equal(m_rows.begin(), m_rows.end(), memberships.begin(), memberships.end(), isSame)) {
        return;
    }
    beginResetModel();
    m_rows = memberships;
    endResetModel();
    Q_EMIT countChanged();
}

ClientDetail::ClientDetail(QObject *parent)
    : QObject(parent)
{ }

QString ClientDetail::shortId() const
{
    return Format::shortId(QString::fromLatin1(m_info.sid));
}

QString ClientDetail::firstNamespace() const
{
    return m_info.memberships.isEmpty() ? QStringLiteral("/")
                                        : displaySafe(m_info.memberships.first().nsp, maxNameChars);
}

void ClientDetail::show(const ClientInfo &info, const QString &name, bool hasLeft)
{
    m_info = info;
    m_name = name;
    m_hasLeft = hasLeft;
    m_memberships.set(info.memberships);

    const QUrl url(QString::fromUtf8(info.target));
    std::vector<PairsModel::Pair> handshake{
        {tr("Address"), displaySafe(info.address, maxNameChars)},
        {tr("Transport"), viaText(info.via, info.upgrading)},
        {tr("Connected"), Format::dateTime(info.openedAt)},
        {tr("Path"), displaySafe(url.path(), maxValueChars)},
    };
    const auto query = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : query) {
        // The session's id would let anybody who sees the screen take the session over.
        const bool isSession = key == u"sid";
        handshake.emplace_back(tr("Query %1").arg(displaySafe(key, maxNameChars)),
            isSession ? shortId() : valueText(key.toUtf8(), value.toUtf8()));
    }
    handshake.emplace_back(tr("Received"),
        tr("%1 messages, %2")
            .arg(Format::count(info.messagesIn), Format::bytes(qint64(info.bytesIn))));
    handshake.emplace_back(tr("Sent"),
        tr("%1 messages, %2")
            .arg(Format::count(info.messagesOut), Format::bytes(qint64(info.bytesOut))));
    m_handshake.set(std::move(handshake));

    std::vector<PairsModel::Pair> headers;
    for (const auto &[headerName, value] : info.headers) {
        headers.emplace_back(displaySafe(headerName, maxNameChars), valueText(headerName, value));
    }
    m_headers.set(std::move(headers));
    Q_EMIT changed();
}

void ClientDetail::clear()
{
    if (m_info.serial != 0) {
        m_info = {};
        m_name.clear();
        m_hasLeft = false;
        m_memberships.set({});
        m_handshake.set({});
        m_headers.set({});
        Q_EMIT changed();
    }
}

} // namespace Switchboard::App
