// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <optional>

namespace Switchboard::Net {

/**
 * Host and port of an authority ("localhost:3000", "[::1]:80"), lower case.
 *
 * Value type, any thread.
 */
struct Authority
{
    /** Without brackets and without a trailing dot. */
    QByteArray host;
    /** 0 when none was written. */
    quint16 port = 0;

    /** Nothing unless @p text is exactly a host and an optional port. */
    static std::optional<Authority> fromText(QByteArrayView text);

    /** localhost, a name below .localhost, 127.0.0.1 or ::1; nothing that merely looks like it. */
    bool isLoopback() const;
};

/** A web origin (RFC 6454) of scheme http or https; its port is never 0. */
struct Origin
{
    QByteArray scheme;
    Authority authority;

    static std::optional<Origin> fromText(QByteArrayView text);

    bool isLoopback() const { return authority.isLoopback(); }

    /** True when a page of this origin was loaded from @p host, a Host header's value. */
    bool isAt(const Authority &host) const;

    friend bool operator==(const Origin &a, const Origin &b)
    {
        return a.scheme == b.scheme && a.authority.host == b.authority.host
            && a.authority.port == b.authority.port;
    }
};

/**
 * True when @p list has @p origin, an Origin header's value, or "*".
 *
 * Compared by scheme, host and port, or letter by letter for what is no web origin.
 */
bool listsOrigin(const QByteArrayList &list, QByteArrayView origin);

} // namespace Switchboard::Net
