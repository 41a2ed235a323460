// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "core/serverconfig.h"
#include "net/httpresponder.h"
#include "net/originguard.h"
#include "net/tcplistener.h"

#include <QHostAddress>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace Switchboard::Net {

class HttpConnection;

/**
 * HTTP/1.1 on any number of listeners: accepts within the limits L01 to L04, owns the connections
 * until they are upgraded or gone, guards every request (checkOrigin()) and passes it on.
 *
 * Thread: engine thread. Outlived by reactor, config and handler; @p config may change meanwhile.
 * WebSockets it gave away may outlive it.
 */
class HttpServer final : private TcpListener::Acceptor
{
public:
    HttpServer(Reactor &reactor, const ServerConfig &config, HttpHandler &handler);
    ~HttpServer();
    Q_DISABLE_COPY_MOVE(HttpServer)

    /** Also listens there. @return the port, which matters for port 0 */
    Result<quint16, ListenFailure> listen(const QHostAddress &address, quint16 port);

    bool isListening() const { return !m_listeners.empty(); }

    std::vector<std::pair<QHostAddress, quint16>> listening() const;

    /** Stops listening at @p address; connections stay. False when it did not. */
    bool closeListener(const QHostAddress &address);
    void closeListeners();

    /** Ends connections that are between requests; the others end after their answer. */
    void closeIdleConnections();

    /** Drops every HTTP connection; what was not answered is gone. WebSockets are not touched. */
    void closeAllConnections();

    /** HTTP connections now; those upgraded are not among them. */
    qsizetype connectionCount() const { return qsizetype(m_connections.size()); }

    /** Told of each request the guard refuses, for the operator. */
    using RefusalHook = std::function<void(const HttpRequest &, GuardVerdict)>;

    void setRefusalHook(RefusalHook hook) { m_refused = std::move(hook); }

    Reactor &reactor() { return m_reactor; }

    const ServerConfig &config() const { return m_config; }

private:
    friend class HttpConnection;

    void accepted(int descriptor, const Endpoint &peer) override;
    bool mayAccept(const Endpoint &peer) override;
    /** Takes @p connection out of the books and frees it after this turn. */
    void forget(HttpConnection *connection);

    Reactor &m_reactor;
    const ServerConfig &m_config;
    HttpHandler &m_handler;
    RefusalHook m_refused;
    bool m_closing = false;
    std::vector<std::unique_ptr<TcpListener>> m_listeners;
    std::unordered_map<HttpConnection *, std::unique_ptr<HttpConnection>> m_connections;
};

} // namespace Switchboard::Net
