// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/serverconfig.h"
#include "net/httprequest.h"

namespace Switchboard::Net {

/** Whether a request may be routed at all. */
enum class GuardVerdict : quint8 {
    Pass,
    WrongHost, // 421: the name is not ours, as after DNS rebinding
    WrongOrigin, // 403: a page of somebody else's sent it
};

/**
 * Host and Origin allow-lists, which keep web pages of strangers away from a local server.
 *
 * Host: loopback names, the address the connection came in on, config.allowedHosts. A loopback name
 * passes with any port, since development proxies forward the Host they were asked for; rebinding
 * needs a name of its own. Origin: none, the one of Host, any loopback origin, those of
 * config.allowedOrigins and config.cors.origins; "null" by config.allowNullOrigin only. A
 * cross-site request without Origin is judged by its Referer, unless it is a page navigation.
 *
 * Pure function of its arguments, any thread.
 */
GuardVerdict checkOrigin(const ServerConfig &config, const HttpRequest &request);

} // namespace Switchboard::Net
