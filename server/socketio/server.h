// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/serverconfig.h"
#include "engineio/handler.h"
#include "net/reactor.h"
#include "socketio/client.h"
#include "socketio/decoder.h"
#include "socketio/namespace.h"
#include "socketio/parentnamespace.h"
#include "traffic/tap.h"

#include <QByteArray>
#include <QHash>
#include <QRegularExpression>

#include <functional>
#include <memory>
#include <vector>

namespace Switchboard::SocketIo {

/**
 * Socket.IO protocol 5 on top of Engine.IO: namespaces, and the clients that join them.
 *
 *     io.of("/chat").onConnection([](Socket &socket) {
 *         socket.on("msg", [](Socket &socket, const Event &event) {
 *             socket.to("room").emit("msg", event.args());
 *             event.ack(Args{"ok"});
 *         });
 *     });
 *
 * Thread: engine thread. Outlived by reactor, config and tap; outlives the sessions.
 */
class Server final : public EngineIo::Handler
{
public:
    Server(Net::Reactor &reactor, const ServerConfig &config, Traffic::Tap &tap,
        AdapterFactory adapterFactory);
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)

    std::unique_ptr<EngineIo::SessionHandler> opened(EngineIo::Session &session) override;

    /** The namespace called @p name (a missing slash is added), made when it is new. */
    Namespace &of(QByteArrayView name);
    /** Namespaces whose whole name matches @p pattern. */
    ParentNamespace &of(const QRegularExpression &pattern);
    ParentNamespace &of(ParentNamespace::Matcher matches);

    /** "/"; the methods below are short for its own. */
    Namespace &root() { return *m_root; }

    void use(ConnectMiddleware middleware) { m_root->use(std::move(middleware)); }

    void onConnection(ConnectionHandler handler) { m_root->onConnection(std::move(handler)); }

    void on(QByteArrayView event, EventHandler handler) { m_root->on(event, std::move(handler)); }

    BroadcastOperator to(QByteArrayView room) { return m_root->to(room); }

    BroadcastOperator in(QByteArrayView room) { return m_root->to(room); }

    BroadcastOperator except(QByteArrayView room) { return m_root->except(room); }

    BroadcastOperator asVolatile() { return m_root->asVolatile(); }

    BroadcastOperator local() { return m_root->local(); }

    BroadcastOperator timeout(std::chrono::milliseconds time) { return m_root->timeout(time); }

    int emit(QByteArrayView event, const ArgsView &args = {}) { return m_root->emit(event, args); }

    int send(const ArgsView &args) { return m_root->send(args); }

    /** Called for each namespace made from now on, before it has clients. */
    void onNewNamespace(std::function<void(Namespace &)> handler);

    /** Rules for all namespaces; they replace those before. */
    void setReactions(std::shared_ptr<const Reactions> reactions);

    /** Existing namespace, or nullptr. */
    Namespace *find(QByteArrayView name) const;
    void forEachNamespace(const std::function<void(Namespace &)> &visit) const;

    /** By the serial number of its session, or nullptr. */
    Client *client(quint32 serial) const { return m_clients.value(serial); }

    int clientCount() const { return static_cast<int>(m_clients.size()); }

    void forEachClient(const std::function<void(Client &)> &visit) const;

    /** Ends every session with "server shutting down". */
    void close();

    const ServerConfig &config() const { return m_config; }

    Net::Reactor &reactor() const { return m_reactor; }

    Traffic::Tap &tap() const { return m_tap; }

    const DecodeLimits &decodeLimits() const { return m_decodeLimits; }

    /** An empty buffer to encode a packet in; valid until the next call. */
    QByteArray &encodeBuffer();

private:
    friend class Client;
    friend class Namespace;

    /** The namespace a client may ask for, made now if a parent matches; null with a reason. */
    Namespace *resolve(QByteArrayView name, QByteArrayView auth, ConnectError &refusal);
    Namespace &create(QByteArray name, NamespaceSetup setup, ParentNamespace *parent);
    void childEmptied(Namespace &nsp);
    void dropEmptyChildren();
    void drop(Namespace &nsp);

    std::unique_ptr<Adapter> makeAdapter(Namespace &nsp) const { return m_adapterFactory(nsp); }

    Net::Reactor &m_reactor;
    const ServerConfig &m_config;
    Traffic::Tap &m_tap;
    AdapterFactory m_adapterFactory;
    DecodeLimits m_decodeLimits;
    QByteArray m_encodeBuffer;
    QHash<QByteArray, Namespace *> m_byName;
    std::vector<std::unique_ptr<Namespace>> m_namespaces;
    std::vector<std::unique_ptr<ParentNamespace>> m_parents;
    std::unique_ptr<ParentNamespace> m_catchAll; // acceptAnyNamespace; asked last
    QHash<quint32, Client *> m_clients;
    std::vector<std::function<void(Namespace &)>> m_newNamespaceHandlers;
    std::shared_ptr<const Reactions> m_reactions;
    int m_childCount = 0;
    Namespace *m_root;
};

} // namespace Switchboard::SocketIo
