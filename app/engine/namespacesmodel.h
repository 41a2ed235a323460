// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "server.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Switchboard::App {

/**
 * The namespaces with how many clients and rooms each has, by name.
 *
 * Fed with the engine's reports; rows are keyed by name and change in place. At most as many rows
 * as the engine allows namespaces.
 *
 * GUI thread.
 */
class NamespacesModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(NamespacesModel)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(int roomCount READ roomCount NOTIFY roomCountChanged FINAL)

public:
    enum class Role : int {
        Name = Qt::UserRole + 1, // safe to show
        Clients, // how many
        Rooms, // how many, private ones left out
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return int(m_rows.size()); }

    /** Of all namespaces together. */
    int roomCount() const { return m_roomCount; }

    const QList<NamespaceInfo> &namespaces() const { return m_rows; }

    bool contains(const QByteArray &name) const;

    void take(QList<NamespaceInfo> namespaces);

Q_SIGNALS:
    void countChanged();
    void roomCountChanged();

private:
    QList<NamespaceInfo> m_rows; // sorted by name
    int m_roomCount = 0;
};

} // namespace Switchboard::App
