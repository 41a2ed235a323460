// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace Switchboard::Web {

/**
 * A request path taken apart for looking up a file: "/a/b%20c/" is {"a", "b c"} and isFolder.
 *
 * Decoding happens once, before splitting, so that "%2e%2e" and "%2f" mean what they hide.
 */
struct RequestPath
{
    QList<QByteArray> segments;
    /** The path ended with '/', or is "/". */
    bool isFolder = false;
};

/**
 * Takes @p encoded apart, which must begin with '/'. Total function.
 *
 * @return nothing when a file may never be served under it: a broken or hidden escape, text that is
 *         not UTF-8, a control character or backslash, an empty segment, or one that begins with a
 *         dot (".", "..", ".git")
 */
std::optional<RequestPath> parseRequestPath(QByteArrayView encoded);

} // namespace Switchboard::Web
