// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/cors.h"

#include "net/origin.h"

namespace Switchboard::Net::Cors {

namespace {

/** Value of Access-Control-Allow-Origin, or empty. */
QByteArray allowedOrigin(const CorsConfig &config, const HttpRequest &request)
{
    const QByteArrayView text = request.headers.value("origin");
    if (text.isEmpty()) {
        return {};
    }
    if (config.origins.contains("*")) {
        return "*";
    }
    if (listsOrigin(config.origins, text)) {
        return text.toByteArray();
    }
    const std::optional<Origin> origin = Origin::fromText(text);
    const std::optional<Authority> host = Authority::fromText(request.headers.value("host"));
    const bool isOwn = origin && host && origin->isAt(*host);
    return origin && origin->isLoopback() && !isOwn ? text.toByteArray() : QByteArray();
}

} // namespace

void addHeaders(HttpHeaders &to, const CorsConfig &config, const HttpRequest &request)
{
    const QByteArray origin = allowedOrigin(config, request);
    if (origin.isEmpty()) {
        return;
    }
    to.append("Access-Control-Allow-Origin", origin);
    if (origin != "*") {
        to.append("Vary", "Origin");
        if (config.credentials) {
            to.append("Access-Control-Allow-Credentials", "true");
        }
    }
}

bool isPreflight(const CorsConfig &config, const HttpRequest &request)
{
    return request.method == "OPTIONS" && request.headers.contains("access-control-request-method")
        && !allowedOrigin(config, request).isEmpty();
}

HttpResponse preflight(const CorsConfig &config, const HttpRequest &request)
{
    HttpResponse response;
    response.status = 204;
    addHeaders(response.headers, config, request);
    response.headers.append("Access-Control-Allow-Methods", config.methods);
    const QByteArrayView wanted = request.headers.value("access-control-request-headers");
    if (!wanted.isEmpty()) {
        response.headers.append("Vary", "Access-Control-Request-Headers");
        response.headers.append("Access-Control-Allow-Headers", wanted.toByteArray());
    }
    return response;
}

} // namespace Switchboard::Net::Cors
