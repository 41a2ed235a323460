// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/trafficrecord.h"

#include <QByteArray>

namespace Switchboard::App {

using Traffic::Kind;

/** Rows count from 1 in the order they were kept; the number names a row for good. */
using RowId = quint64;

enum class AckState : quint8 { None, Waiting, Answered, TimedOut };

/**
 * What is kept of one record, in 64 bytes; texts are names, bodies lie in the arena.
 *
 * Value type, any thread.
 */
struct Event
{
    static constexpr qint64 noBody = -1;

    qint64 time = 0; // µs since 1970
    qint64 ackId = -1;
    qint64 body = noBody; // place in the arena
    quint32 payload = 0; // bytes at body
    quint32 attachments = 0; // bytes behind the payload
    quint32 client = 0;
    quint32 count = 0;
    quint32 size = 0;
    quint32 latency = 0; // µs, when answered
    quint32 answers = 0; // how many came
    quint16 nsp = 0;
    quint16 event = 0;
    quint16 target = 0;
    Kind kind = Kind::In;
    quint8 flags = 0;
    Traffic::Via via = Traffic::Via::None;
    AckState ack = AckState::None;
    bool marked = false;
    /** There was a body, but it was not kept because of the rate. */
    bool thinned = false;
};

static_assert(sizeof(Event) == 64);

/** True for kinds whose payload is a JSON array of arguments. */
inline bool hasArguments(Kind kind)
{
    return kind <= Kind::AckOut;
}

/** An event with its body, for as long as somebody looks at it. */
struct KeptEvent
{
    RowId id = 0;
    Event event;
    bool bodyKept = false;
    QByteArray payload;
    QByteArray attachments;
};

} // namespace Switchboard::App
