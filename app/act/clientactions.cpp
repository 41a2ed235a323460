// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/clientactions.h"

#include "act/clientname.h"
#include "act/clientsview.h"
#include "engine/enginehost.h"
#include "format/displaysafe.h"
#include "format/format.h"
#include "shell/notifier.h"
#include "shell/undoqueue.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace Switchboard::App {

namespace {

constexpr int maxNameChars = 80;

} // namespace

ClientActions::ClientActions(EngineHost &host, const ClientsView &clients, Notifier &notifier,
    UndoQueue &undo, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_clients(clients)
    , m_notifier(notifier)
    , m_undo(undo)
{ }

QString ClientActions::nameOf(quint32 serial) const
{
    const ClientInfo *client = m_clients.client(serial);
    return client ? clientName(*client) : QString();
}

void ClientActions::disconnectSelected()
{
    const QList<quint32> serials = m_clients.selection();
    if (serials.isEmpty()) {
        return;
    }
    const QString name = nameOf(serials.first());
    m_host.request(
        this,
        [serials](Server &server) {
            return std::count_if(serials.begin(), serials.end(),
                [&](quint32 serial) { return server.disconnectClient(serial); });
        },
        [this, name](std::ptrdiff_t count) {
            if (count == 0) {
                m_notifier.info(tr("That client has left already."));
            } else if (count == 1) {
                m_notifier.info(
                    tr("%1 disconnected. Most clients reconnect on their own.").arg(name));
            } else {
                m_notifier.info(tr("%1 clients disconnected. Most reconnect on their own.")
                                    .arg(Format::count(count)));
            }
        });
}

void ClientActions::joinRoom(const QString &nsp, const QString &room)
{
    const QList<quint32> serials = m_clients.selection();
    if (serials.isEmpty() || room.isEmpty()) {
        return;
    }
    const QString shownRoom = displaySafe(room, maxNameChars);
    const QString name = nameOf(serials.first());
    m_host.request(
        this,
        [serials, nspBytes = nsp.toUtf8(), roomBytes = room.toUtf8()](Server &server) {
            return std::count_if(serials.begin(), serials.end(),
                [&](quint32 serial) { return server.joinRoom(serial, nspBytes, roomBytes); });
        },
        [this, shownRoom, name, nsp](std::ptrdiff_t count) {
            if (count == 0) {
                m_notifier.warning(tr("Nobody joined %1: the client is not in namespace %2.")
                                       .arg(shownRoom, displaySafe(nsp, maxNameChars)));
            } else if (count == 1) {
                m_notifier.info(tr("%1 joined %2").arg(name, shownRoom));
            } else {
                m_notifier.info(tr("%1 clients joined %2").arg(Format::count(count), shownRoom));
            }
        });
}

void ClientActions::leaveRoom(int membershipRow, int roomRow)
{
    const ClientInfo *client = m_clients.client(m_clients.current());
    if (!client || membershipRow >= client->memberships.size()) {
        return;
    }
    const MembershipInfo &membership = client->memberships.at(membershipRow);
    if (roomRow >= membership.rooms.size()) {
        return;
    }
    const QByteArray nsp = membership.nsp;
    const QByteArray room = membership.rooms.at(roomRow);
    const QString text
        = tr("%1 left %2").arg(nameOf(client->serial), displaySafe(room, maxNameChars));
    m_host.request(
        this,
        [serial = client->serial, nsp, room](
            Server &server) { return server.leaveRoom(serial, nsp, room); },
        [this, serial = client->serial, nsp, room, text](bool isDone) {
            if (isDone) {
                m_undo.push(text, [this, serial, nsp, room] {
                    m_host.post([serial, nsp, room](
                                    Server &server) { server.joinRoom(serial, nsp, room); });
                });
            }
        });
}

void ClientActions::leaveNamespace(int membershipRow)
{
    const ClientInfo *client = m_clients.client(m_clients.current());
    if (!client || membershipRow >= client->memberships.size()) {
        return;
    }
    const QByteArray nsp = client->memberships.at(membershipRow).nsp;
    const QString text = tr("%1 was removed from namespace %2.")
                             .arg(nameOf(client->serial), displaySafe(nsp, maxNameChars));
    m_host.request(
        this,
        [serial = client->serial, nsp](
            Server &server) { return server.disconnectClient(serial, nsp); },
        [this, text](bool isDone) {
            if (isDone) {
                m_notifier.info(text);
            }
        });
}

void ClientActions::copyId()
{
    if (const ClientInfo *client = m_clients.client(m_clients.current())) {
        QGuiApplication::clipboard()->setText(QString::fromLatin1(client->sid));
        m_notifier.info(
            tr("Client id copied. It is as good as a password while the client stays."));
    }
}

} // namespace Switchboard::App
