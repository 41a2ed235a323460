// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/sid.h"
#include "core/timerwheel.h"
#include "engineio/closereason.h"
#include "engineio/encodedpacket.h"
#include "engineio/handler.h"
#include "engineio/handshake.h"
#include "engineio/packet.h"
#include "net/reactor.h"
#include "traffic/trafficrecord.h"

#include <chrono>
#include <memory>
#include <utility>

namespace Switchboard::EngineIo {

class Server;
class Transport;
class WebSocketTransport;

/**
 * One Engine.IO v4 session: heartbeat, buffer, and the one or (while upgrading) two transports
 * that carry it.
 *
 * Thread: engine thread. Owned by Server in one map. Others borrow it for a call, or keep a
 * pointer until SessionHandler::closed().
 */
class Session final : public Net::Mortal
{
public:
    Session(Server &server, quint32 serial, Handshake handshake);
    ~Session() override;
    Q_DISABLE_COPY_MOVE(Session)

    const Sid &sid() const { return m_sid; }

    /** Counts sessions since the start, from 1; what the traffic calls the client. */
    quint32 serial() const { return m_serial; }

    const Handshake &handshake() const { return m_handshake; }

    Traffic::Via via() const { return m_via; }

    bool isUpgrading() const { return m_upgrade != nullptr; }

    bool isOpen() const { return m_state == State::Open; }

    /** Volatile packets pass only when this is true: nothing queued, and a GET waits if polling. */
    bool isWritable() const;

    /** Queues @p packet in order; a no-op unless open. @p compress is for polling bodies. */
    void send(const EncodedPacket::Ptr &packet, bool compress = true);

    /**
     * Ends the session through the server's one close path.
     *
     * Polling peers get a close packet with their next GET, WebSocket peers an empty close frame.
     */
    void close(CloseReason reason = CloseReason::ForcedClose, QByteArrayView description = {});

    /** Last ping to pong time, or zero before the first. */
    std::chrono::microseconds roundTrip() const { return m_roundTrip; }

    /** Of bytes queued for the peer but not yet taken by the system. */
    qsizetype queuedBytes() const;

    struct Usage
    {
        quint64 bytesIn = 0;
        quint64 bytesOut = 0;
        quint32 messagesIn = 0;
        quint32 messagesOut = 0;
    };

    const Usage &counters() const { return m_counters; }

    MonotonicTime lastActivity() const { return m_lastActivity; }

    /** False until a request follows a polling handshake; see FollowUps. */
    bool isFollowed() const { return m_isFollowed; }

    void setFollowed(bool followed) { m_isFollowed = followed; }

private:
    friend class Server;
    friend class Transport;
    friend class PollingTransport;
    friend class WebSocketTransport;

    enum class State : quint8 {
        Opening,
        Open,
        Overflown, // will be closed, but not inside of the send() that was too much
        Closed,
    };
    struct Upgrade;

    // For Server: a session opens in two steps, so that a polling handshake can be answered with
    // the open packet alone, before the handler sends.
    void open(std::unique_ptr<Transport> transport);
    void announce();
    /** May a WebSocket take over? Each one that tries counts (L26). */
    bool mayUpgrade();
    void startUpgrade(std::unique_ptr<WebSocketTransport> probe);
    /** Stops everything. @return transport and, while upgrading, probe */
    std::pair<std::unique_ptr<Transport>, std::unique_ptr<Transport>> end(CloseReason reason);

    // For transports.
    void receive(Transport &from, const Packet &packet);
    void malformed(Transport &from, ParseError error);
    void transportClosed(Transport &which, CloseReason reason, QByteArrayView description);
    void drained();

    void receivePong();
    void heartbeatDue();

    void receiveProbe(const Packet &packet);
    void completeUpgrade();
    void abandonUpgrade();

    void accountQueue();
    void watchQueue(qsizetype added);
    void overflow();

    Sid m_sid;
    quint32 m_serial;
    State m_state = State::Opening;
    Traffic::Via m_via = Traffic::Via::None;
    CloseReason m_closeReason = CloseReason::TransportClose;
    bool m_isFollowed = true;
    quint8 m_upgradesTried = 0;
    Server &m_server;
    Handshake m_handshake;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Upgrade> m_upgrade;
    std::unique_ptr<SessionHandler> m_handler;
    WheelTimer m_heartbeat;
    MonotonicTime m_pingSentAt{0}; // zero: no pong is due
    std::chrono::microseconds m_roundTrip{0};
    MonotonicTime m_lastActivity{0};
    std::unique_ptr<WheelTimer> m_slowTimer; // runs while the queue is above sendQueueHigh
    qsizetype m_accounted = 0; // of our queue in the server's sum
    Usage m_counters;
};

} // namespace Switchboard::EngineIo
