// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/origin.h"

#include "net/httptext.h"

#include <algorithm>

namespace Switchboard::Net {

namespace {

bool isHostChar(char c)
{
    return isAlpha(c) || isDigit(c) || c == '-' || c == '.' || c == '_';
}

bool isIpv6Char(char c)
{
    return hexDigit(c) >= 0 || c == ':' || c == '.';
}

std::optional<quint16> readPort(QByteArrayView digits)
{
    if (digits.isEmpty() || digits.size() > 5
        || !std::all_of(digits.begin(), digits.end(), isDigit)) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : digits) {
        value = value * 10 + (c - '0');
    }
    return value > 0 && value <= 0xffff ? std::optional(quint16(value)) : std::nullopt;
}

quint16 defaultPort(QByteArrayView scheme)
{
    return scheme == "https" ? 443 : 80;
}

} // namespace

std::optional<Authority> Authority::fromText(QByteArrayView text)
{
    QByteArrayView host = text;
    QByteArrayView rest;
    bool valid = false;
    if (text.startsWith('[')) {
        const qsizetype close = text.indexOf(']');
        if (close < 0) {
            return std::nullopt;
        }
        host = text.sliced(1, close - 1);
        rest = text.sliced(close + 1);
        valid = std::all_of(host.begin(), host.end(), isIpv6Char);
    } else {
        const qsizetype colon = text.indexOf(':');
        host = colon < 0 ? text : text.first(colon);
        rest = colon < 0 ? QByteArrayView() : text.sliced(colon);
        valid = std::all_of(host.begin(), host.end(), isHostChar);
        if (host.endsWith('.')) {
            host.chop(1);
        }
    }
    if (!valid || host.isEmpty()) {
        return std::nullopt;
    }
    Authority authority{host.toByteArray().toLower(), 0};
    if (!rest.isEmpty()) {
        const std::optional<quint16> port
            = rest.front() == ':' ? readPort(rest.sliced(1)) : std::nullopt;
        if (!port) {
            return std::nullopt;
        }
        authority.port = *port;
    }
    return authority;
}

bool Authority::isLoopback() const
{
    return host == "localhost" || host.endsWith(".localhost") || host == "127.0.0.1"
        || host == "::1";
}

std::optional<Origin> Origin::fromText(QByteArrayView text)
{
    const qsizetype separator = text.indexOf("://");
    if (separator < 0) {
        return std::nullopt;
    }
    const QByteArray scheme = text.first(separator).toByteArray().toLower();
    std::optional<Authority> authority = Authority::fromText(text.sliced(separator + 3));
    if ((scheme != "http" && scheme != "https") || !authority) {
        return std::nullopt;
    }
    if (authority->port == 0) {
        authority->port = defaultPort(scheme);
    }
    return Origin{scheme, *std::move(authority)};
}

bool Origin::isAt(const Authority &host) const
{
    const quint16 port = host.port != 0 ? host.port : defaultPort(scheme);
    return authority.host == host.host && authority.port == port;
}

bool listsOrigin(const QByteArrayList &list, QByteArrayView origin)
{
    const std::optional<Origin> wanted = Origin::fromText(origin);
    return std::any_of(list.cbegin(), list.cend(), [&](const QByteArray &entry) {
        return entry == "*" || equalsIgnoringCase(entry, origin)
            || (wanted && Origin::fromText(entry) == wanted);
    });
}

} // namespace Switchboard::Net
