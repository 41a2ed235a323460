// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/httpserver.h"

#include "net/httpconnection.h"
#include "net/plainstream.h"
#include "net/systemsocket.h"

#include <algorithm>

namespace Switchboard::Net {

HttpServer::HttpServer(Reactor &reactor, const ServerConfig &config, HttpHandler &handler)
    : m_reactor(reactor)
    , m_config(config)
    , m_handler(handler)
{ }

HttpServer::~HttpServer()
{
    closeListeners();
    closeAllConnections();
}

Result<quint16, ListenFailure> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    Acceptor &acceptor = *this;
    auto listener = std::make_unique<TcpListener>(m_reactor, m_config.limits, acceptor);
    const Result<quint16, ListenFailure> result = listener->listen(address, port);
    if (result) {
        m_closing = false;
        m_listeners.push_back(std::move(listener));
    }
    return result;
}

std::vector<std::pair<QHostAddress, quint16>> HttpServer::listening() const
{
    std::vector<std::pair<QHostAddress, quint16>> places;
    for (const std::unique_ptr<TcpListener> &listener : m_listeners) {
        places.emplace_back(listener->address(), listener->port());
    }
    return places;
}

bool HttpServer::closeListener(const QHostAddress &address)
{
    return std::erase_if(m_listeners, [&address](const auto &listener) {
        return listener->address() == address;
    }) > 0;
}

void HttpServer::closeListeners()
{
    m_listeners.clear();
}

void HttpServer::closeIdleConnections()
{
    m_closing = true;
    std::vector<HttpConnection *> all;
    for (const auto &[connection, owned] : m_connections) {
        all.push_back(connection);
    }
    for (HttpConnection *connection : all) {
        connection->closeWhenIdle();
    }
}

void HttpServer::closeAllConnections()
{
    // Ending one tells its responder, whose owner may end others in turn.
    while (!m_connections.empty()) {
        m_connections.begin()->first->close();
    }
}

bool HttpServer::mayAccept(const Endpoint &peer)
{
    const Limits &limits = m_config.limits;
    const ConnectionLedger &open = m_reactor.connections();
    qsizetype most = limits.connections;
    if (const std::optional<qsizetype> descriptors = SystemSocket::descriptorLimit()) {
        // The rest is for files, pipes and what libraries open (L01).
        most = std::min(most, std::max<qsizetype>(*descriptors * 4 / 5 - 256, 16));
    }
    return open.count() < most
        && (limits.connectionsPerAddress == 0
            || open.count(peer.address) < limits.connectionsPerAddress);
}

void HttpServer::accepted(int descriptor, const Endpoint &peer)
{
    std::unique_ptr<PlainStream> stream = PlainStream::open(m_reactor, descriptor,
        m_reactor.connections().enter(peer.address), m_config.limits.writeStall);
    if (stream) {
        auto connection = std::make_unique<HttpConnection>(*this, std::move(stream), peer);
        HttpConnection *key = connection.get();
        m_connections.emplace(key, std::move(connection));
    }
}

void HttpServer::forget(HttpConnection *connection)
{
    auto node = m_connections.extract(connection);
    if (!node.empty()) {
        m_reactor.bury(std::move(node.mapped()));
    }
}

} // namespace Switchboard::Net
