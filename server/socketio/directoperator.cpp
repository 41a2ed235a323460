// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/directoperator.h"

#include "socketio/namespace.h"
#include "socketio/server.h"
#include "socketio/socket.h"

namespace Switchboard::SocketIo {

DirectOperator::DirectOperator(Socket &socket)
    : m_socket(socket)
    , m_timeout(socket.nsp().server().config().limits.ackWait)
{ }

DirectOperator &DirectOperator::asVolatile()
{
    m_flags.isVolatile = true;
    return *this;
}

DirectOperator &DirectOperator::compress(bool on)
{
    m_flags.compress = on;
    return *this;
}

DirectOperator &DirectOperator::timeout(std::chrono::milliseconds time)
{
    m_timeout = time;
    return *this;
}

DirectOperator &DirectOperator::byOperator()
{
    m_flags.byOperator = true;
    return *this;
}

bool DirectOperator::emit(QByteArrayView event, const ArgsView &args, AckHandler ack)
{
    Outgoing outgoing(m_socket.m_nsp, event, args, m_flags);
    return m_socket.emitDirect(outgoing, m_timeout, std::move(ack));
}

} // namespace Switchboard::SocketIo
