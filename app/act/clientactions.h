// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Switchboard::App {

class ClientsView;
class EngineHost;
class Notifier;
class UndoQueue;

/**
 * What an operator can do to clients. How it went is said as a toast.
 *
 * Asks no questions; the dialog before many are disconnected is the page's.
 *
 * GUI thread. Lifetime: everything handed in outlives it.
 */
class ClientActions : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(ClientActions)

public:
    ClientActions(EngineHost &host, const ClientsView &clients, Notifier &notifier, UndoQueue &undo,
        QObject *parent = nullptr);

    /** All selected clients. */
    Q_INVOKABLE void disconnectSelected();
    /** All selected clients that are in @p nsp. */
    Q_INVOKABLE void joinRoom(const QString &nsp, const QString &room);
    /** The client with the cursor; rows of its detail. Leaving a room can be undone. */
    Q_INVOKABLE void leaveRoom(int membershipRow, int roomRow);
    Q_INVOKABLE void leaveNamespace(int membershipRow);
    /** The whole session id of the client with the cursor, to the clipboard. */
    Q_INVOKABLE void copyId();

private:
    QString nameOf(quint32 serial) const;

    EngineHost &m_host;
    const ClientsView &m_clients;
    Notifier &m_notifier;
    UndoQueue &m_undo;
};

} // namespace Switchboard::App
