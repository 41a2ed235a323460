// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engineio/transport.h"
#include "net/websocket.h"

#include <memory>

namespace Switchboard::EngineIo {

/**
 * One Engine.IO packet per WebSocket message.
 *
 * Thread and lifetime: see Transport. Protocol: Engine.IO v4, "WebSocket".
 */
class WebSocketTransport final : public Transport, private Net::WebSocket::Listener
{
public:
    /** Description of the close of a session whose peer sent more than L15 allows. */
    static constexpr const char *messageTooLarge = "message too large";

    WebSocketTransport(Server &server, Session *session, std::unique_ptr<Net::WebSocket> socket);

    /** Starts reading. Nothing arrives within the call. */
    void start();

    Traffic::Via via() const override { return Traffic::Via::WebSocket; }

    bool isWritable() const override { return m_isOpen && m_socket->isWritable(); }

    qsizetype queuedBytes() const override { return m_socket->queuedBytes(); }

    void send(const EncodedPacket::Ptr &packet, bool compress = true) override;

    bool isFinished() const override { return !m_isOpen; }

protected:
    void sayGoodbye(CloseReason reason) override;

private:
    void webSocketMessage(QByteArrayView payload, bool binary) override;
    void webSocketClosed(quint16 code, QByteArrayView reason) override;
    void webSocketDrained() override;

    std::unique_ptr<Net::WebSocket> m_socket;
    bool m_isOpen = true;
};

} // namespace Switchboard::EngineIo
