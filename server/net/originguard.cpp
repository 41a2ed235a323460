// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/originguard.h"

#include "net/httptext.h"
#include "net/origin.h"

#include <algorithm>

namespace Switchboard::Net {

namespace {

bool servesHost(const ServerConfig &config, const HttpRequest &request, const Authority &host)
{
    if (host.isLoopback() || host.host == request.localAddress) {
        return true;
    }
    return std::any_of(
        config.allowedHosts.cbegin(), config.allowedHosts.cend(), [&](const QByteArray &entry) {
            const std::optional<Authority> allowed = Authority::fromText(entry);
            return allowed && allowed->host == host.host
                && (allowed->port == 0 || allowed->port == host.port);
        });
}

bool trusts(const ServerConfig &config, const Authority &host, QByteArrayView text)
{
    if (text == "null") {
        return config.allowNullOrigin;
    }
    if (listsOrigin(config.allowedOrigins, text) || listsOrigin(config.cors.origins, text)) {
        return true;
    }
    const std::optional<Origin> origin = Origin::fromText(text);
    return origin && (origin->isAt(host) || origin->isLoopback());
}

/** A link or the address bar, which only shows what we answer; not a frame, script or image. */
bool isNavigation(const HttpRequest &request)
{
    return (request.method == "GET" || request.method == "HEAD")
        && request.headers.value("sec-fetch-mode") == "navigate"
        && request.headers.value("sec-fetch-dest") == "document";
}

/** Origin part of a Referer: scheme and authority. */
QByteArrayView originOf(QByteArrayView referer)
{
    const qsizetype authority = referer.indexOf("://");
    const qsizetype end = authority < 0 ? -1 : referer.indexOf('/', authority + 3);
    return end < 0 ? referer : referer.first(end);
}

} // namespace

GuardVerdict checkOrigin(const ServerConfig &config, const HttpRequest &request)
{
    const std::optional<Authority> host = Authority::fromText(request.headers.value("host"));
    if (!host || !servesHost(config, request, *host)) {
        return GuardVerdict::WrongHost;
    }
    bool sawOrigin = false;
    for (const HttpHeader &field : request.headers.fields()) {
        if (equalsIgnoringCase(field.name, "origin")) {
            sawOrigin = true;
            if (!trusts(config, *host, field.value)) {
                return GuardVerdict::WrongOrigin;
            }
        }
    }
    if (sawOrigin || request.headers.value("sec-fetch-site") != "cross-site"
        || isNavigation(request)) {
        return GuardVerdict::Pass;
    }
    const QByteArrayView referer = originOf(request.headers.value("referer"));
    return !referer.isEmpty() && trusts(config, *host, referer) ? GuardVerdict::Pass
                                                                : GuardVerdict::WrongOrigin;
}

} // namespace Switchboard::Net
