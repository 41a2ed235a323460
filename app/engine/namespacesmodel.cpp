// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/namespacesmodel.h"

#include "format/displaysafe.h"

#include <algorithm>

namespace Switchboard::App {

namespace {

constexpr int maxNameChars = 200;

bool byName(const NamespaceInfo &a, const NamespaceInfo &b)
{
    return a.name < b.name;
}

} // namespace

int NamespacesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant NamespacesModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const NamespaceInfo &row = m_rows.at(index.row());
    switch (Role(role)) {
    case Role::Name:
        return displaySafe(row.name, maxNameChars);
    case Role::Clients:
        return row.sockets;
    case Role::Rooms:
        return row.rooms.size();
    }
    return {};
}

QHash<int, QByteArray> NamespacesModel::roleNames() const
{
    return {
        {int(Role::Name), "name"}, {int(Role::Clients), "clients"}, {int(Role::Rooms), "rooms"}};
}

bool NamespacesModel::contains(const QByteArray &name) const
{
    return std::any_of(
        m_rows.cbegin(), m_rows.cend(), [&](const NamespaceInfo &row) { return row.name == name; });
}

void NamespacesModel::take(QList<NamespaceInfo> namespaces)
{
    std::sort(namespaces.begin(), namespaces.end(), byName);
    const int countBefore = count();
    int row = 0;
    for (const NamespaceInfo &incoming : std::as_const(namespaces)) {
        while (row < count() && m_rows.at(row).name < incoming.name) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
        if (row == count() || m_rows.at(row).name != incoming.name) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, incoming);
            endInsertRows();
        } else {
            const bool isSame = m_rows.at(row).sockets == incoming.sockets
                && m_rows.at(row).rooms.size() == incoming.rooms.size();
            m_rows[row] = incoming;
            if (!isSame) {
                Q_EMIT dataChanged(index(row), index(row));
            }
        }
        ++row;
    }
    if (row < count()) {
        beginRemoveRows({}, row, count() - 1);
        m_rows.resize(row);
        endRemoveRows();
    }
    if (count() != countBefore) {
        Q_EMIT countChanged();
    }
    int rooms = 0;
    for (const NamespaceInfo &entry : std::as_const(m_rows)) {
        rooms += int(entry.rooms.size());
    }
    if (std::exchange(m_roomCount, rooms) != rooms) {
        Q_EMIT roomCountChanged();
    }
}

} // namespace Switchboard::App
