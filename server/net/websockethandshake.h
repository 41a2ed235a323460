// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/httpresponder.h"

#include <optional>

namespace Switchboard::Net {

/**
 * The server's half of the opening handshake (RFC 6455 section 4.2).
 *
 * Pure functions, any thread.
 */
namespace WebSocketHandshake {

enum class Error : quint8 {
    NotGet = 1,
    NotHttp11,
    NotAnUpgrade, // Upgrade or Connection do not say so
    BadKey,
    BadVersion,
};

/** Why @p request cannot become a WebSocket, or nothing. */
std::optional<Error> check(const HttpRequest &request);

/** What to answer then: 400, 405, or 426 with the version we speak; ends the connection. */
HttpResponse refusal(Error error);

/** Sec-WebSocket-Accept for @p key. */
QByteArray acceptKey(QByteArrayView key);

} // namespace WebSocketHandshake

} // namespace Switchboard::Net
