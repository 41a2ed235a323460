// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/reactor.h"
#include "socketio/adapter.h"
#include "socketio/broadcastoperator.h"
#include "socketio/middleware.h"
#include "socketio/reactions.h"
#include "socketio/socket.h"

#include <QByteArray>
#include <QHash>

#include <functional>
#include <memory>
#include <vector>

namespace Switchboard::SocketIo {

using ConnectionHandler = std::function<void(Socket &)>;

/** A change of who is in which room. */
struct RoomEvent
{
    enum class Kind : quint8 { Created, Joined, Left, Deleted };

    Kind kind = Kind::Created;
    QByteArrayView room;
    /** Null for Created and Deleted. */
    const Socket *socket = nullptr;
};

/** What a namespace does with its clients; children take over a copy of their parent's. */
struct NamespaceSetup
{
    void use(ConnectMiddleware middleware);
    void onConnection(ConnectionHandler handler);
    void on(QByteArrayView event, EventHandler handler);

    std::vector<std::shared_ptr<const ConnectMiddleware>> middlewares;
    std::vector<std::shared_ptr<const ConnectionHandler>> connectionHandlers;
    QHash<QByteArray, std::vector<std::shared_ptr<const EventHandler>>> eventHandlers;
};

/**
 * A set of sockets with handlers, middlewares and rooms of its own, on a shared connection.
 *
 * Thread: engine thread. Owned by Server; one made from a ParentNamespace may be freed when empty
 * (at the end of the turn), all others live as long as the server.
 * Protocol: Socket.IO v5, "Namespaces".
 */
class Namespace final : public Net::Mortal
{
public:
    Namespace(Server &server, QByteArray name, NamespaceSetup setup, bool isChild);
    ~Namespace() override;
    Q_DISABLE_COPY_MOVE(Namespace)

    const QByteArray &name() const { return m_name; }

    Server &server() const { return m_server; }

    Adapter &adapter() const { return *m_adapter; }

    /** Made from a ParentNamespace. */
    bool isChild() const { return m_isChild; }

    /** Runs for every client that asks to join, in order of registration. */
    void use(ConnectMiddleware middleware);
    void onConnection(ConnectionHandler handler);
    /** A handler for every socket of the namespace, stored once; runs after the socket's own. */
    void on(QByteArrayView event, EventHandler handler);
    void onRoomEvent(std::function<void(const RoomEvent &)> observer);

    BroadcastOperator to(QByteArrayView room);
    BroadcastOperator to(const QByteArrayList &rooms);

    BroadcastOperator in(QByteArrayView room) { return to(room); }

    BroadcastOperator except(QByteArrayView room);
    BroadcastOperator asVolatile();
    BroadcastOperator compress(bool on);
    BroadcastOperator local();
    BroadcastOperator timeout(std::chrono::milliseconds time);
    int emit(QByteArrayView event, const ArgsView &args = {});

    int send(const ArgsView &args) { return emit("message", args); }

    void fetchSockets(std::function<void(const QList<SocketInfo> &)> done);
    void socketsJoin(const QByteArrayList &rooms);
    void socketsLeave(const QByteArrayList &rooms);
    void disconnectSockets(bool close = false);

    /** The connected socket with that id, or nullptr. */
    Socket *socket(const Sid &id) const { return m_byId.value(id); }

    int socketCount() const { return static_cast<int>(m_sockets.size()); }

    /** Connected sockets in no particular order; a loan until the next call that may change it. */
    const std::vector<Socket *> &sockets() const { return m_sockets; }

    /** Ids come from one counter, shared by all its sockets. */
    qint64 nextAckId() { return m_nextAckId++; }

    /** For adapters: tells the traffic and the observer. */
    void roomChanged(const RoomEvent &event);

private:
    friend class Client;
    friend class Next;
    friend class Server;
    friend class Socket;

    void admit(Socket &socket);
    void runMiddleware(Socket &socket);
    void continueConnect(const Sid &id, std::size_t step, const std::optional<ConnectError> &error);
    void connected(Socket &socket);
    void remove(Socket &socket);
    void dispatch(Socket &socket, const Event &event);

    bool isUnused() const { return m_sockets.empty() && m_connecting.isEmpty(); }

    Server &m_server;
    QByteArray m_name;
    NamespaceSetup m_setup;
    ReactionIndex m_reactions;
    std::vector<Socket *> m_sockets;
    QHash<Sid, Socket *> m_byId;
    QHash<Sid, Socket *> m_connecting; // in the middlewares' hands
    std::function<void(const RoomEvent &)> m_roomObserver;
    qint64 m_nextAckId = 0;
    bool m_isChild;
    std::unique_ptr<Adapter> m_adapter;
};

} // namespace Switchboard::SocketIo
