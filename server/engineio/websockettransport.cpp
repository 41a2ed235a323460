// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/websockettransport.h"

#include "engineio/packet.h"
#include "engineio/server.h"
#include "engineio/session.h"

namespace Switchboard::EngineIo {

namespace {

Net::WebSocket::Limits limitsFrom(const ServerConfig &config)
{
    Net::WebSocket::Limits limits;
    limits.message = config.maxHttpBufferSize;
    limits.fragments = config.limits.messageFragments;
    limits.messageTime = config.limits.messageTime;
    limits.controlFramesPerSecond = config.limits.controlFramesPerSecond;
    limits.controlFramesBurst = config.limits.controlFramesBurst;
    limits.closeHandshake = config.limits.closeHandshake;
    return limits;
}

/** True for a close that our side declared because the peer broke RFC 6455 or a limit. */
bool isFailure(quint16 code)
{
    switch (static_cast<Net::WebSocketCode>(code)) {
    case Net::WebSocketCode::ProtocolError:
    case Net::WebSocketCode::UnsupportedData:
    case Net::WebSocketCode::InvalidPayload:
    case Net::WebSocketCode::PolicyViolation:
    case Net::WebSocketCode::MessageTooBig:
        return true;
    default:
        return false;
    }
}

/** What the peer did wrong, when we closed for it; the words of the operator's log. */
QByteArrayView failure(quint16 code)
{
    switch (Net::WebSocketCode(code)) {
    case Net::WebSocketCode::ProtocolError:
        return "broken WebSocket frame";
    case Net::WebSocketCode::InvalidPayload:
        return "text that is not UTF-8";
    case Net::WebSocketCode::PolicyViolation:
        return "too many or too slow WebSocket frames";
    case Net::WebSocketCode::MessageTooBig:
        return WebSocketTransport::messageTooLarge;
    default:
        return {};
    }
}

} // namespace

WebSocketTransport::WebSocketTransport(
    Server &server, Session *session, std::unique_ptr<Net::WebSocket> socket)
    : Transport(server, session)
    , m_socket(std::move(socket))
{ }

void WebSocketTransport::start()
{
    m_socket->start(this, limitsFrom(m_server.config()));
}

void WebSocketTransport::send(const EncodedPacket::Ptr &packet, bool)
{
    if (!m_isOpen) {
        return;
    }
    countOut(packet->wireSize());
    m_socket->sendFrames(packet->webSocketFrames());
}

void WebSocketTransport::sayGoodbye(CloseReason reason)
{
    if (!m_isOpen) {
        return;
    }
    switch (reason) {
    case CloseReason::SlowConsumer:
        // A close frame would wait behind what the peer does not read.
        m_isOpen = false;
        m_socket->abort();
        break;
    case CloseReason::ServerShuttingDown:
        m_socket->close(Net::WebSocketCode::GoingAway);
        break;
    default:
        m_socket->close(Net::WebSocketCode::NoStatus);
        break;
    }
}

void WebSocketTransport::webSocketMessage(QByteArrayView payload, bool binary)
{
    countIn(payload.size());
    if (!m_session) {
        return;
    }
    if (binary) {
        m_session->receive(*this, {PacketType::Message, Packet::Form::Binary, payload});
        return;
    }
    const auto packet = decodePacket(payload);
    if (packet) {
        m_session->receive(*this, *packet);
    } else {
        m_session->malformed(*this, packet.error());
    }
}

void WebSocketTransport::webSocketClosed(quint16 code, QByteArrayView reason)
{
    m_isOpen = false;
    if (!m_session) {
        m_server.transportFinished(*this);
        return;
    }
    const auto why = isFailure(code) ? CloseReason::TransportError : CloseReason::TransportClose;
    m_session->transportClosed(*this, why, reason.isEmpty() ? failure(code) : reason);
}

void WebSocketTransport::webSocketDrained()
{
    if (m_session) {
        m_session->drained();
    }
}

} // namespace Switchboard::EngineIo
