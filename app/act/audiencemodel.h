// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Switchboard::App {

class ClientNames;

/** A room or a client that an event goes to, or not. */
struct AudienceMember
{
    QString room; // when client is 0
    quint32 client = 0;

    friend bool operator==(const AudienceMember &, const AudienceMember &) = default;
};

/**
 * Rooms and clients as tokens with a name.
 *
 * GUI thread; at most 1,000 rows. Lifetime: the names outlive it.
 */
class AudienceModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Composer")
    Q_DISABLE_COPY_MOVE(AudienceModel)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)

public:
    enum class Role : int {
        Name = Qt::UserRole + 1, // safe to show
        IsRoom,
    };

    static constexpr int maxCount = 1'000;

    explicit AudienceModel(const ClientNames &names, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return int(m_members.size()); }

    const AudienceMember &member(int row) const { return m_members[std::size_t(row)]; }

    QStringList rooms() const;
    QList<quint32> clients() const;
    bool contains(const AudienceMember &member) const;
    void set(std::vector<AudienceMember> members);
    /** Does nothing when it is there already. */
    void add(const AudienceMember &member);

    Q_INVOKABLE void addRoom(const QString &name);
    Q_INVOKABLE void addClient(quint32 serial);
    Q_INVOKABLE void remove(int row);

Q_SIGNALS:
    void changed();

private:
    const ClientNames &m_names;
    std::vector<AudienceMember> m_members;
};

} // namespace Switchboard::App
