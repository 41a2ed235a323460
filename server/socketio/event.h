// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/sid.h"
#include "socketio/args.h"
#include "socketio/packet.h"

#include <QByteArray>
#include <QByteArrayView>

namespace Switchboard::SocketIo {

class Server;
class Socket;

/**
 * The right to answer an event later, once.
 *
 * Keeps no pointer to the client: answering one who has left does nothing. Move-only; must not
 * outlive the Server. Dropping it leaves the client without an answer, as in JavaScript.
 */
class Ack
{
public:
    Ack() = default;
    Ack(const Socket &socket, qint64 id);
    Ack(Ack &&other) noexcept;
    Ack &operator=(Ack &&other) noexcept;

    /** False when there is nothing to answer, or nobody any more. */
    bool send(const ArgsView &args = {});

private:
    Server *m_server = nullptr;
    QByteArray m_nsp;
    Sid m_socket;
    qint64 m_id = -1;
};

/**
 * One event of a client, as its handlers see it.
 *
 * Valid during the handler's call, even if the handler ends the connection. Copy what you keep.
 */
class Event
{
public:
    Event(Socket &socket, const Packet &packet, std::span<const QByteArray> attachments);
    Q_DISABLE_COPY_MOVE(Event)

    QByteArrayView name() const { return m_packet.event; }

    /** All arguments, ready to be emitted again. */
    ArgsView args() const { return {m_packet.payload, m_attachments}; }

    qsizetype count() const { return m_packet.args.size(); }

    /** Raw JSON of argument @p index, or an empty view when there are fewer. */
    QByteArrayView arg(qsizetype index) const;

    /** UTF-8 of argument @p index when it is a JSON string, else empty. */
    QByteArray text(qsizetype index) const;

    bool wantsAck() const { return m_packet.ackId >= 0; }

    /** Answers the client; only the first answer counts. False when none is asked or it was given.
     */
    bool ack(const ArgsView &args = {}) const;

    /** Keeps the answer for later; ack() does nothing from then on. */
    Ack deferAck() const;

    const Packet &packet() const { return m_packet; }

private:
    Socket &m_socket;
    const Packet &m_packet;
    std::span<const QByteArray> m_attachments;
    mutable bool m_answered = false;
};

} // namespace Switchboard::SocketIo
