// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "socketio/adapter.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QList>

#include <chrono>
#include <optional>

/**
 * What servers of a cluster say to each other through Redis, as @socket.io/redis-adapter 8 and
 * @socket.io/redis-emitter 5 write it. Pure functions over bytes of strangers; any thread.
 */
namespace Switchboard::SocketIo::Cluster {

/** The numbers on the wire. */
enum class RequestType : int {
    Sockets = 0,
    AllRooms = 1,
    Join = 2,
    Leave = 3,
    Disconnect = 4,
    Fetch = 5,
    ServerSideEmit = 6,
    Broadcast = 7, // with ack
    ClientCount = 8, // an answer
    BroadcastAck = 9, // an answer
};

/** BroadcastTarget by names alone, as it travels. */
struct Target
{
    QByteArrayList rooms;
    QByteArrayList except;
};

/** An event for clients. */
struct Emit
{
    QByteArray nsp;
    QByteArray event;
    QByteArray args; // raw JSON, separated by commas
    QList<QByteArray> attachments;
    Target target;
    EmitFlags flags;
    /** Of an emit with acks; zero: not said. */
    std::chrono::milliseconds timeout{0};

    ArgsView view() const
    {
        return {args, {attachments.constData(), static_cast<std::size_t>(attachments.size())}};
    }
};

struct Broadcast
{
    QByteArray uid;
    Emit emit;
};

struct Request
{
    RequestType type = RequestType::Sockets;
    QByteArray uid;
    QByteArray requestId;
    std::optional<Target> target;
    QByteArrayList rooms; // Join, Leave, Sockets
    QByteArray sid; // of the older form for one socket
    bool close = false; // Disconnect
    QByteArray data; // ServerSideEmit: a JSON array
    std::optional<Emit> emit; // Broadcast
};

struct Response
{
    QByteArray requestId;
    std::optional<int> type;
    std::optional<QList<SocketInfo>> sockets;
    int clientCount = 0;
    QByteArray packet; // BroadcastAck: one raw JSON argument, or empty
    QList<QByteArray> attachments;
};

/** Nothing: not a message of this kind. */
std::optional<Broadcast> decodeBroadcast(QByteArrayView message);
std::optional<Request> decodeRequest(QByteArrayView message);
std::optional<Response> decodeResponse(QByteArrayView message);

/** True when @p message begins as a broadcast of @p uid does; saves decoding what we sent. */
bool isFrom(QByteArrayView uid, QByteArrayView message);

QByteArray encodeBroadcast(QByteArrayView uid, QByteArrayView nsp, const Target &target,
    QByteArrayView event, const ArgsView &args, EmitFlags flags);
/** A broadcast with acks. */
QByteArray encodeBroadcastRequest(QByteArrayView uid, QByteArrayView requestId, QByteArrayView nsp,
    const Target &target, QByteArrayView event, const ArgsView &args, EmitFlags flags,
    std::chrono::milliseconds timeout);
QByteArray encodeFetch(QByteArrayView uid, QByteArrayView requestId, const Target &target);
/** @param type Join or Leave */
QByteArray encodeMove(
    QByteArrayView uid, RequestType type, const Target &target, const QByteArrayList &rooms);
QByteArray encodeDisconnect(QByteArrayView uid, const Target &target, bool close);
QByteArray encodeServerSideEmit(QByteArrayView uid, QByteArrayView event, const ArgsView &args);

/** Answers to requests. @param sockets JSON objects */
QByteArray encodeDone(QByteArrayView requestId);
QByteArray encodeNames(
    QByteArrayView requestId, QByteArrayView member, const QByteArrayList &names);
QByteArray encodeSockets(QByteArrayView requestId, const QByteArrayList &sockets);
QByteArray encodeClientCount(QByteArrayView requestId, int count);
/** @param argument raw JSON, or empty when the client answered nothing */
QByteArray encodeBroadcastAck(
    QByteArrayView requestId, QByteArrayView argument, std::span<const QByteArray> attachments);
/** @param argument raw JSON */
QByteArray encodeServerSideAck(QByteArrayView requestId, QByteArrayView argument);

/** @p text as a JSON string, whatever its bytes are. */
QByteArray jsonText(QByteArrayView text);

} // namespace Switchboard::SocketIo::Cluster
