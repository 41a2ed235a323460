// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Switchboard::App {

/**
 * The addresses under which other devices can reach this computer, best first.
 *
 * Virtual adapters (docker, veth, bridges) come last and are never preferred: their addresses are
 * useless on a phone. IPv4 only, since link-local IPv6 addresses cannot be typed.
 *
 * GUI thread; small, reset as a whole when something changed.
 */
class LanAddresses : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of ServerControl")
    Q_DISABLE_COPY_MOVE(LanAddresses)
    /** The address to offer first, empty when there is none. */
    Q_PROPERTY(QString preferred READ preferred NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)

public:
    enum class Role : int {
        Address = Qt::UserRole + 1, // 192.168.1.24
        InterfaceName, // wlp3s0
        IsVirtual, // of a virtual adapter: listed under "Other"
    };

    struct Entry
    {
        QString address;
        QString interfaceName;
        bool isVirtual = false;
        friend bool operator==(const Entry &, const Entry &) = default;
    };

    explicit LanAddresses(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    QString preferred() const;

    int count() const { return int(m_entries.size()); }

    /** Those of real adapters; of virtual ones when there are no others. */
    QStringList shareable() const;

    /** Looks again. @return whether something changed */
    Q_INVOKABLE bool refresh();

    /** Whether an adapter of that name is virtual. */
    static bool isVirtualName(const QString &interfaceName);

    /** Puts @p entries in order of usefulness; @p preferredInterface leads. */
    static std::vector<Entry> sorted(std::vector<Entry> entries, const QString &preferredInterface);

Q_SIGNALS:
    void changed();

private:
    std::vector<Entry> m_entries;
};

} // namespace Switchboard::App
