// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "socketio/adapter.h"

#include <chrono>

namespace Switchboard::SocketIo {

/**
 * Whom to emit to, built up as in JavaScript: nsp.to("a").to("b").except("c").emit(...).
 *
 * Value type; a loan on the namespace and, in socket.to(), on the socket, so use it at once.
 */
class BroadcastOperator
{
public:
    static constexpr std::chrono::milliseconds defaultAckTimeout{10'000};

    explicit BroadcastOperator(Namespace &nsp, const Socket *self = nullptr);

    /** Adds a room or a socket id; several make a union in which nobody gets two copies. */
    BroadcastOperator &to(QByteArrayView room);
    BroadcastOperator &to(const QByteArrayList &rooms);

    BroadcastOperator &in(QByteArrayView room) { return to(room); }

    BroadcastOperator &in(const QByteArrayList &rooms) { return to(rooms); }

    BroadcastOperator &except(QByteArrayView room);
    BroadcastOperator &except(const QByteArrayList &rooms);

    /** Leaves clients out that could not take it at once; "volatile" in JavaScript. */
    BroadcastOperator &asVolatile();
    BroadcastOperator &local();
    BroadcastOperator &compress(bool on);
    /** How long the next emit with acks waits. */
    BroadcastOperator &timeout(std::chrono::milliseconds time);
    BroadcastOperator &byOperator();

    /**
     * Sends to everyone meant.
     *
     * @return how many clients of this process it went to; negative when the packet itself is not
     *         allowed: a reserved event name, or more attachments than clients take (L32)
     */
    int emit(QByteArrayView event, const ArgsView &args = {}) const;

    /**
     * As emit(), and asks each receiver for an ack.
     *
     * @param done once, when all have answered, left or run out of time
     * @param each as each answer comes
     */
    int emitWithAck(QByteArrayView event, const ArgsView &args, BroadcastAcks::Done done,
        BroadcastAcks::Each each = {}) const;

    int send(const ArgsView &args) const { return emit("message", args); }

    /** Sockets of this process that an emit would reach now. */
    QList<Sid> sockets() const;
    /** Of the whole cluster. */
    void fetchSockets(std::function<void(const QList<SocketInfo> &)> done) const;
    void socketsJoin(const QByteArrayList &rooms) const;
    void socketsLeave(const QByteArrayList &rooms) const;
    /** @param close ends the connections too */
    void disconnectSockets(bool close = false) const;

private:
    Namespace &m_nsp;
    BroadcastTarget m_target;
    EmitFlags m_flags;
    std::chrono::milliseconds m_timeout = defaultAckTimeout;
};

} // namespace Switchboard::SocketIo
