// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/broadcastoperator.h"

#include "socketio/namespace.h"
#include "socketio/records.h"
#include "socketio/server.h"

namespace Switchboard::SocketIo {

BroadcastOperator::BroadcastOperator(Namespace &nsp, const Socket *self)
    : m_nsp(nsp)
{
    m_target.self = self;
}

BroadcastOperator &BroadcastOperator::to(QByteArrayView room)
{
    m_target.rooms.append(room.toByteArray());
    return *this;
}

BroadcastOperator &BroadcastOperator::to(const QByteArrayList &rooms)
{
    m_target.rooms.append(rooms);
    return *this;
}

BroadcastOperator &BroadcastOperator::except(QByteArrayView room)
{
    m_target.except.append(room.toByteArray());
    return *this;
}

BroadcastOperator &BroadcastOperator::except(const QByteArrayList &rooms)
{
    m_target.except.append(rooms);
    return *this;
}

BroadcastOperator &BroadcastOperator::asVolatile()
{
    m_flags.isVolatile = true;
    return *this;
}

BroadcastOperator &BroadcastOperator::local()
{
    m_flags.local = true;
    return *this;
}

BroadcastOperator &BroadcastOperator::compress(bool on)
{
    m_flags.compress = on;
    return *this;
}

BroadcastOperator &BroadcastOperator::timeout(std::chrono::milliseconds time)
{
    m_timeout = time;
    return *this;
}

BroadcastOperator &BroadcastOperator::byOperator()
{
    m_flags.byOperator = true;
    return *this;
}

int BroadcastOperator::emit(QByteArrayView event, const ArgsView &args) const
{
    if (!mayEmit(m_nsp.server().config(), event, args)) {
        return -1;
    }
    const Outgoing outgoing(m_nsp, event, args, m_flags);
    const int receivers = m_nsp.adapter().broadcast(m_target, outgoing);
    recordEmit(m_nsp, m_target, outgoing, receivers);
    return receivers;
}

int BroadcastOperator::emitWithAck(QByteArrayView event, const ArgsView &args,
    BroadcastAcks::Done done, BroadcastAcks::Each each) const
{
    if (!mayEmit(m_nsp.server().config(), event, args)) {
        return -1;
    }
    Outgoing outgoing(m_nsp, event, args, m_flags);
    outgoing.setAckId(m_nsp.nextAckId());
    const auto acks = std::make_shared<BroadcastAcks>(std::move(done), std::move(each));
    const int receivers = m_nsp.adapter().broadcastWithAck(m_target, outgoing, m_timeout, acks);
    recordEmit(m_nsp, m_target, outgoing, receivers);
    acks->seal();
    return receivers;
}

QList<Sid> BroadcastOperator::sockets() const
{
    return m_nsp.adapter().sockets(m_target);
}

void BroadcastOperator::fetchSockets(std::function<void(const QList<SocketInfo> &)> done) const
{
    m_nsp.adapter().fetchSockets(m_target, std::move(done));
}

void BroadcastOperator::socketsJoin(const QByteArrayList &rooms) const
{
    m_nsp.adapter().addSockets(m_target, rooms);
}

void BroadcastOperator::socketsLeave(const QByteArrayList &rooms) const
{
    m_nsp.adapter().delSockets(m_target, rooms);
}

void BroadcastOperator::disconnectSockets(bool close) const
{
    m_nsp.adapter().disconnectSockets(m_target, close);
}

} // namespace Switchboard::SocketIo
