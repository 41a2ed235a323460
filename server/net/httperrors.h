// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/counters.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Switchboard::Net {

/** Why a connection ends before its request reached a handler. */
enum class HttpError : quint8 {
    Malformed = 1,
    BadHost, // missing, doubled or not a host
    BadFraming, // Content-Length and Transfer-Encoding that contradict, repeat or make no sense
    BadChunk,
    UnknownCoding, // a transfer coding other than chunked
    UnknownExpectation,
    UnknownVersion,
    TargetTooLong, // L05
    HeadersTooLarge, // L06, L07
    ChunkHeaderTooLong, // L14
    BodyTooLarge, // L09
    HeaderTimeout, // L08
    BodyTimeout, // L10
};

struct HttpErrorAnswer
{
    int status;
    Counter counter;
};

/** The one table from what went wrong to what is answered and counted. */
HttpErrorAnswer answerTo(HttpError error);

/** Reason phrase of @p status; empty when we never send it. */
QByteArrayView reasonPhrase(int status);

/** A whole answer without a body that ends the connection. */
QByteArray closingAnswer(int status);

} // namespace Switchboard::Net
