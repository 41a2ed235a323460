// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/httpresponder.h"

namespace Switchboard::EngineIo {

/**
 * Why a request was not served. The first six carry the protocol's own codes, of which 0 is one:
 * "no error" is an empty optional, never a number.
 */
enum class Error : quint8 {
    UnknownTransport = 0,
    UnknownSid = 1,
    BadHandshakeMethod = 2,
    BadRequest = 3,
    Forbidden = 4,
    UnsupportedProtocolVersion = 5,

    BadMethod, // neither GET nor POST on a session
    Overlap, // a second GET or POST of a session while one is open
    BadBody, // a POST that is no payload
    TooManyHandshakes, // L25
    ShuttingDown,
};

/** Which kind of request gets the answer; upgrades read text where others read JSON. */
enum class RequestKind : quint8 { Plain, WebSocketUpgrade };

/** Code of @p error as clients see it, or -1 when it has none. */
int wireCode(Error error);

/** The protocol's words for @p error. */
const char *text(Error error);

/**
 * The one place where errors become HTTP answers, as the Node server gives them.
 *
 * @param message instead of text(@p error), when not empty
 */
Net::HttpResponse answer(
    Error error, RequestKind kind = RequestKind::Plain, QByteArrayView message = {});

} // namespace Switchboard::EngineIo
