// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/audiencemodel.h"

#include "format/displaysafe.h"
#include "traffic/clientnames.h"

#include <algorithm>

namespace Switchboard::App {

namespace {

constexpr int maxNameChars = 80;

} // namespace

AudienceModel::AudienceModel(const ClientNames &names, QObject *parent)
    : QAbstractListModel(parent)
    , m_names(names)
{ }

int AudienceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant AudienceModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const AudienceMember &row = member(index.row());
    switch (Role(role)) {
    case Role::Name:
        return row.client == 0 ? displaySafe(row.room, maxNameChars) : m_names.label(row.client);
    case Role::IsRoom:
        return row.client == 0;
    }
    return {};
}

QHash<int, QByteArray> AudienceModel::roleNames() const
{
    return {{int(Role::Name), "name"}, {int(Role::IsRoom), "isRoom"}};
}

QStringList AudienceModel::rooms() const
{
    QStringList list;
    for (const AudienceMember &member : m_members) {
        if (member.client == 0) {
            list.append(member.room);
        }
    }
    return list;
}

QList<quint32> AudienceModel::clients() const
{
    QList<quint32> list;
    for (const AudienceMember &member : m_members) {
        if (member.client != 0) {
            list.append(member.client);
        }
    }
    return list;
}

bool AudienceModel::contains(const AudienceMember &member) const
{
    return std::find(m_members.begin(), m_members.end(), member) != m_members.end();
}

void AudienceModel::set(std::vector<AudienceMember> members)
{
    if (members == m_members) {
        return;
    }
    members.resize(std::min(members.size(), std::size_t(maxCount)));
    beginResetModel();
    m_members = std::move(members);
    endResetModel();
    Q_EMIT changed();
}

void AudienceModel::add(const AudienceMember &member)
{
    if (contains(member) || count() >= maxCount) {
        return;
    }
    beginInsertRows({}, count(), count());
    m_members.push_back(member);
    endInsertRows();
    Q_EMIT changed();
}

void AudienceModel::addRoom(const QString &name)
{
    if (!name.isEmpty()) {
        add({name, 0});
    }
}

void AudienceModel::addClient(quint32 serial)
{
    add({{}, serial});
}

void AudienceModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_members.erase(m_members.begin() + row);
    endRemoveRows();
    Q_EMIT changed();
}

} // namespace Switchboard::App
