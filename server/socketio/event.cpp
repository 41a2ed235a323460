// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/event.h"

#include "core/jsonscanner.h"
#include "socketio/namespace.h"
#include "socketio/server.h"
#include "socketio/socket.h"

#include <utility>

namespace Switchboard::SocketIo {

Ack::Ack(const Socket &socket, qint64 id)
    : m_server(&socket.nsp().server())
    , m_nsp(socket.nsp().name())
    , m_socket(socket.id())
    , m_id(id)
{ }

Ack::Ack(Ack &&other) noexcept
{
    *this = std::move(other);
}

Ack &Ack::operator=(Ack &&other) noexcept
{
    m_server = std::exchange(other.m_server, nullptr);
    m_nsp = std::move(other.m_nsp);
    m_socket = other.m_socket;
    m_id = other.m_id;
    return *this;
}

bool Ack::send(const ArgsView &args)
{
    Server *server = std::exchange(m_server, nullptr);
    Namespace *nsp = server ? server->find(m_nsp) : nullptr;
    Socket *socket = nsp ? nsp->socket(m_socket) : nullptr;
    return socket && socket->sendAck(m_id, args);
}

Event::Event(Socket &socket, const Packet &packet, std::span<const QByteArray> attachments)
    : m_socket(socket)
    , m_packet(packet)
    , m_attachments(attachments)
{ }

QByteArrayView Event::arg(qsizetype index) const
{
    return index < count() ? m_packet.args[index] : QByteArrayView();
}

QByteArray Event::text(qsizetype index) const
{
    const auto json = arg(index);
    return json.startsWith('"') ? Json::decodeString(json) : QByteArray();
}

bool Event::ack(const ArgsView &args) const
{
    if (!wantsAck() || std::exchange(m_answered, true)) {
        return false;
    }
    return m_socket.sendAck(m_packet.ackId, args);
}

Ack Event::deferAck() const
{
    if (!wantsAck() || std::exchange(m_answered, true)) {
        return {};
    }
    return Ack(m_socket, m_packet.ackId);
}

} // namespace Switchboard::SocketIo
