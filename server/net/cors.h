// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/serverconfig.h"
#include "net/httpresponder.h"

namespace Switchboard::Net {

/**
 * Cross-origin answers (Fetch standard, "CORS protocol").
 *
 * An origin gets headers when cors.origins lists it, and always when it is another loopback origin:
 * a page of a local development server may talk to us without configuration. The answer names that
 * one origin; "*" is answered only where "*" is configured, and then never with credentials.
 *
 * Pure functions, any thread.
 */
namespace Cors {

/** Appends to @p to what a response to @p request needs; nothing for requests without Origin. */
void addHeaders(HttpHeaders &to, const CorsConfig &config, const HttpRequest &request);

/** True for an OPTIONS that asks for leave to send another request, from an origin that has it. */
bool isPreflight(const CorsConfig &config, const HttpRequest &request);

/** The 204 that grants it. Precondition: isPreflight(). */
HttpResponse preflight(const CorsConfig &config, const HttpRequest &request);

} // namespace Cors

} // namespace Switchboard::Net
