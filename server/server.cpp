// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "server.h"

#include "adapters/inmemoryadapter.h"
#include "core/logging.h"
#include "engineio/echohandler.h"
#include "engineio/server.h"
#include "net/httpserver.h"
#include "operator.h"
#include "portowner.h"
#include "problemlog.h"
#include "problemwatch.h"
#include "socketio/reactionfile.h"
#include "socketio/server.h"
#include "web/clientbundle.h"
#include "web/embeddedfolder.h"
#include "web/router.h"
#include "web/staticfolder.h"
#include "web/websocketecho.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>

namespace Switchboard {

using namespace std::chrono_literals;

namespace {

constexpr auto stopTime = 4'500ms; // T05 allows five seconds
constexpr auto stopCheck = 20ms;

/** Addresses that the configured @p host means; the first one must work. */
QList<QHostAddress> addressesOf(const QString &host)
{
    if (host == u"localhost" || host == u"127.0.0.1") {
        // Browsers may take localhost for either, and another program could sit on the other.
        return {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)};
    }
    const QHostAddress address(host);
    return address.isNull() ? QList<QHostAddress>() : QList<QHostAddress>{address};
}

ListenError listenError(const QString &host, quint16 port, const Net::ListenFailure &failure)
{
    using Reason = Net::ListenFailure::Reason;
    switch (failure.reason) {
    case Reason::PortTaken:
        return {ListenError::Reason::PortTaken, host, port, portOwner(port)};
    case Reason::Denied:
        return {ListenError::Reason::PortDenied, host, port, failure.detail};
    case Reason::AddressUnknown:
        return {ListenError::Reason::AddressUnknown, host, port, failure.detail};
    case Reason::Other:
        break;
    }
    return {ListenError::Reason::Other, host, port, failure.detail};
}

/** The stricter column of the limits table, wherever the operator has not said otherwise. */
void tighten(Limits &limits)
{
    const Limits local;
    const Limits lan = Limits::lan();
    const auto take = [&](auto member) {
        if (limits.*member == local.*member) {
            limits.*member = lan.*member;
        }
    };
    take(&Limits::connections);
    take(&Limits::connectionsPerAddress);
    take(&Limits::handshakesPerSecondPerAddress);
    take(&Limits::handshakesBurstPerAddress);
}

bool isName(const QString &text)
{
    return !text.isEmpty() && text.size() <= 64 && !text.startsWith(u'.')
        && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c < QChar(0x80)
                   && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.');
           });
}

} // namespace

QString ListenError::sentence() const
{
    const QString number = QString::number(port);
    switch (reason) {
    case Reason::PortTaken:
        return QString(u"Port " % number % u" is used by another program"
            % (detail.isEmpty() ? QString() : QString(u" (" % detail % u')'))
            % u". Stop it, or choose another port.");
    case Reason::PortDenied:
        return QString(u"Port " % number % u" needs administrator rights. Ports from 1024 do not.");
    case Reason::AddressUnknown:
        return QString(
            u"The address " % host % u" is not on this computer. Choose another address.");
    case Reason::Other:
        break;
    }
    return QString(u"Listening on " % host % u", port " % number % u", failed: " % detail % u'.');
}

/** Everything the engine is made of; what is used stands above its users. */
class Server::Private final : public Net::HttpHandler
{
public:
    Private(Server &server, ServerConfig serverConfig);

    qsizetype maxBody(const Net::HttpRequest &request) override;

    /** The door of the house: every request that the guard let through. */
    void handle(Net::HttpRequest request, Net::HttpResponder responder) override;

    void unshare(const QHostAddress &address);
    void closeRemoteClients();
    void finishStop();

    Server &q;
    ServerConfig config;
    const Limits ownLimits;
    std::unique_ptr<Net::Reactor> reactor = Net::Reactor::create();
    Traffic::Tap tap{reactor->clock()};
    ProblemLog problems;
    SocketIo::Server io;
    EngineIo::Server engine;
    ProblemWatch watch;
    Web::ClientBundle bundle;
    Web::OpenFiles openFiles;
    Web::Router router;

    EngineIo::EchoHandler echoHandler;
    ServerConfig echoConfig;
    std::unique_ptr<EngineIo::Server> engineEcho;
    std::unique_ptr<Web::WebSocketEcho> webSocketEcho;

    Net::HttpServer http;
    quint16 port = 0;
    QList<QHostAddress> shared;
    /** Shared once; connections that came in there may still be open. */
    QByteArrayList unshared;
    QTimer stopTimer;
    MonotonicTime stopDeadline{0};
};

Server::Private::Private(Server &server, ServerConfig serverConfig)
    : q(server)
    , config(std::move(serverConfig))
    , ownLimits(config.limits)
    , problems(reactor->clock(),
          [this](const char *id, const QStringList &arguments) {
              Q_EMIT q.problem(QLatin1StringView(id), arguments);
          })
    , io(*reactor, config, tap, SocketIo::InMemoryAdapter::factory())
    , engine(*reactor, config, io, tap)
    , watch(config, engine, tap, problems)
    , bundle(config.path)
    , http(*reactor, config, *this)
{
    if (config.serveClient) {
        router.addRoute([this](QByteArrayView path) { return bundle.serves(path); }, bundle);
    }
    router.addRoute([this](QByteArrayView path) { return engine.serves(path); }, engine);
    router.addDemo(
        "chat", std::make_unique<Web::EmbeddedFolder>(QStringLiteral("/switchboard/demos/chat")));
    router.setMissed([this](const Net::HttpRequest &request) { watch.missed(request); });
    http.setRefusalHook([this](const Net::HttpRequest &request, Net::GuardVerdict verdict) {
        watch.refused(request, verdict);
    });
    QObject::connect(&stopTimer, &QTimer::timeout, &q, [this] { finishStop(); });
}

qsizetype Server::Private::maxBody(const Net::HttpRequest &request)
{
    const qsizetype most = router.maxBody(request);
    watch.announced(request, most);
    return most;
}

void Server::Private::handle(Net::HttpRequest request, Net::HttpResponder responder)
{
    if (unshared.contains(request.localAddress)) {
        responder.abort();
        return;
    }
    watch.requested(request);
    router.handle(std::move(request), std::move(responder));
}

void Server::Private::unshare(const QHostAddress &address)
{
    http.closeListener(address);
    unshared.append(address.toString().toLatin1());
}

void Server::Private::closeRemoteClients()
{
    std::vector<EngineIo::Session *> remote;
    engine.forEachSession([&remote](EngineIo::Session &session) {
        if (!QHostAddress(QString::fromLatin1(session.handshake().address)).isLoopback()) {
            remote.push_back(&session);
        }
    });
    for (EngineIo::Session *session : remote) {
        session->close(EngineIo::CloseReason::ServerShuttingDown);
    }
}

void Server::Private::finishStop()
{
    http.closeIdleConnections();
    const bool allGone = reactor->connections().count() == 0;
    if (allGone || reactor->clock().now() >= stopDeadline) {
        stopTimer.stop();
        http.closeAllConnections();
        Q_EMIT q.stopped();
    }
}

Server::Server(ServerConfig config, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(config)))
{ }

Server::~Server() = default;

Result<int, QString> Server::setReactions(const QByteArray &json, const QString &fileName)
{
    auto rules = SocketIo::parseReactions(json);
    if (!rules) {
        return QString(fileName % u": " % rules.error().sentence());
    }
    const std::shared_ptr<const SocketIo::Reactions> reactions = rules.value();
    d->io.setReactions(reactions);
    for (const SocketIo::ReactionRule &rule : reactions->rules) {
        const bool isPattern = rule.nsp.contains('*') || rule.nsp.contains('?');
        if (!isPattern) {
            d->io.of(rule.nsp); // clients may join what is named
        }
    }
    return int(reactions->rules.size());
}

Result<bool, QString> Server::addFolder(const QString &name, const QString &folder)
{
    if (!isName(name)) {
        return QString(u"“" % name
            % u"” cannot be the name of a folder: use up to 64 letters, digits, '-', '_' and '.'.");
    }
    const QFileInfo info(folder);
    if (!info.isDir()) {
        return QString(u"The folder " % folder % u" is not there.");
    }
    if (!info.isReadable()) {
        return QString(u"The folder " % folder % u" may not be read.");
    }
    d->router.addDemo(name.toLatin1(),
        std::make_unique<Web::StaticFolder>(info.absoluteFilePath(), d->openFiles));
    return true;
}

void Server::enableWebSocketEcho(const QByteArray &path)
{
    d->webSocketEcho = std::make_unique<Web::WebSocketEcho>(*d->reactor, d->config);
    d->router.addRoute([path](QByteArrayView asked) { return asked == path; }, *d->webSocketEcho);
}

void Server::enableEngineEcho(const QByteArray &path)
{
    d->echoConfig = d->config;
    d->echoConfig.path = path;
    d->engineEcho
        = std::make_unique<EngineIo::Server>(*d->reactor, d->echoConfig, d->echoHandler, d->tap);
    d->router.addRoute(
        [this](QByteArrayView asked) { return d->engineEcho->serves(asked); }, *d->engineEcho);
}

Result<quint16, ListenError> Server::start()
{
    Q_ASSERT(!isListening());
    const QList<QHostAddress> addresses = addressesOf(d->config.host);
    if (addresses.isEmpty()) {
        return ListenError{ListenError::Reason::AddressUnknown, d->config.host, d->config.port, {}};
    }
    if (!addresses.first().isLoopback()) {
        tighten(d->config.limits);
    }
    const auto port = d->http.listen(addresses.first(), d->config.port);
    if (!port) {
        return listenError(d->config.host, d->config.port, port.error());
    }
    d->port = *port;
    for (const QHostAddress &second : addresses.sliced(1)) {
        const auto also = d->http.listen(second, d->port);
        if (!also && also.error().reason == Net::ListenFailure::Reason::PortTaken) {
            d->problems.report("localhost-taken",
                {second.toString(), QString::number(d->port), portOwner(d->port)});
        } else if (!also) {
            qCInfo(lcServer) << "not listening on" << second << ':' << also.error().detail;
        }
    }
    qCInfo(lcServer) << "listening on" << d->config.host << "port" << d->port;
    return d->port;
}

Result<bool, ListenError> Server::setSharedAddresses(const QStringList &addresses)
{
    QList<QHostAddress> wanted;
    for (const QString &text : addresses) {
        wanted.append(QHostAddress(text));
    }
    for (const QHostAddress &address : std::exchange(d->shared, {})) {
        if (wanted.contains(address)) {
            d->shared.append(address);
        } else {
            d->unshare(address);
        }
    }
    std::optional<ListenError> error;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (d->shared.contains(wanted[i])) {
            continue;
        }
        const auto listening = d->http.listen(wanted[i], d->port);
        if (listening) {
            d->shared.append(wanted[i]);
            d->unshared.removeAll(wanted[i].toString().toLatin1());
        } else if (!error) {
            error = listenError(addresses[i], d->port, listening.error());
        }
    }
    d->config.limits = d->ownLimits;
    if (!d->shared.isEmpty()) {
        tighten(d->config.limits);
    } else if (addressesOf(d->config.host).value(0).isLoopback()) {
        d->closeRemoteClients();
    }
    if (error) {
        return *error;
    }
    return true;
}

bool Server::isListening() const
{
    return d->http.isListening();
}

quint16 Server::port() const
{
    return d->port;
}

void Server::stop()
{
    if (d->stopTimer.isActive()) {
        return;
    }
    qCInfo(lcServer) << "stopping with" << d->engine.sessionCount() << "clients";
    d->http.closeListeners();
    d->engine.closeAll(EngineIo::CloseReason::ServerShuttingDown);
    if (d->engineEcho) {
        d->engineEcho->closeAll(EngineIo::CloseReason::ServerShuttingDown);
    }
    d->webSocketEcho.reset();
    d->stopDeadline = d->reactor->clock().now() + stopTime;
    d->stopTimer.start(stopCheck);
}

SocketIo::Server &Server::io()
{
    return d->io;
}

Traffic::Tap &Server::tap()
{
    return d->tap;
}

const ServerConfig &Server::config() const
{
    return d->config;
}

void Server::allowOrigin(const QByteArray &origin)
{
    if (!d->config.cors.origins.contains(origin)) {
        d->config.cors.origins.append(origin);
    }
}

Snapshot Server::snapshot() const
{
    Snapshot snapshot{.totals = d->tap.totals,
        .counters = d->reactor->counters(),
        .clients = int(d->engine.sessionCount()),
        .trafficDropped = d->tap.dropped()};
    d->engine.forEachSession([&snapshot](const EngineIo::Session &session) {
        const bool isWebSocket = session.via() == Traffic::Via::WebSocket;
        ++(isWebSocket ? snapshot.webSocket : snapshot.polling);
    });
    return snapshot;
}

QList<ClientInfo> Server::clients(int most) const
{
    return Operator::clients(d->engine, d->io, d->reactor->clock(), most);
}

std::optional<ClientInfo> Server::client(quint32 serial) const
{
    return Operator::client(d->engine, d->io, d->reactor->clock(), serial);
}

QList<NamespaceInfo> Server::namespaces() const
{
    return Operator::namespaces(d->io);
}

QList<quint32> Server::emitEvent(
    const EmitRequest &request, std::function<void(const AckAnswer &)> answers)
{
    return Operator::emitEvent(d->io, request, std::move(answers));
}

int Server::reach(const EmitTarget &target) const
{
    return Operator::reach(d->io, target);
}

bool Server::disconnectClient(quint32 serial, const QByteArray &nsp)
{
    SocketIo::Client *client = d->io.client(serial);
    if (client == nullptr) {
        return false;
    }
    if (nsp.isEmpty()) {
        client->disconnect();
        return true;
    }
    SocketIo::Socket *socket = client->socket(nsp);
    if (socket == nullptr) {
        return false;
    }
    socket->disconnect();
    return true;
}

bool Server::joinRoom(quint32 serial, const QByteArray &nsp, const QByteArray &room)
{
    SocketIo::Client *client = d->io.client(serial);
    SocketIo::Socket *socket = client != nullptr ? client->socket(nsp) : nullptr;
    return socket != nullptr && socket->join(room);
}

bool Server::leaveRoom(quint32 serial, const QByteArray &nsp, const QByteArray &room)
{
    SocketIo::Client *client = d->io.client(serial);
    SocketIo::Socket *socket = client != nullptr ? client->socket(nsp) : nullptr;
    if (socket == nullptr) {
        return false;
    }
    socket->leave(room);
    return true;
}

} // namespace Switchboard
