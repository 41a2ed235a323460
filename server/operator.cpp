// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "operator.h"

#include "engineio/server.h"
#include "socketio/server.h"

#include <algorithm>

namespace Switchboard::Operator {

namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;

MembershipInfo membership(const SocketIo::Socket &socket)
{
    return {.nsp = socket.nsp().name(),
        .socketId = socket.id().toByteArray(),
        .joinedAt = socket.connectedAt().count(),
        .rooms = socket.rooms(),
        .auth = socket.auth(),
        .data = socket.data()};
}

ClientInfo clientInfo(
    const EngineIo::Session &session, const SocketIo::Client *client, const Clock &clock)
{
    const EngineIo::Handshake &handshake = session.handshake();
    const EngineIo::Session::Usage &usage = session.counters();
    ClientInfo info{.serial = session.serial(),
        .sid = session.sid().toByteArray(),
        .address = handshake.address,
        .target = handshake.target,
        .headers = {},
        .via = session.via(),
        .upgrading = session.isUpgrading(),
        .openedAt = handshake.issued.count(),
        .lastActivity
        = (clock.wall() - duration_cast<microseconds>(clock.now() - session.lastActivity()))
              .count(),
        .roundTrip = session.roundTrip().count(),
        .messagesIn = usage.messagesIn,
        .messagesOut = usage.messagesOut,
        .bytesIn = usage.bytesIn,
        .bytesOut = usage.bytesOut,
        .queued = session.queuedBytes(),
        .memberships = {}};
    for (const Net::HttpHeader &field : handshake.headers.fields()) {
        info.headers.append({field.name, field.value});
    }
    if (client != nullptr) {
        client->forEachSocket([&info](const SocketIo::Socket &socket) {
            info.memberships.append(membership(socket));
        });
    }
    return info;
}

/** Ids of the sockets that the clients of @p serials have in @p nsp. */
QByteArrayList socketIds(
    const SocketIo::Server &io, const QByteArray &nsp, const QList<quint32> &serials)
{
    QByteArrayList ids;
    for (const quint32 serial : serials) {
        const SocketIo::Client *client = io.client(serial);
        const SocketIo::Socket *socket = client != nullptr ? client->socket(nsp) : nullptr;
        if (socket != nullptr) {
            ids.append(socket->id().toByteArray());
        }
    }
    return ids;
}

/** Nothing when the namespace is not there, or all clients named have left. */
std::optional<SocketIo::BroadcastOperator> broadcast(
    const SocketIo::Server &io, const EmitTarget &target)
{
    SocketIo::Namespace *nsp = io.find(target.nsp);
    if (nsp == nullptr) {
        return std::nullopt;
    }
    const QByteArrayList to = target.rooms + socketIds(io, target.nsp, target.clients);
    if (to.isEmpty() && !target.clients.isEmpty()) {
        return std::nullopt; // an empty list would mean everyone
    }
    SocketIo::BroadcastOperator broadcast(*nsp);
    broadcast.to(to)
        .except(target.exceptRooms)
        .except(socketIds(io, target.nsp, target.exceptClients));
    broadcast.byOperator();
    return broadcast;
}

} // namespace

QList<ClientInfo> clients(
    const EngineIo::Server &engine, const SocketIo::Server &io, const Clock &clock, int most)
{
    std::vector<const EngineIo::Session *> sessions;
    sessions.reserve(std::size_t(engine.sessionCount()));
    engine.forEachSession(
        [&sessions](const EngineIo::Session &session) { sessions.push_back(&session); });
    std::sort(sessions.begin(), sessions.end(),
        [](const auto *a, const auto *b) { return a->serial() < b->serial(); });
    sessions.resize(std::min(sessions.size(), std::size_t(std::max(most, 0))));

    QList<ClientInfo> list;
    list.reserve(qsizetype(sessions.size()));
    for (const EngineIo::Session *session : sessions) {
        list.append(clientInfo(*session, io.client(session->serial()), clock));
    }
    return list;
}

std::optional<ClientInfo> client(
    const EngineIo::Server &engine, const SocketIo::Server &io, const Clock &clock, quint32 serial)
{
    const EngineIo::Session *session = engine.session(serial);
    return session ? std::optional(clientInfo(*session, io.client(serial), clock)) : std::nullopt;
}

QList<NamespaceInfo> namespaces(const SocketIo::Server &io)
{
    QList<NamespaceInfo> list;
    io.forEachNamespace([&list](const SocketIo::Namespace &nsp) {
        list.append({nsp.name(), nsp.socketCount(), nsp.adapter().rooms()});
    });
    return list;
}

QList<quint32> emitEvent(SocketIo::Server &io, const EmitRequest &request,
    std::function<void(const AckAnswer &)> answers)
{
    auto to = broadcast(io, request.target);
    if (!to) {
        return {};
    }
    SocketIo::Namespace &nsp = *io.find(request.target.nsp);
    QList<quint32> serials;
    for (const Sid &id : to->sockets()) {
        serials.append(nsp.socket(id)->client());
    }

    const QByteArray json = request.arguments.join(',');
    const SocketIo::ArgsView args{
        json, {request.attachments.constData(), std::size_t(request.attachments.size())}};
    if (request.isVolatile) {
        to->asVolatile();
    }
    if (request.ackTimeout.count() > 0 && answers) {
        to->timeout(request.ackTimeout)
            .emitWithAck(request.event, args, {},
                [answers = std::move(answers)](const SocketIo::BroadcastReply &reply) {
                    answers({.client = reply.client,
                        .answered = reply.answered(),
                        .payload = reply.json,
                        .latency = reply.latency});
                });
    } else {
        to->emit(request.event, args);
    }
    return serials;
}

int reach(const SocketIo::Server &io, const EmitTarget &target)
{
    const auto to = broadcast(io, target);
    return to ? int(to->sockets().size()) : 0;
}

} // namespace Switchboard::Operator
