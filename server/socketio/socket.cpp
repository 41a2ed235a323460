// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/socket.h"

#include "core/logging.h"
#include "socketio/client.h"
#include "socketio/decoder.h"
#include "socketio/encoder.h"
#include "socketio/namespace.h"
#include "socketio/records.h"
#include "socketio/server.h"

namespace Switchboard::SocketIo {

/** Made when the first handler is registered: most sockets live on what their namespace offers. */
struct SocketListeners
{
    ListenerList<EventHandler> events;
    ListenerList<EventHandler> any;
    ListenerList<OutgoingHandler> anyOutgoing;
    ListenerList<ErrorHandler> errors;
    ListenerList<DisconnectHandler> disconnecting;
    ListenerList<DisconnectHandler> disconnected;
    std::vector<std::shared_ptr<const EventMiddleware>> middlewares;
};

Socket::Socket(Client &client, Namespace &nsp, QByteArrayView auth)
    : m_nsp(nsp)
    , m_client(&client)
    , m_session(&client.session())
    , m_serial(client.session().serial())
    , m_auth(auth.toByteArray())
{ }

Socket::~Socket() = default;

SocketListeners &Socket::listeners()
{
    if (!m_listeners) {
        m_listeners = std::make_unique<SocketListeners>();
    }
    return *m_listeners;
}

Handshake Socket::handshake() const
{
    if (!m_session) {
        return {};
    }
    const EngineIo::Handshake &asked = m_session->handshake();
    return {
        .headers = asked.headers,
        .address = asked.address,
        .url = asked.target,
        .auth = m_auth,
        .issued = asked.issued,
        .secure = asked.secure,
        .crossOrigin = asked.crossOrigin,
    };
}

ListenerId Socket::on(QByteArrayView event, EventHandler handler)
{
    return listeners().events.add(event, std::move(handler));
}

void Socket::off(QByteArrayView event)
{
    listeners().events.removeAll(event);
}

void Socket::off(ListenerId listener)
{
    listeners().events.remove(listener);
}

ListenerId Socket::onAny(EventHandler handler)
{
    return listeners().any.add({}, std::move(handler));
}

ListenerId Socket::prependAny(EventHandler handler)
{
    return listeners().any.add({}, std::move(handler), true);
}

void Socket::offAny(ListenerId listener)
{
    listeners().any.remove(listener);
}

void Socket::offAny()
{
    listeners().any.removeAll({});
}

ListenerId Socket::onAnyOutgoing(OutgoingHandler handler)
{
    return listeners().anyOutgoing.add({}, std::move(handler));
}

void Socket::offAnyOutgoing(ListenerId listener)
{
    listeners().anyOutgoing.remove(listener);
}

void Socket::use(EventMiddleware middleware)
{
    listeners().middlewares.push_back(std::make_shared<EventMiddleware>(std::move(middleware)));
}

ListenerId Socket::onError(ErrorHandler handler)
{
    return listeners().errors.add({}, std::move(handler));
}

ListenerId Socket::onDisconnecting(DisconnectHandler handler)
{
    return listeners().disconnecting.add({}, std::move(handler));
}

ListenerId Socket::onDisconnect(DisconnectHandler handler)
{
    return listeners().disconnected.add({}, std::move(handler));
}

bool Socket::emit(QByteArrayView event, const ArgsView &args, AckHandler ack)
{
    return DirectOperator(*this).emit(event, args, std::move(ack));
}

DirectOperator Socket::asVolatile()
{
    return DirectOperator(*this).asVolatile();
}

DirectOperator Socket::compress(bool on)
{
    return DirectOperator(*this).compress(on);
}

DirectOperator Socket::timeout(std::chrono::milliseconds time)
{
    return DirectOperator(*this).timeout(time);
}

BroadcastOperator Socket::to(QByteArrayView room)
{
    return broadcast().to(room);
}

BroadcastOperator Socket::to(const QByteArrayList &rooms)
{
    return broadcast().to(rooms);
}

BroadcastOperator Socket::except(QByteArrayView room)
{
    return broadcast().except(room);
}

BroadcastOperator Socket::broadcast()
{
    return BroadcastOperator(m_nsp, this);
}

BroadcastOperator Socket::local()
{
    return broadcast().local();
}

bool Socket::join(QByteArrayView room)
{
    return join(QByteArrayList{room.toByteArray()});
}

bool Socket::join(const QByteArrayList &rooms)
{
    return isConnected() && m_nsp.adapter().addAll(*this, rooms);
}

void Socket::leave(QByteArrayView room)
{
    if (isConnected()) {
        m_nsp.adapter().del(*this, room);
    }
}

QByteArrayList Socket::rooms() const
{
    return m_nsp.adapter().socketRooms(*this);
}

bool Socket::isWritable() const
{
    return isConnected() && m_session->isWritable();
}

Traffic::Via Socket::via() const
{
    return m_session ? m_session->via() : Traffic::Via::None;
}

bool Socket::emitDirect(Outgoing &outgoing, std::chrono::milliseconds timeout, AckHandler ack)
{
    Server &server = m_nsp.server();
    if (!isConnected() || !mayEmit(server.config(), outgoing.event(), outgoing.args())) {
        return false;
    }
    if (outgoing.flags().isVolatile && !isWritable()) {
        server.reactor().counters().add(Counter::VolatileDropped);
        return false;
    }
    if (ack) {
        outgoing.setAckId(m_nsp.nextAckId());
        if (!expectAck(outgoing.ackId(), timeout, std::move(ack))) {
            return false;
        }
    }
    Traffic::Tap &tap = server.tap();
    ++tap.totals.eventsOut;
    ++tap.totals.emits;
    if (tap.isOn()) {
        const QByteArray target = '@' + m_id.toByteArray();
        QByteArray storage;
        auto record = recordOf(*this, Traffic::Kind::Out);
        record.flags = recordFlags(outgoing);
        record.ackId = outgoing.ackId();
        record.count = 1;
        record.event = outgoing.event();
        record.target = target;
        addBody(record, outgoing.args(), storage);
        tap.record(record);
    }
    deliver(outgoing);
    return true;
}

bool Socket::expectAck(qint64 id, std::chrono::milliseconds timeout, AckHandler handler)
{
    Server &server = m_nsp.server();
    if (m_acks.size() >= server.config().limits.acksPerSocket) {
        server.reactor().counters().add(Counter::AckLimit);
        return false;
    }
    m_acks.add(id, server.reactor().timers(), timeout, std::move(handler));
    return true;
}

void Socket::deliver(const Outgoing &outgoing)
{
    if (m_listeners && !m_listeners->anyOutgoing.isEmpty()) {
        m_listeners->anyOutgoing.call({}, *this, outgoing.event(), outgoing.args());
    }
    if (isConnected()) {
        m_session->send(outgoing.packet(), outgoing.flags().compress);
    }
}

bool Socket::sendAck(qint64 id, const ArgsView &args)
{
    Server &server = m_nsp.server();
    if (!isConnected() || !maySend(server.config(), args)) {
        return false;
    }
    Traffic::Tap &tap = server.tap();
    if (tap.isOn()) {
        QByteArray storage;
        auto record = recordOf(*this, Traffic::Kind::AckOut);
        record.ackId = id;
        addBody(record, args, storage);
        tap.record(record);
    }
    QByteArray &text = server.encodeBuffer();
    appendAck(text, m_nsp.name(), id, args);
    m_session->send(EngineIo::EncodedPacket::message(text, args.attachments));
    return true;
}

void Socket::inject(QByteArrayView event, const ArgsView &args)
{
    if (!isConnected() || isReservedEvent(event)) {
        return;
    }
    // Through the encoder and back, so that it passes exactly what a client's event passes.
    QByteArray text;
    appendEvent(text, "/", -1, event, args);
    const auto packet = decode(text, m_nsp.server().decodeLimits());
    if (packet) {
        receive(*packet, args.attachments, Traffic::Replay);
    }
}

void Socket::receive(
    const Packet &packet, std::span<const QByteArray> attachments, quint8 recordFlags)
{
    const Event event(*this, packet, attachments);
    Traffic::Tap &tap = m_nsp.server().tap();
    ++tap.totals.eventsIn;
    if (tap.isOn()) {
        QByteArray storage;
        auto record = recordOf(*this, Traffic::Kind::In);
        record.flags
            = static_cast<quint8>(recordFlags | (event.wantsAck() ? Traffic::AckAsked : 0));
        record.ackId = packet.ackId;
        record.event = packet.event;
        addBody(record, event.args(), storage);
        tap.record(record);
    }
    if (m_listeners && !dispatch(event)) {
        return;
    }
    if (isConnected()) {
        m_nsp.dispatch(*this, event);
    }
}

bool Socket::dispatch(const Event &event)
{
    m_listeners->any.call({}, *this, event);
    const auto middlewares = m_listeners->middlewares;
    for (const auto &middleware : middlewares) {
        if (const auto refusal = (*middleware)(*this, event)) {
            m_listeners->errors.call({}, *this, QByteArrayView(*refusal));
            return false;
        }
    }
    if (isConnected()) {
        m_listeners->events.call(event.name(), *this, event);
    }
    return true;
}

void Socket::receiveAck(const Packet &packet, std::span<const QByteArray> attachments)
{
    Traffic::Tap &tap = m_nsp.server().tap();
    const ArgsView args{packet.payload, attachments};
    if (tap.isOn()) {
        QByteArray storage;
        auto record = recordOf(*this, Traffic::Kind::AckIn);
        record.ackId = packet.ackId;
        addBody(record, args, storage);
        tap.record(record);
    }
    if (!m_acks.answer(packet.ackId, args)) {
        qCDebug(lcSocketIo) << "ack nobody waits for" << packet.ackId;
    }
}

void Socket::disconnect(bool close)
{
    if (!isConnected()) {
        return;
    }
    if (close) {
        m_client->disconnect();
        return;
    }
    QByteArray &text = m_nsp.server().encodeBuffer();
    appendDisconnect(text, m_nsp.name());
    m_session->send(EngineIo::EncodedPacket::message(text));
    leaveNamespace("server namespace disconnect", {});
}

void Socket::leaveNamespace(QByteArrayView reason, QByteArrayView description)
{
    if (m_state == State::Connecting) {
        m_state = State::Gone;
        m_nsp.remove(*this);
        m_client->release(*this);
        return;
    }
    if (m_state != State::Connected) {
        return;
    }
    m_state = State::Leaving;
    if (m_listeners) {
        m_listeners->disconnecting.call({}, *this, reason, description);
    }
    Traffic::Tap &tap = m_nsp.server().tap();
    if (tap.isOn()) {
        auto record = recordOf(*this, Traffic::Kind::Disconnect);
        record.payload = reason;
        tap.record(record);
    }
    m_nsp.adapter().delAll(*this);
    m_nsp.remove(*this);
    m_state = State::Gone;
    if (m_client) {
        m_client->release(*this);
    }
    m_acks.abandon();
    if (m_listeners) {
        m_listeners->disconnected.call({}, *this, reason, description);
    }
    m_session = nullptr;
}

} // namespace Switchboard::SocketIo
