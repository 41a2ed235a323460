// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "core/serverconfig.h"
#include "core/sid.h"
#include "engineio/handler.h"
#include "engineio/session.h"
#include "net/httpresponder.h"
#include "net/reactor.h"
#include "traffic/tap.h"

#include <QHash>

#include <functional>
#include <memory>

namespace Switchboard::EngineIo {

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

    Server(Net::Reactor &reactor, const ServerConfig &config, Handler &handler, Traffic::Tap &tap);
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)

    /** True when @p path belongs to this engine: a prefix compare, as in Node. */
    bool serves(QByteArrayView path) const;

    qsizetype maxBody(const Net::HttpRequest &request) override;
    void handle(Net::HttpRequest request, Net::HttpResponder responder) override;

    void setAllowRequest(AllowRequest allow) { m_allowRequest = std::move(allow); }

    qsizetype sessionCount() const { return m_sessions.size(); }

    Session *session(const Sid &sid) const;
    Session *session(quint32 serial) const;
    void forEachSession(const std::function<void(Session &)> &visit) const;

    /** Closes every session with @p reason; new handshakes are refused from now on. */
    void closeAll(CloseReason reason);

    const ServerConfig &config() const { return m_config; }

    Net::Reactor &reactor() { return m_reactor; }

    Traffic::Tap &tap() { return m_tap; }

private:
    friend class Session;

    Net::Reactor &m_reactor;
    const ServerConfig &m_config;
    Handler &m_handler;
    Traffic::Tap &m_tap;
    AllowRequest m_allowRequest;
    QHash<Sid, Session *> m_sessions;
};

} // namespace Switchboard::EngineIo
