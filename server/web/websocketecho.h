// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/serverconfig.h"
#include "net/httpresponder.h"
#include "net/reactor.h"

#include <memory>
#include <unordered_map>

namespace Switchboard::Web {

/**
 * Sends every WebSocket message back; what WebSocket conformance suites talk to.
 *
 * Thread: engine thread. Owns its sockets; outlived by reactor and config.
 */
class WebSocketEcho final : public Net::HttpHandler
{
public:
    WebSocketEcho(Net::Reactor &reactor, const ServerConfig &config);
    ~WebSocketEcho();
    Q_DISABLE_COPY_MOVE(WebSocketEcho)

    void handle(Net::HttpRequest request, Net::HttpResponder responder) override;

private:
    class Peer;

    void forget(Peer *peer);

    Net::Reactor &m_reactor;
    const ServerConfig &m_config;
    std::unordered_map<Peer *, std::unique_ptr<Peer>> m_peers;
};

} // namespace Switchboard::Web
