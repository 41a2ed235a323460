// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <deque>

namespace Switchboard::App {

/**
 * How clients are called on the screen, by their serial number.
 *
 * Keeps names of clients that left, because their rows stay; the oldest go first.
 *
 * Thread: GUI thread.
 */
class ClientNames
{
public:
    struct Client
    {
        QString id; // shortened
        QString name; // given by the operator's rules, or empty
        QString address;
        QString transport;

        const QString &label() const { return name.isEmpty() ? id : name; }
    };

    explicit ClientNames(qsizetype most = 65'536);

    /** Takes what the JSON object @p payload of a Connect record says. */
    void connected(quint32 serial, QByteArrayView payload);

    void setName(quint32 serial, const QString &name);

    /** Empty fields when unknown. */
    const Client &client(quint32 serial) const;

    /** The name, else the short id, else the serial number; empty for 0. */
    QString label(quint32 serial) const;

    /** Grows with every change, for caches. */
    quint64 revision() const { return m_revision; }

private:
    Client &slot(quint32 serial);

    qsizetype m_most;
    QHash<quint32, Client> m_clients;
    std::deque<quint32> m_order;
    quint64 m_revision = 0;
};

} // namespace Switchboard::App
