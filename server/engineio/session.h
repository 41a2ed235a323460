// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/sid.h"
#include "core/timerwheel.h"
#include "engineio/closereason.h"
#include "engineio/encodedpacket.h"
#include "engineio/handler.h"
#include "net/httprequest.h"
#include "net/reactor.h"
#include "traffic/trafficrecord.h"

#include <chrono>
#include <memory>
#include <vector>

namespace Switchboard::EngineIo {

class Server;
class Transport;

/** What was known when the session was asked for; kept as long as the session. */
struct Handshake
{
    Net::HttpHeaders headers;
    QByteArray target; // request target with its query
    QByteArray address; // textual, of the peer
    std::chrono::microseconds issued{0}; // since 1970 UTC
    bool secure = false;
    bool crossOrigin = false; // an Origin header was there
};

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

    const Handshake &handshake() const { return *m_handshake; }

    Traffic::Via via() const;

    bool isUpgrading() const { return m_probe != nullptr; }

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

private:
    friend class Server;
    friend class Transport;

    enum class State : quint8 { Opening, Open, Closing, Closed };

    // The rest is EngineIo's own business and grows with it.
    Sid m_sid;
    quint32 m_serial;
    State m_state = State::Opening;
    Server &m_server;
    std::unique_ptr<Handshake> m_handshake;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Transport> m_probe;
    std::unique_ptr<SessionHandler> m_handler;
    std::chrono::microseconds m_roundTrip{0};
    MonotonicTime m_lastActivity{0};
    Usage m_counters;
};

} // namespace Switchboard::EngineIo
