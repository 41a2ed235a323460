// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

namespace Switchboard::Traffic {

/** What happened; the numbers are kept in files and settings, so they never change. */
enum class Kind : quint8 {
    In = 0, // event from a client
    Out = 1, // event to one or more clients, one record per emit
    AckIn = 2,
    AckOut = 3,
    Connect = 4, // an Engine.IO session opened (nsp empty) or joined a namespace
    Disconnect = 5, // left a namespace, or the session closed (nsp empty)
    Join = 6,
    Leave = 7,
    Error = 8,
    RedisIn = 9,
    RedisOut = 10,
    Ping = 11,
    Gap = 12, // made by the reader: records were dropped
    Mark = 13, // made by the operator
    Http = 14, // a handshake request that was answered or refused
};

enum Flag : quint8 {
    Binary = 1, // has attachments
    AckAsked = 2,
    Volatile = 4,
    Cut = 8, // payload or attachments are shorter than size says
    Replay = 16, // caused by the operator
    Upgraded = 32, // Kind::Connect with empty nsp: the transport changed
};

enum class Via : quint8 { None, Polling, WebSocket };

/**
 * One thing observers may see, as a view: valid only during the call that hands it over.
 *
 * Filled by the engine with bytes as they were on the wire; nothing here is decoded for display.
 */
struct Record
{
    /** Counts up by one per record; a jump means records that did not fit into the ring. */
    quint64 sequence = 0;
    /** Microseconds since 1970 UTC. */
    qint64 time = 0;
    qint64 ackId = -1;
    /** Serial number of the client (Engine.IO session), 0 when it concerns none or many. */
    quint32 client = 0;
    /** Out: how many clients it was addressed to. Ping: round trip in microseconds. */
    quint32 count = 0;
    /** True size of arguments and attachments in bytes. */
    quint32 size = 0;
    Kind kind = Kind::In;
    quint8 flags = 0;
    Via via = Via::None;

    QByteArrayView nsp;
    /** Event name, decoded; Error: what failed; Http: method and target. */
    QByteArrayView event;
    /**
     * Out: "" for everyone in the namespace, else target names separated by '\n': a room's name,
     * "!" and a room's name for an exception, "@" and a socket id for one socket.
     * Join, Leave: the room. Connect in a namespace: the socket id.
     */
    QByteArrayView target;
    /**
     * In, Out, Ack: raw JSON arguments after the event name, separated by commas, no brackets.
     * Disconnect, Error: the reason. Connect, Http: a JSON object with what is known.
     */
    QByteArrayView payload;
    /** Each attachment as a little-endian 32 bit length and its bytes. */
    QByteArrayView attachments;
};

} // namespace Switchboard::Traffic
