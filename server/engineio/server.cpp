// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/server.h"

#include "core/logging.h"
#include "engineio/pollingtransport.h"
#include "engineio/query.h"
#include "engineio/records.h"
#include "engineio/websockettransport.h"
#include "net/cors.h"
#include "net/websockethandshake.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace Switchboard::EngineIo {

namespace {

constexpr QByteArrayView pollingName("polling");
constexpr QByteArrayView webSocketName("websocket");

QByteArray enginePath(const ServerConfig &config)
{
    QByteArray path = config.path;
    if (path.endsWith('/')) {
        path.chop(1);
    }
    return config.addTrailingSlash ? path + '/' : path;
}

RequestKind kindOf(const Net::HttpRequest &request)
{
    return request.isWebSocketUpgrade() ? RequestKind::WebSocketUpgrade : RequestKind::Plain;
}

} // namespace

Server::Server(
    Net::Reactor &reactor, const ServerConfig &config, Handler &handler, Traffic::Tap &tap)
    : m_reactor(reactor)
    , m_config(config)
    , m_handler(handler)
    , m_tap(tap)
    , m_path(enginePath(config))
    , m_followUps(*this)
    , m_trimTimer([this] { trimQueues(); })
{ }

Server::~Server()
{
    closeAll(CloseReason::ServerShuttingDown);
    m_leaving.clear();
}

bool Server::serves(QByteArrayView path) const
{
    return path.startsWith(m_path);
}

qsizetype Server::maxBody(const Net::HttpRequest &)
{
    return m_config.maxHttpBufferSize;
}

void Server::handle(Net::HttpRequest request, Net::HttpResponder responder)
{
    if (Net::Cors::isPreflight(m_config.cors, request)) {
        responder.send(Net::Cors::preflight(m_config.cors, request));
        return;
    }
    const Query query = Query::parse(request.query());
    const Sid sid = Sid::fromText(query.sid);
    if (PollingTransport *leaving = m_goodbyes.value(sid);
        leaving && query.transport == pollingName && kindOf(request) == RequestKind::Plain) {
        servePoll(*leaving, std::move(request), std::move(responder));
        return;
    }
    Session *known = session(sid);
    const auto error = verify(request, query, known);
    if (error && query.sid.isEmpty()) {
        refuseHandshake(request, responder, *error);
    } else if (error) {
        refuse(request, responder, *error);
    } else if (!known) {
        tryHandshake(query, std::move(request), std::move(responder));
    } else if (kindOf(request) == RequestKind::WebSocketUpgrade) {
        upgrade(*known, std::move(request), std::move(responder));
    } else {
        m_followUps.follow(*known);
        servePoll(static_cast<PollingTransport &>(*known->m_transport), std::move(request),
            std::move(responder));
    }
}

bool Server::knowsTransport(QByteArrayView name) const
{
    return (name == pollingName && m_config.pollingTransport)
        || (name == webSocketName && m_config.webSocketTransport);
}

std::optional<Error> Server::verify(
    const Net::HttpRequest &request, const Query &query, const Session *session) const
{
    // The order decides which code a request with several faults gets; it is Node's.
    const bool isUpgrade = kindOf(request) == RequestKind::WebSocketUpgrade;
    if (!knowsTransport(query.transport)) {
        return Error::UnknownTransport;
    }
    if (!query.sid.isEmpty() && !session) {
        return Error::UnknownSid;
    }
    if (!session && request.method != "GET") {
        return Error::BadHandshakeMethod;
    }
    if (isUpgrade != (query.transport == webSocketName)) {
        return Error::BadRequest;
    }
    if (session && !isUpgrade && session->via() != Traffic::Via::Polling) {
        return Error::BadRequest;
    }
    return std::nullopt;
}

void Server::servePoll(
    PollingTransport &transport, Net::HttpRequest request, Net::HttpResponder responder)
{
    if (request.method == "GET") {
        transport.get(request, std::move(responder), responseHeaders(request));
    } else if (request.method == "POST") {
        Net::HttpHeaders headers = responseHeaders(request);
        transport.post(std::move(request), std::move(responder), std::move(headers));
    } else {
        refuse(request, responder, Error::BadMethod);
    }
}

void Server::tryHandshake(
    const Query &query, Net::HttpRequest request, Net::HttpResponder responder)
{
    if (m_isShuttingDown) {
        refuseHandshake(request, responder, Error::ShuttingDown);
        return;
    }
    if (!m_rate.take(request.peerAddress, m_config.limits, m_reactor.clock().now())) {
        m_reactor.counters().add(Counter::HandshakeRateLimited);
        refuse(request, responder, Error::TooManyHandshakes);
        return;
    }
    if (m_allowRequest) {
        if (const auto message = m_allowRequest(request)) {
            refuseHandshake(request, responder, Error::Forbidden, *message);
            return;
        }
    }
    if (query.version != "4") {
        refuseHandshake(request, responder, Error::UnsupportedProtocolVersion);
    } else if (kindOf(request) == RequestKind::Plain) {
        openPolling(std::move(request), std::move(responder));
    } else {
        openWebSocket(std::move(request), std::move(responder));
    }
}

void Server::openPolling(Net::HttpRequest request, Net::HttpResponder responder)
{
    Session &session = createSession(request);
    Net::HttpHeaders headers = responseHeaders(request);
    if (m_config.cookie) {
        headers.append("Set-Cookie", setCookie(*m_config.cookie, session.sid()));
    }
    auto transport = std::make_unique<PollingTransport>(*this, &session);
    PollingTransport &polling = *transport;
    session.open(std::move(transport));
    polling.get(request, std::move(responder), std::move(headers));
    session.announce();
    if (session.isOpen()) {
        m_followUps.add(session);
    }
}

void Server::openWebSocket(Net::HttpRequest request, Net::HttpResponder responder)
{
    auto socket = acceptWebSocket(request, responder);
    if (!socket) {
        return;
    }
    Session &session = createSession(request);
    auto transport = std::make_unique<WebSocketTransport>(*this, &session, std::move(socket));
    transport->start();
    session.open(std::move(transport));
    session.announce();
}

void Server::upgrade(Session &session, Net::HttpRequest request, Net::HttpResponder responder)
{
    auto socket = acceptWebSocket(request, responder);
    if (!socket) {
        return;
    }
    if (session.mayUpgrade()) {
        m_followUps.follow(session);
        session.startUpgrade(
            std::make_unique<WebSocketTransport>(*this, &session, std::move(socket)));
        return;
    }
    // Upgraded, upgrading, or too often: the session goes on as it is.
    m_reactor.counters().add(Counter::UpgradeFailed);
    auto transport = std::make_unique<WebSocketTransport>(*this, nullptr, std::move(socket));
    transport->start();
    dismiss(std::move(transport), CloseReason::ForcedClose);
}

std::unique_ptr<Net::WebSocket> Server::acceptWebSocket(
    const Net::HttpRequest &request, Net::HttpResponder &responder)
{
    if (const auto error = Net::WebSocketHandshake::check(request)) {
        responder.send(Net::WebSocketHandshake::refusal(*error));
        return nullptr;
    }
    return responder.upgrade();
}

void Server::refuse(const Net::HttpRequest &request, Net::HttpResponder &responder, Error error,
    QByteArrayView message)
{
    const QByteArrayView words = message.isEmpty() ? QByteArrayView(text(error)) : message;
    Net::HttpResponse response = answer(error, kindOf(request), words);
    qCDebug(lcEngineIo) << "refused:" << text(error);
    recordRefused(m_tap, request, error, response.status, words);
    if (m_refused) {
        m_refused(request, error, words);
    }
    Net::Cors::addHeaders(response.headers, m_config.cors, request);
    responder.send(std::move(response));
}

void Server::refuseHandshake(const Net::HttpRequest &request, Net::HttpResponder &responder,
    Error error, QByteArrayView message)
{
    m_reactor.counters().add(Counter::HandshakeRefused);
    refuse(request, responder, error, message);
}

Net::HttpHeaders Server::responseHeaders(const Net::HttpRequest &request) const
{
    Net::HttpHeaders headers;
    headers.append("Cache-Control", "no-store");
    Net::Cors::addHeaders(headers, m_config.cors, request);
    return headers;
}

Session *Server::session(const Sid &sid) const
{
    return m_sessions.value(sid);
}

Session *Server::session(quint32 serial) const
{
    const auto it = m_owned.find(serial);
    return it == m_owned.end() ? nullptr : it->second.get();
}

void Server::forEachSession(const std::function<void(Session &)> &visit) const
{
    for (auto it = m_owned.begin(); it != m_owned.end();) {
        const quint32 serial = it->first;
        visit(*it->second);
        it = m_owned.upper_bound(serial);
    }
}

Session &Server::createSession(const Net::HttpRequest &request)
{
    Handshake handshake;
    handshake.headers = HeaderBlock(request.headers);
    handshake.target = request.target;
    handshake.address = request.peerAddress;
    handshake.issued = m_reactor.clock().wall();
    handshake.secure = request.secure;
    handshake.crossOrigin = request.headers.contains("origin");
    auto session = std::make_unique<Session>(*this, ++m_lastSerial, std::move(handshake));
    Session &created = *session;
    m_sessions.insert(created.sid(), &created);
    m_owned.emplace(created.serial(), std::move(session));
    return created;
}

QByteArray Server::openPacket(const Session &session) const
{
    const bool upgradable = session.via() == Traffic::Via::Polling && m_config.allowUpgrades
        && m_config.webSocketTransport;
    return EngineIo::openPacket(m_config, session.sid(), upgradable);
}

void Server::close(Session &session, CloseReason reason, QByteArrayView description)
{
    if (session.m_state == Session::State::Closed) {
        return;
    }
    auto *polling = session.m_via == Traffic::Via::Polling
        ? static_cast<PollingTransport *>(session.m_transport.get())
        : nullptr;
    if (reason == CloseReason::ForcedClose && polling && !polling->hasPoll()) {
        reason = CloseReason::ForcedServerClose;
    }
    if (reason == CloseReason::SlowConsumer) {
        m_reactor.counters().add(Counter::SlowConsumer);
    }
    qCDebug(lcEngineIo) << "session" << session.serial() << text(reason) << description;
    recordClosed(m_tap, session, reason, description);
    m_followUps.forget(session);
    m_sessions.remove(session.sid());
    auto owned = m_owned.extract(session.serial());
    auto [transport, probe] = session.end(reason);
    if (probe) {
        dismiss(std::move(probe), reason);
    }
    dismiss(std::move(transport), reason);
    if (polling && !polling->isFinished()) {
        m_goodbyes.insert(session.sid(), polling);
        polling->keepGoodbyeFor(session.sid());
    }
    // The handler may be in a call of ours: it lives until the turn ends, as the session does.
    if (session.m_handler) {
        session.m_handler->closed(reason, description);
    }
    m_reactor.bury(std::move(owned.mapped()));
}

void Server::closeAll(CloseReason reason)
{
    m_isShuttingDown = true;
    while (!m_owned.empty()) {
        close(*m_owned.begin()->second, reason, {});
    }
}

void Server::dismiss(std::unique_ptr<Transport> transport, CloseReason reason)
{
    transport->leave(reason);
    if (transport->isFinished()) {
        m_reactor.bury(std::move(transport));
    } else {
        Transport *leaving = transport.get();
        m_leaving.emplace(leaving, std::move(transport));
    }
}

void Server::transportFinished(Transport &transport)
{
    if (auto node = m_leaving.extract(&transport)) {
        m_reactor.bury(std::move(node.mapped()));
    }
}

void Server::goodbyeFinished(Transport &transport, const Sid &sid)
{
    m_goodbyes.remove(sid);
    transportFinished(transport);
}

void Server::trimQueuesSoon()
{
    if (!m_trimTimer.isActive()) {
        m_trimTimer.start(m_reactor.timers(), {});
    }
}

void Server::trimQueues()
{
    // What a send has counted may have left since.
    std::vector<std::pair<qsizetype, quint32>> queues;
    for (const auto &[serial, session] : m_owned) {
        session->accountQueue();
        queues.emplace_back(session->m_accounted, serial);
    }
    const qsizetype limit = m_config.limits.sendQueuesTogether;
    if (m_queuedTogether <= limit) {
        return;
    }
    // Some way below the limit, or the next send would bring us back here.
    const qsizetype enough = limit - limit / 8;
    std::sort(queues.begin(), queues.end(), std::greater());
    for (auto it = queues.cbegin(); it != queues.cend() && m_queuedTogether > enough; ++it) {
        if (Session *session = this->session(it->second)) {
            close(*session, CloseReason::SlowConsumer, {});
        }
    }
}

} // namespace Switchboard::EngineIo
