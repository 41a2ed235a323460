// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/namespace.h"

#include "socketio/client.h"
#include "socketio/encoder.h"
#include "socketio/records.h"
#include "socketio/server.h"

namespace Switchboard::SocketIo {

void NamespaceSetup::use(ConnectMiddleware middleware)
{
    middlewares.push_back(std::make_shared<ConnectMiddleware>(std::move(middleware)));
}

void NamespaceSetup::onConnection(ConnectionHandler handler)
{
    connectionHandlers.push_back(std::make_shared<ConnectionHandler>(std::move(handler)));
}

void NamespaceSetup::on(QByteArrayView event, EventHandler handler)
{
    eventHandlers[event.toByteArray()].push_back(
        std::make_shared<EventHandler>(std::move(handler)));
}

Namespace::Namespace(Server &server, QByteArray name, NamespaceSetup setup, bool isChild)
    : m_server(server)
    , m_name(std::move(name))
    , m_setup(std::move(setup))
    , m_isChild(isChild)
    , m_adapter(server.makeAdapter(*this))
{ }

Namespace::~Namespace() = default;

void Namespace::use(ConnectMiddleware middleware)
{
    m_setup.use(std::move(middleware));
}

void Namespace::onConnection(ConnectionHandler handler)
{
    m_setup.onConnection(std::move(handler));
}

void Namespace::on(QByteArrayView event, EventHandler handler)
{
    m_setup.on(event, std::move(handler));
}

void Namespace::onRoomEvent(std::function<void(const RoomEvent &)> observer)
{
    m_roomObserver = std::move(observer);
}

BroadcastOperator Namespace::to(QByteArrayView room)
{
    return BroadcastOperator(*this).to(room);
}

BroadcastOperator Namespace::to(const QByteArrayList &rooms)
{
    return BroadcastOperator(*this).to(rooms);
}

BroadcastOperator Namespace::except(QByteArrayView room)
{
    return BroadcastOperator(*this).except(room);
}

BroadcastOperator Namespace::asVolatile()
{
    return BroadcastOperator(*this).asVolatile();
}

BroadcastOperator Namespace::compress(bool on)
{
    return BroadcastOperator(*this).compress(on);
}

BroadcastOperator Namespace::local()
{
    return BroadcastOperator(*this).local();
}

BroadcastOperator Namespace::timeout(std::chrono::milliseconds time)
{
    return BroadcastOperator(*this).timeout(time);
}

int Namespace::emit(QByteArrayView event, const ArgsView &args)
{
    return BroadcastOperator(*this).emit(event, args);
}

void Namespace::fetchSockets(std::function<void(const QList<SocketInfo> &)> done)
{
    BroadcastOperator(*this).fetchSockets(std::move(done));
}

void Namespace::socketsJoin(const QByteArrayList &rooms)
{
    BroadcastOperator(*this).socketsJoin(rooms);
}

void Namespace::socketsLeave(const QByteArrayList &rooms)
{
    BroadcastOperator(*this).socketsLeave(rooms);
}

void Namespace::disconnectSockets(bool close)
{
    BroadcastOperator(*this).disconnectSockets(close);
}

void Namespace::roomChanged(const RoomEvent &event)
{
    Traffic::Tap &tap = m_server.tap();
    if (event.socket && tap.isOn()) {
        const bool joined = event.kind == RoomEvent::Kind::Joined;
        auto record = recordOf(*event.socket, joined ? Traffic::Kind::Join : Traffic::Kind::Leave);
        record.target = event.room;
        tap.record(record);
    }
    if (m_roomObserver) {
        m_roomObserver(event);
    }
}

void Namespace::admit(Socket &socket)
{
    m_connecting.insert(socket.id(), &socket);
    runMiddleware(socket);
}

void Namespace::runMiddleware(Socket &socket)
{
    if (socket.m_step == m_setup.middlewares.size()) {
        connected(socket);
        return;
    }
    const auto middleware = m_setup.middlewares[socket.m_step];
    (*middleware)(socket, Next(m_server, m_name, socket.id(), socket.m_step));
}

void Namespace::continueConnect(
    const Sid &id, std::size_t step, const std::optional<ConnectError> &error)
{
    Socket *socket = m_connecting.value(id);
    if (!socket || socket->m_step != step) {
        return;
    }
    ++socket->m_step;
    if (!error) {
        runMiddleware(*socket);
        return;
    }
    socket->m_client->refuse(m_name, *error);
    socket->leaveNamespace({}, {});
}

void Namespace::connected(Socket &socket)
{
    m_connecting.remove(socket.id());
    socket.m_index = static_cast<quint32>(m_sockets.size());
    m_sockets.push_back(&socket);
    m_byId.insert(socket.id(), &socket);
    socket.m_state = Socket::State::Connected;
    socket.m_connectedAt = m_server.reactor().clock().wall();

    QByteArray &text = m_server.encodeBuffer();
    appendConnect(text, m_name, socket.id().view());
    const auto reply = EngineIo::EncodedPacket::message(text);
    Traffic::Tap &tap = m_server.tap();
    if (tap.isOn()) {
        const QByteArray known = R"({"sid":")" + socket.id().toByteArray() + R"("})";
        auto record = recordOf(socket, Traffic::Kind::Connect);
        record.target = socket.id().view();
        record.payload = known;
        tap.record(record);
    }
    socket.m_session->send(reply);

    const auto handlers = m_setup.connectionHandlers;
    for (const auto &handler : handlers) {
        (*handler)(socket);
    }
    if (socket.isConnected()) {
        m_reactions.runConnect(socket);
    }
}

void Namespace::remove(Socket &socket)
{
    m_connecting.remove(socket.id());
    if (m_byId.remove(socket.id())) {
        Socket *last = m_sockets.back();
        m_sockets[socket.m_index] = last;
        last->m_index = socket.m_index;
        m_sockets.pop_back();
    }
    if (m_isChild && isUnused()) {
        m_server.childEmptied(*this);
    }
}

void Namespace::dispatch(Socket &socket, const Event &event)
{
    if (!m_setup.eventHandlers.isEmpty()) {
        const auto name = event.name();
        const auto handlers
            = m_setup.eventHandlers.value(QByteArray::fromRawData(name.data(), name.size()));
        for (const auto &handler : handlers) {
            (*handler)(socket, event);
        }
    }
    if (!m_reactions.isEmpty() && socket.isConnected()) {
        m_reactions.run(socket, event);
    }
}

} // namespace Switchboard::SocketIo
