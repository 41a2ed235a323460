// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/session.h"

#include "engineio/pollingtransport.h"
#include "engineio/records.h"
#include "engineio/server.h"
#include "engineio/websockettransport.h"

#include <utility>

namespace Switchboard::EngineIo {

namespace {

/** How often a waiting GET is released while the peer pauses polling; as in Node. */
constexpr std::chrono::milliseconds releaseInterval{100};

const EncodedPacket::Ptr &pingPacket()
{
    static const EncodedPacket::Ptr packet = EncodedPacket::control("2");
    return packet;
}

const EncodedPacket::Ptr &probePongPacket()
{
    static const EncodedPacket::Ptr packet = EncodedPacket::control("3probe");
    return packet;
}

} // namespace

/** The WebSocket that wants to replace polling, and what ends or hastens that. */
struct Session::Upgrade
{
    std::unique_ptr<WebSocketTransport> probe;
    WheelTimer timeout;
    WheelTimer release;
};

Session::Session(Server &server, quint32 serial, Handshake handshake)
    : m_sid(Sid::generate())
    , m_serial(serial)
    , m_server(server)
    , m_handshake(std::move(handshake))
    , m_heartbeat([this] { heartbeatDue(); })
{ }

Session::~Session() = default;

void Session::open(std::unique_ptr<Transport> transport)
{
    m_transport = std::move(transport);
    m_via = m_transport->via();
    m_lastActivity = m_server.reactor().clock().now();
    m_transport->send(EncodedPacket::control(m_server.openPacket(*this)));
    m_heartbeat.start(m_server.reactor().timers(), m_server.config().pingInterval);
}

void Session::announce()
{
    m_state = State::Open;
    recordOpened(m_server.tap(), *this);
    m_handler = m_server.m_handler.opened(*this);
    if (m_state == State::Closed && m_handler) {
        m_handler->closed(m_closeReason, {});
    }
}

std::pair<std::unique_ptr<Transport>, std::unique_ptr<Transport>> Session::end(CloseReason reason)
{
    m_state = State::Closed;
    m_closeReason = reason;
    m_heartbeat.stop();
    if (m_slowTimer) {
        m_slowTimer->stop();
    }
    m_server.m_queuedTogether -= std::exchange(m_accounted, 0);
    std::unique_ptr<Transport> probe;
    if (const auto upgrade = std::move(m_upgrade)) {
        probe = std::move(upgrade->probe);
    }
    return {std::move(m_transport), std::move(probe)};
}

bool Session::isWritable() const
{
    return m_state == State::Open && m_transport->isWritable()
        && m_transport->queuedBytes() < m_server.config().limits.sendQueueSoft;
}

qsizetype Session::queuedBytes() const
{
    return m_transport ? m_transport->queuedBytes() : 0;
}

void Session::send(const EncodedPacket::Ptr &packet, bool compress)
{
    if (m_state != State::Open) {
        return;
    }
    m_counters.messagesOut += static_cast<quint32>(packet->packetCount());
    m_transport->send(packet, compress);
    watchQueue(packet->webSocketFrames().size());
}

void Session::close(CloseReason reason, QByteArrayView description)
{
    m_server.close(*this, reason, description);
}

void Session::receive(Transport &from, const Packet &packet)
{
    if (m_state != State::Open) {
        return;
    }
    m_lastActivity = m_server.reactor().clock().now();
    if (&from != m_transport.get()) {
        receiveProbe(packet);
        return;
    }
    switch (packet.type) {
    case PacketType::Message:
        ++m_counters.messagesIn;
        if (packet.form == Packet::Form::Base64) {
            m_handler->message(decodeBase64(packet.data), true);
        } else {
            m_handler->message(packet.data, packet.form == Packet::Form::Binary);
        }
        break;
    case PacketType::Pong:
        receivePong();
        break;
    case PacketType::Ping:
        close(CloseReason::TransportError, "invalid heartbeat direction");
        break;
    case PacketType::Close:
        close(CloseReason::TransportClose);
        break;
    case PacketType::Open:
    case PacketType::Upgrade:
    case PacketType::Noop:
        break; // means nothing here, as in Node
    }
}

void Session::malformed(Transport &from, ParseError error)
{
    if (&from != m_transport.get()) {
        abandonUpgrade();
        return;
    }
    Counters &counters = m_server.reactor().counters();
    counters.add(
        error == ParseError::TooManyPackets ? Counter::PayloadPackets : Counter::PacketRefused);
    close(CloseReason::ParseError, text(error));
}

void Session::transportClosed(Transport &which, CloseReason reason, QByteArrayView description)
{
    if (&which == m_transport.get()) {
        close(reason, description);
    } else {
        abandonUpgrade();
    }
}

// Heartbeat: Engine.IO v4, "Heartbeat". Only a pong counts; other traffic does not.

void Session::heartbeatDue()
{
    if (m_pingSentAt.count() != 0) {
        m_server.reactor().counters().add(Counter::PingTimeout);
        close(CloseReason::PingTimeout);
        return;
    }
    m_pingSentAt = m_server.reactor().clock().now();
    m_transport->send(pingPacket(), false);
    m_heartbeat.start(m_server.reactor().timers(), m_server.config().pingTimeout);
}

void Session::receivePong()
{
    if (m_pingSentAt.count() == 0) {
        return; // nobody asked: must not put off the next ping
    }
    m_roundTrip
        = std::chrono::duration_cast<std::chrono::microseconds>(m_lastActivity - m_pingSentAt);
    m_pingSentAt = {};
    m_heartbeat.start(m_server.reactor().timers(), m_server.config().pingInterval);
    recordRoundTrip(m_server.tap(), *this);
}

// Upgrade: Engine.IO v4, "Upgrade". Whatever goes wrong closes the new transport only.

bool Session::mayUpgrade()
{
    if (m_via != Traffic::Via::Polling || m_upgrade || !m_server.config().allowUpgrades
        || m_upgradesTried >= m_server.config().limits.probesPerSession) {
        return false;
    }
    ++m_upgradesTried;
    return true;
}

void Session::startUpgrade(std::unique_ptr<WebSocketTransport> probe)
{
    m_upgrade = std::make_unique<Upgrade>();
    m_upgrade->probe = std::move(probe);
    m_upgrade->timeout.setCallback([this] { abandonUpgrade(); });
    m_upgrade->timeout.start(m_server.reactor().timers(), m_server.config().upgradeTimeout);
    m_upgrade->probe->start();
}

void Session::receiveProbe(const Packet &packet)
{
    auto &polling = static_cast<PollingTransport &>(*m_transport);
    if (packet.form == Packet::Form::Text && packet.type == PacketType::Ping
        && packet.data == "probe") {
        m_upgrade->probe->send(probePongPacket());
        m_upgrade->release.setCallback([this, &polling] {
            polling.releasePoll();
            m_upgrade->release.start(m_server.reactor().timers(), releaseInterval);
        });
        m_upgrade->release.start(m_server.reactor().timers(), releaseInterval);
    } else if (packet.type == PacketType::Upgrade && !polling.isReading()) {
        completeUpgrade();
    } else {
        abandonUpgrade();
    }
}

void Session::completeUpgrade()
{
    const auto upgrade = std::move(m_upgrade);
    auto polling = std::exchange(m_transport, std::move(upgrade->probe));
    m_via = Traffic::Via::WebSocket;
    auto queue = static_cast<PollingTransport &>(*polling).takeQueue();
    m_server.dismiss(std::move(polling), CloseReason::TransportClose);
    for (const PollingTransport::Queued &queued : queue) {
        m_transport->send(queued.packet);
    }
    accountQueue();
    recordUpgraded(m_server.tap(), *this);
    m_handler->upgraded();
}

void Session::abandonUpgrade()
{
    m_server.reactor().counters().add(Counter::UpgradeFailed);
    auto upgrade = std::move(m_upgrade);
    m_server.dismiss(std::move(upgrade->probe), CloseReason::ForcedClose);
}

// Slow consumers: L20 for this session, L21 for all of them together.

void Session::accountQueue()
{
    const qsizetype queued = queuedBytes();
    m_server.m_queuedTogether += queued - m_accounted;
    m_accounted = queued;
}

void Session::drained()
{
    accountQueue();
    m_slowTimer.reset();
}

void Session::watchQueue(qsizetype added)
{
    accountQueue();
    const Limits &limits = m_server.config().limits;
    if (m_slowTimer && m_accounted - added <= limits.sendQueueHigh) {
        m_slowTimer.reset();
    }
    if (m_accounted > limits.sendQueueHard) {
        overflow();
    } else if (!m_slowTimer && m_accounted > limits.sendQueueHigh) {
        m_slowTimer = std::make_unique<WheelTimer>([this] {
            if (queuedBytes() > m_server.config().limits.sendQueueHigh) {
                close(CloseReason::SlowConsumer);
            }
        });
        m_slowTimer->start(m_server.reactor().timers(), limits.sendQueueHighTime);
    }
    if (m_server.m_queuedTogether > limits.sendQueuesTogether) {
        m_server.trimQueuesSoon();
    }
}

void Session::overflow()
{
    m_state = State::Overflown;
    m_slowTimer = std::make_unique<WheelTimer>([this] { close(CloseReason::SlowConsumer); });
    m_slowTimer->start(m_server.reactor().timers(), {});
}

} // namespace Switchboard::EngineIo
