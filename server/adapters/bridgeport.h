// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/bridges.h"
#include "redis/client.h"
#include "socketio/server.h"

#include <QObject>

namespace Switchboard::SocketIo {

/**
 * Where bridges meet clients and Redis: hands them the events of every socket, emits and publishes
 * for them.
 *
 * Events reach only clients of this server; every server of a cluster may have the same bridges.
 * No namespace is made for a message: one that does not exist is an error of the bridge.
 *
 * Thread: engine thread. Server and client outlive it.
 */
class BridgePort final : private Redis::BridgeOutlet
{
public:
    BridgePort(Server &io, Redis::Client &client);
    ~BridgePort() override;
    Q_DISABLE_COPY_MOVE(BridgePort)

    void setRules(std::vector<Redis::BridgeRule> rules);

    const Redis::Bridges &bridges() const { return m_bridges; }

private:
    bool emitEvent(const Redis::Bridged &item) override;
    void publishMessage(const QByteArray &channel, const QByteArray &body) override;

    void watch(Namespace &nsp);
    void watch(Socket &socket);
    void eventReceived(Socket &socket, const Event &event);

    Server &m_io;
    Redis::Client &m_client;
    Redis::Bridges m_bridges;
    QObject m_lifetime; // sockets keep their listeners
};

} // namespace Switchboard::SocketIo
