// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/serverconfig.h"
#include "core/sid.h"
#include "engineio/encodedpacket.h"
#include "socketio/args.h"
#include "socketio/broadcastacks.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace Switchboard::SocketIo {

class Namespace;
class Server;
class Socket;
struct Room;

/** How one emit travels. */
struct EmitFlags
{
    bool isVolatile = false;
    bool compress = true;
    /** Only to clients of this process. */
    bool local = false;
    /** Caused by the operator: its record says so. */
    bool byOperator = false;
};

/** Whom a broadcast is for: members of any of the rooms (none: everyone) but of no exception. */
struct BroadcastTarget
{
    QByteArrayList rooms;
    QByteArrayList except;
    /** Left out too; its client is the one who emits. */
    const Socket *self = nullptr;
};

/** An event on its way out, encoded when the first receiver is known and then shared. */
class Outgoing
{
public:
    Outgoing(const Namespace &nsp, QByteArrayView event, const ArgsView &args, EmitFlags flags)
        : m_nsp(nsp)
        , m_event(event)
        , m_args(args)
        , m_flags(flags)
    { }

    QByteArrayView event() const { return m_event; }

    const ArgsView &args() const { return m_args; }

    const EmitFlags &flags() const { return m_flags; }

    /** Must be set before packet(); negative asks for no ack. */
    void setAckId(qint64 id) { m_ackId = id; }

    qint64 ackId() const { return m_ackId; }

    const EngineIo::EncodedPacket::Ptr &packet() const;

private:
    const Namespace &m_nsp;
    QByteArrayView m_event;
    ArgsView m_args;
    EmitFlags m_flags;
    qint64 m_ackId = -1;
    mutable EngineIo::EncodedPacket::Ptr m_packet;
};

/** False for arguments clients would not take: too many attachments (L32), or placeholders amiss.
 */
bool maySend(const ServerConfig &config, const ArgsView &args);

/** As maySend(), and false for a reserved event name. */
bool mayEmit(const ServerConfig &config, QByteArrayView event, const ArgsView &args);

/** The flags of a record about @p outgoing. */
quint8 recordFlags(const Outgoing &outgoing);

/** What is told of a socket, wherever in the cluster it lives. */
struct SocketInfo
{
    Sid id;
    /** Of the client, as the traffic calls it; 0 when it lives elsewhere. */
    quint32 client = 0;
    QByteArrayList rooms;
    QByteArray data;
};

/** One place in one room: the room, and where in its list of members the socket stands. */
struct Membership
{
    Room *room;
    quint32 index;
};

/** What an adapter knows about one socket; kept inside the socket, touched by adapters only. */
class AdapterSlot
{
public:
    std::vector<Membership> rooms;
    /** Number of the last broadcast that has considered the socket. */
    quint64 mark = 0;
};

/**
 * Rooms of one namespace and the fan-out to them.
 *
 * The in-memory adapter is the default and the local half of every remote one, which passes the
 * same calls on to its peers. Every socket of the namespace counts as member of a room named by
 * its id, without joining it.
 *
 * Thread: engine thread. Owned by its Namespace. Handlers of outgoing events may end any socket,
 * which calls delAll() from within a broadcast.
 */
class Adapter
{
public:
    virtual ~Adapter() = default;

    /** False when a limit (L30) kept the socket out of one of @p rooms. */
    virtual bool addAll(Socket &socket, const QByteArrayList &rooms) = 0;
    virtual void del(Socket &socket, QByteArrayView room) = 0;
    /** The socket leaves the namespace. */
    virtual void delAll(Socket &socket) = 0;

    /** Names of rooms joined, in order; without the socket's own. */
    virtual QByteArrayList socketRooms(const Socket &socket) const = 0;
    /** Rooms that have members here, and how many. */
    virtual QList<std::pair<QByteArray, int>> rooms() const = 0;

    /** @return how many sockets of this process it was sent to */
    virtual int broadcast(const BroadcastTarget &target, const Outgoing &outgoing) = 0;

    /** As broadcast(), with an ack id; each expected answer is registered with @p acks. */
    virtual int broadcastWithAck(const BroadcastTarget &target, const Outgoing &outgoing,
        std::chrono::milliseconds timeout, const BroadcastAcks::Ptr &acks)
        = 0;

    /** Sockets of this process, once each. They may be ended while the list is walked by id. */
    virtual QList<Sid> sockets(const BroadcastTarget &target) = 0;

    /** Sockets of all processes; @p done may be called at once. */
    virtual void fetchSockets(
        const BroadcastTarget &target, std::function<void(const QList<SocketInfo> &)> done)
        = 0;

    virtual void addSockets(const BroadcastTarget &target, const QByteArrayList &rooms) = 0;
    virtual void delSockets(const BroadcastTarget &target, const QByteArrayList &rooms) = 0;
    virtual void disconnectSockets(const BroadcastTarget &target, bool close) = 0;

    /** To the other processes of the cluster, not to clients. False when there is no cluster. */
    virtual bool serverSideEmit(QByteArrayView event, const ArgsView &args) = 0;
};

using AdapterFactory = std::function<std::unique_ptr<Adapter>(Namespace &)>;

} // namespace Switchboard::SocketIo
