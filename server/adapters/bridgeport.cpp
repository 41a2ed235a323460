// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/bridgeport.h"

#include "core/utf8.h"
#include "socketio/namespace.h"
#include "socketio/socket.h"

#include <QPointer>

namespace Switchboard::SocketIo {

BridgePort::BridgePort(Server &io, Redis::Client &client)
    : m_io(io)
    , m_client(client)
    , m_bridges([&io]() -> TimerWheel & { return io.reactor().timers(); }, *this)
{
    m_io.forEachNamespace([this](Namespace &nsp) { watch(nsp); });
    m_io.onNewNamespace([this, alive = QPointer(&m_lifetime)](Namespace &nsp) {
        if (alive) {
            watch(nsp);
        }
    });
}

BridgePort::~BridgePort()
{
    m_client.unsubscribeAll(m_bridges);
}

void BridgePort::setRules(std::vector<Redis::BridgeRule> rules)
{
    const auto before = m_bridges.topics();
    m_bridges.setRules(std::move(rules));
    const auto now = m_bridges.topics();
    for (const Redis::Topic &topic : before) {
        if (!now.contains(topic)) {
            m_client.unsubscribe(topic, m_bridges);
        }
    }
    for (const Redis::Topic &topic : now) {
        m_client.subscribe(topic, m_bridges);
    }
}

void BridgePort::watch(Namespace &nsp)
{
    for (Socket *socket : nsp.sockets()) {
        watch(*socket);
    }
    nsp.onConnection([this, alive = QPointer(&m_lifetime)](Socket &socket) {
        if (alive) {
            watch(socket);
        }
    });
}

void BridgePort::watch(Socket &socket)
{
    socket.onAny([this, alive = QPointer(&m_lifetime)](Socket &self, const Event &event) {
        if (alive && m_bridges.mayCare(event.name())) {
            eventReceived(self, event);
        }
    });
}

void BridgePort::eventReceived(Socket &socket, const Event &event)
{
    const auto &args = event.packet().args;
    const auto rooms = socket.rooms();
    m_bridges.eventReceived({socket.nsp().name(), event.name(),
        {args.constData(), static_cast<std::size_t>(args.size())},
        !event.args().attachments.empty(), socket.id().view(), rooms});
}

bool BridgePort::emitEvent(const Redis::Bridged &item)
{
    Namespace *nsp = m_io.find(item.nsp);
    // Names are made of channels, which may be any bytes.
    if (nsp == nullptr || !isValidUtf8(item.event)) {
        return false;
    }
    auto to = nsp->local();
    if (item.to != Redis::BridgeRule::To::Everyone) {
        to.to(item.target);
    }
    return to.emit(item.event, {item.body, {}}) >= 0;
}

void BridgePort::publishMessage(const QByteArray &channel, const QByteArray &body)
{
    m_client.publish(channel, body);
}

} // namespace Switchboard::SocketIo
