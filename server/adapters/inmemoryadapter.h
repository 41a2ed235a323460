// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "socketio/adapter.h"
#include "socketio/namespace.h"

#include <QByteArray>

#include <unordered_map>
#include <vector>

namespace Switchboard::SocketIo {

/** Who is in one room. */
struct Room
{
    const QByteArray *name = nullptr; // the key under which it is kept
    std::vector<Socket *> members;
};

/**
 * Rooms of one process, and the local half of every remote adapter.
 *
 * Joining and leaving takes the same time whatever the size of the room; the fan-out does one
 * Session::send() per receiver and nothing else. Rooms exist while they have members.
 *
 * Thread: engine thread. Owned by its Namespace.
 */
class InMemoryAdapter : public Adapter
{
public:
    explicit InMemoryAdapter(Namespace &nsp);
    ~InMemoryAdapter() override;

    static AdapterFactory factory();

    /** Somebody here is in the room; a socket's own counts. */
    bool hasRoom(QByteArrayView name) const;

    bool addAll(Socket &socket, const QByteArrayList &rooms) override;
    void del(Socket &socket, QByteArrayView room) override;
    void delAll(Socket &socket) override;
    QByteArrayList socketRooms(const Socket &socket) const override;
    QList<std::pair<QByteArray, int>> rooms() const override;
    int broadcast(const BroadcastTarget &target, const Outgoing &outgoing) override;
    int broadcastWithAck(const BroadcastTarget &target, const Outgoing &outgoing,
        std::chrono::milliseconds timeout, const BroadcastAcks::Ptr &acks) override;
    QList<Sid> sockets(const BroadcastTarget &target) override;
    void fetchSockets(const BroadcastTarget &target,
        std::function<void(const QList<SocketInfo> &)> done) override;
    void addSockets(const BroadcastTarget &target, const QByteArrayList &rooms) override;
    void delSockets(const BroadcastTarget &target, const QByteArrayList &rooms) override;
    void disconnectSockets(const BroadcastTarget &target, bool close) override;
    bool serverSideEmit(QByteArrayView event, const ArgsView &args) override;

protected:
    Namespace &nsp() const { return m_nsp; }

private:
    class Receivers;

    bool add(Socket &socket, const QByteArray &name);
    void leave(Socket &socket, std::size_t membership);
    Room *find(QByteArrayView name);

    Namespace &m_nsp;
    std::unordered_map<QByteArray, Room> m_rooms;
    /** A stack: handlers of outgoing events may broadcast in turn. */
    std::vector<Socket *> m_receivers;
    quint64 m_mark = 0;
};

} // namespace Switchboard::SocketIo
