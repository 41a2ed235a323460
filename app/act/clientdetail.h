// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "server.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Switchboard::App {

/** Names with values, such as headers. Both are safe to show. GUI thread, reset as a whole. */
class PairsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of ClientDetail")
    Q_DISABLE_COPY_MOVE(PairsModel)

public:
    enum class Role : int { Name = Qt::UserRole + 1, Value };

    using Pair = std::pair<QString, QString>;

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void set(std::vector<Pair> pairs);

private:
    std::vector<Pair> m_pairs;
};

/** The namespaces a client is in. GUI thread; at most as many as the engine allows. */
class MembershipsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of ClientDetail")
    Q_DISABLE_COPY_MOVE(MembershipsModel)
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged FINAL)

public:
    enum class Role : int {
        Name = Qt::UserRole + 1, // safe to show
        SocketId,
        JoinedAt, // "14:32:07.088"
        Rooms, // list of names, safe to show
        Auth, // JSON without secrets, over several lines, or empty
        Data,
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    const MembershipInfo &membership(int row) const { return m_rows.at(row); }

    void set(const QList<MembershipInfo> &memberships);

Q_SIGNALS:
    void countChanged();

private:
    QList<MembershipInfo> m_rows;
};

/**
 * What is known of the client with the cursor. Secrets in headers, query and auth are masked.
 *
 * GUI thread.
 */
class ClientDetail : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of ClientsView")
    Q_DISABLE_COPY_MOVE(ClientDetail)
    /** 0 = nobody. */
    Q_PROPERTY(int serial READ serial NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString shortId READ shortId NOTIFY changed FINAL)
    /** Its first namespace, safe to show; "/" without any. */
    Q_PROPERTY(QString firstNamespace READ firstNamespace NOTIFY changed FINAL)
    Q_PROPERTY(bool hasLeft READ hasLeft NOTIFY changed FINAL)
    Q_PROPERTY(Switchboard::App::MembershipsModel *memberships READ memberships CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::PairsModel *handshake READ handshake CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::PairsModel *headers READ headers CONSTANT FINAL)

public:
    explicit ClientDetail(QObject *parent = nullptr);

    int serial() const { return int(m_info.serial); }

    QString name() const { return m_name; }

    QString shortId() const;

    QString firstNamespace() const;

    bool hasLeft() const { return m_hasLeft; }

    MembershipsModel *memberships() { return &m_memberships; }

    PairsModel *handshake() { return &m_handshake; }

    PairsModel *headers() { return &m_headers; }

    void show(const ClientInfo &info, const QString &name, bool hasLeft);
    void clear();

Q_SIGNALS:
    void changed();

private:
    ClientInfo m_info;
    QString m_name;
    bool m_hasLeft = false;
    MembershipsModel m_memberships;
    PairsModel m_handshake;
    PairsModel m_headers;
};

} // namespace Switchboard::App
