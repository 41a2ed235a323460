// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/httpresponder.h"

namespace Switchboard::Net {

/** What the framing of a response depends on beside itself. */
struct ResponseFraming
{
    bool keepAlive = true;
    bool isHttp11 = true;
};

/**
 * Status line and header section of @p response with its blank line; adds Content-Length and
 * Connection. Fields with a line break in them are left out.
 */
QByteArray encodeHead(const HttpResponse &response, ResponseFraming framing);

/** The status has no body by definition (RFC 9110 section 6.4.1). */
bool isBodiless(int status);

} // namespace Switchboard::Net
