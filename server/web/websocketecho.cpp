// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/websocketecho.h"

#include "net/websocket.h"
#include "net/websockethandshake.h"

namespace Switchboard::Web {

class WebSocketEcho::Peer final : public Net::Mortal, private Net::WebSocket::Listener
{
public:
    Peer(WebSocketEcho &owner, std::unique_ptr<Net::WebSocket> socket)
        : m_owner(owner)
        , m_socket(std::move(socket))
    {
        const Limits &limits = owner.m_config.limits;
        m_socket->start(this,
            {.message = owner.m_config.maxHttpBufferSize,
                .fragments = limits.messageFragments,
                .messageTime = limits.messageTime,
                .controlFramesPerSecond = limits.controlFramesPerSecond,
                .controlFramesBurst = limits.controlFramesBurst,
                .closeHandshake = limits.closeHandshake});
    }

private:
    void webSocketMessage(QByteArrayView payload, bool binary) override
    {
        if (binary) {
            m_socket->sendBinary(payload);
        } else {
            m_socket->sendText(payload);
        }
        if (m_socket->queuedBytes() > m_owner.m_config.limits.sendQueueHard) {
            m_socket->close(Net::WebSocketCode::PolicyViolation, "slow consumer");
        }
    }

    void webSocketClosed(quint16, QByteArrayView) override { m_owner.forget(this); }

    WebSocketEcho &m_owner;
    std::unique_ptr<Net::WebSocket> m_socket;
};

WebSocketEcho::WebSocketEcho(Net::Reactor &reactor, const ServerConfig &config)
    : m_reactor(reactor)
    , m_config(config)
{ }

WebSocketEcho::~WebSocketEcho() = default;

void WebSocketEcho::handle(Net::HttpRequest request, Net::HttpResponder responder)
{
    if (const auto error = Net::WebSocketHandshake::check(request)) {
        responder.send(Net::WebSocketHandshake::refusal(*error));
        return;
    }
    if (auto socket = responder.upgrade()) {
        auto peer = std::make_unique<Peer>(*this, std::move(socket));
        Peer *key = peer.get();
        m_peers.emplace(key, std::move(peer));
    }
}

void WebSocketEcho::forget(Peer *peer)
{
    const auto at = m_peers.find(peer);
    if (at != m_peers.end()) {
        m_reactor.bury(std::move(at->second));
        m_peers.erase(at);
    }
}

} // namespace Switchboard::Web
