// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/sid.h"
#include "engineio/session.h"
#include "net/reactor.h"
#include "socketio/acktable.h"
#include "socketio/adapter.h"
#include "socketio/broadcastoperator.h"
#include "socketio/directoperator.h"
#include "socketio/event.h"
#include "socketio/handshake.h"
#include "socketio/listeners.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Switchboard::SocketIo {

class Client;
struct SocketListeners;

using EventHandler = std::function<void(Socket &, const Event &)>;
using OutgoingHandler = std::function<void(Socket &, QByteArrayView event, const ArgsView &args)>;
/** A sentence refuses the event: no handler sees it, error handlers get the sentence. */
using EventMiddleware = std::function<std::optional<QByteArray>(Socket &, const Event &)>;
using ErrorHandler = std::function<void(Socket &, QByteArrayView message)>;
/** @param reason one of the protocol's texts, such as "transport close" */
using DisconnectHandler
    = std::function<void(Socket &, QByteArrayView reason, QByteArrayView description)>;

/**
 * One client in one namespace: what handlers talk to.
 *
 * Thread: engine thread. Owned by its Client. Once it has disconnected every call is a harmless
 * no-op, and the object goes at the end of the reactor's turn, so a handler may finish after it
 * has ended the connection. Code that comes back later keeps id() and asks Namespace::socket().
 */
class Socket final : public Net::Mortal
{
public:
    Socket(Client &client, Namespace &nsp, QByteArrayView auth);
    ~Socket() override;
    Q_DISABLE_COPY_MOVE(Socket)

    /** Public, unlike the id of the session below. */
    const Sid &id() const { return m_id; }

    Namespace &nsp() const { return m_nsp; }

    bool isConnected() const { return m_state == State::Connected; }

    /** Serial number of the client, as the traffic calls it. */
    quint32 client() const { return m_serial; }

    /** Since 1970. */
    std::chrono::microseconds connectedAt() const { return m_connectedAt; }

    /** Empty after the client has gone. */
    Handshake handshake() const;

    /** The JSON object of CONNECT, or empty. */
    const QByteArray &auth() const { return m_auth; }

    /** Free for the program: JSON, or empty. */
    const QByteArray &data() const { return m_data; }

    void setData(QByteArray json) { m_data = std::move(json); }

    ListenerId on(QByteArrayView event, EventHandler handler);
    void off(QByteArrayView event);
    void off(ListenerId listener);
    ListenerId onAny(EventHandler handler);
    ListenerId prependAny(EventHandler handler);
    void offAny(ListenerId listener);
    void offAny();
    /** Sees what is emitted to this socket, acks excepted. */
    ListenerId onAnyOutgoing(OutgoingHandler handler);
    void offAnyOutgoing(ListenerId listener);
    void use(EventMiddleware middleware);
    ListenerId onError(ErrorHandler handler);
    /** Rooms are still there. */
    ListenerId onDisconnecting(DisconnectHandler handler);
    ListenerId onDisconnect(DisconnectHandler handler);

    /** False: not connected, a reserved name, too many attachments, or too many acks owed (L34). */
    bool emit(QByteArrayView event, const ArgsView &args = {}, AckHandler ack = {});

    bool send(const ArgsView &args) { return emit("message", args); }

    DirectOperator asVolatile();
    DirectOperator compress(bool on);
    DirectOperator timeout(std::chrono::milliseconds time);

    /** Everyone there but this socket. */
    BroadcastOperator to(QByteArrayView room);
    BroadcastOperator to(const QByteArrayList &rooms);

    BroadcastOperator in(QByteArrayView room) { return to(room); }

    BroadcastOperator except(QByteArrayView room);
    BroadcastOperator broadcast();
    BroadcastOperator local();

    /** False when a limit (L30) was in the way. */
    bool join(QByteArrayView room);
    bool join(const QByteArrayList &rooms);
    void leave(QByteArrayView room);
    QByteArrayList rooms() const;

    /** Leaves the namespace; with @p close all of them, and the connection ends. */
    void disconnect(bool close = false);

    /** Lets an event happen as if the client had sent it; its record says Replay. */
    void inject(QByteArrayView event, const ArgsView &args);

    /** False when a volatile packet would be dropped. */
    bool isWritable() const;
    Traffic::Via via() const;

    /** For adapters: hands over what a broadcast brings. */
    void deliver(const Outgoing &outgoing);
    /** For adapters: false when the client owes too many acks already (L34). */
    bool expectAck(qint64 id, std::chrono::milliseconds timeout, AckHandler handler);

    AdapterSlot &adapterSlot() { return m_adapterSlot; }

    const AdapterSlot &adapterSlot() const { return m_adapterSlot; }

private:
    friend class Ack;
    friend class Client;
    friend class DirectOperator;
    friend class Event;
    friend class Namespace;

    enum class State : quint8 { Connecting, Connected, Leaving, Gone };

    bool emitDirect(Outgoing &outgoing, std::chrono::milliseconds timeout, AckHandler ack);
    bool sendAck(qint64 id, const ArgsView &args);
    SocketListeners &listeners();

    void receive(const Packet &packet, std::span<const QByteArray> attachments, quint8 recordFlags);
    bool dispatch(const Event &event);
    void receiveAck(const Packet &packet, std::span<const QByteArray> attachments);
    void leaveNamespace(QByteArrayView reason, QByteArrayView description);

    Namespace &m_nsp;
    Client *m_client;
    EngineIo::Session *m_session;
    Sid m_id = Sid::generate();
    State m_state = State::Connecting;
    quint32 m_serial;
    quint32 m_index = 0; // in the namespace's list
    quint32 m_step = 0; // of the connect middlewares
    std::chrono::microseconds m_connectedAt{0};
    QByteArray m_auth;
    QByteArray m_data;
    AdapterSlot m_adapterSlot;
    AckTable m_acks;
    std::unique_ptr<SocketListeners> m_listeners;
};

} // namespace Switchboard::SocketIo
