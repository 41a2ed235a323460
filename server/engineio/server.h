// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "core/serverconfig.h"
#include "core/sid.h"
#include "engineio/error.h"
#include "engineio/followups.h"
#include "engineio/handler.h"
#include "engineio/handshakerate.h"
#include "engineio/session.h"
#include "net/httpresponder.h"
#include "net/reactor.h"
#include "net/websocket.h"
#include "traffic/tap.h"

#include <QHash>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

namespace Switchboard::EngineIo {

class PollingTransport;
struct Query;

/**
 * Engine.IO v4 on one path: handshake, routing of polls and upgrades, and the sessions.
 *
 * Every refusal is answered here, by error.h's one table; every session ends in close() here.
 * Socket.IO is a Handler above it; the echo route of the conformance suite is another.
 *
 * Thread: engine thread. Outlived by reactor, handler, tap.
 * Protocol: Engine.IO v4; results of requests as the Node server gives them.
 */
class Server final : public Net::HttpHandler
{
public:
    /** A sentence that refuses the handshake (403, code 4), or nothing to let it pass. */
    using AllowRequest = std::function<std::optional<QByteArray>(const Net::HttpRequest &)>;

    /** Told of each request that was refused, with the words the peer got. */
    using RefusalHook
        = std::function<void(const Net::HttpRequest &, Error, QByteArrayView message)>;

    Server(Net::Reactor &reactor, const ServerConfig &config, Handler &handler, Traffic::Tap &tap);
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)

    /** True when @p path belongs to this engine: a prefix compare, as in Node. */
    bool serves(QByteArrayView path) const;

    qsizetype maxBody(const Net::HttpRequest &request) override;
    void handle(Net::HttpRequest request, Net::HttpResponder responder) override;

    void setAllowRequest(AllowRequest allow) { m_allowRequest = std::move(allow); }

    void setRefusalHook(RefusalHook hook) { m_refused = std::move(hook); }

    qsizetype sessionCount() const { return m_sessions.size(); }

    Session *session(const Sid &sid) const;
    Session *session(quint32 serial) const;
    /** Oldest first; @p visit may close any session. */
    void forEachSession(const std::function<void(Session &)> &visit) const;

    /** Closes every session with @p reason; new handshakes are refused from now on. */
    void closeAll(CloseReason reason);

    /** Transports of closed sessions that have not delivered their goodbye yet. */
    qsizetype leavingCount() const { return static_cast<qsizetype>(m_leaving.size()); }

    const ServerConfig &config() const { return m_config; }

    Net::Reactor &reactor() { return m_reactor; }

    Traffic::Tap &tap() { return m_tap; }

private:
    friend class Session;
    friend class PollingTransport;
    friend class WebSocketTransport;

    // Requests.
    std::optional<Error> verify(
        const Net::HttpRequest &request, const Query &query, const Session *session) const;
    bool knowsTransport(QByteArrayView name) const;
    void servePoll(
        PollingTransport &transport, Net::HttpRequest request, Net::HttpResponder responder);
    void tryHandshake(const Query &query, Net::HttpRequest request, Net::HttpResponder responder);
    void openPolling(Net::HttpRequest request, Net::HttpResponder responder);
    void openWebSocket(Net::HttpRequest request, Net::HttpResponder responder);
    void upgrade(Session &session, Net::HttpRequest request, Net::HttpResponder responder);
    /** Answers itself and returns nullptr when the request is no WebSocket handshake. */
    std::unique_ptr<Net::WebSocket> acceptWebSocket(
        const Net::HttpRequest &request, Net::HttpResponder &responder);
    void refuse(const Net::HttpRequest &request, Net::HttpResponder &responder, Error error,
        QByteArrayView message = {});
    void refuseHandshake(const Net::HttpRequest &request, Net::HttpResponder &responder,
        Error error, QByteArrayView message = {});
    Net::HttpHeaders responseHeaders(const Net::HttpRequest &request) const;

    // Sessions.
    Session &createSession(const Net::HttpRequest &request);
    QByteArray openPacket(const Session &session) const;
    void close(Session &session, CloseReason reason, QByteArrayView description);
    void dismiss(std::unique_ptr<Transport> transport, CloseReason reason);
    void transportFinished(Transport &transport);
    void goodbyeFinished(Transport &transport, const Sid &sid);
    void trimQueuesSoon();
    void trimQueues();

    Net::Reactor &m_reactor;
    const ServerConfig &m_config;
    Handler &m_handler;
    Traffic::Tap &m_tap;
    QByteArray m_path;
    AllowRequest m_allowRequest;
    RefusalHook m_refused;
    HandshakeRate m_rate;
    FollowUps m_followUps;
    /** The owner of all sessions, by serial, so oldest first. */
    std::map<quint32, std::unique_ptr<Session>> m_owned;
    QHash<Sid, Session *> m_sessions;
    std::unordered_map<Transport *, std::unique_ptr<Transport>> m_leaving;
    /** Those of m_leaving that wait for the next GET of their session. */
    QHash<Sid, PollingTransport *> m_goodbyes;
    WheelTimer m_trimTimer;
    qsizetype m_queuedTogether = 0; // never less than what is queued
    quint32 m_lastSerial = 0;
    bool m_isShuttingDown = false;
};

} // namespace Switchboard::EngineIo
