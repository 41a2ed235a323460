// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/jsonscanner.h"
#include "socketio/args.h"
#include "socketio/packet.h"

#include <QByteArrayView>

namespace Switchboard::SocketIo {

/**
 * Finds the placeholders in a JSON array, however deep, and checks their numbers.
 *
 * Total, O(n), no recursion. False when the JSON is broken, or when a number is no index below
 * @p attachments or is used twice (CVE-2022-2421).
 */
bool findPlaceholders(
    QByteArrayView json, const JsonLimits &limits, int attachments, Placeholders &into);

/**
 * True when every placeholder in @p args refers to an attachment of its own.
 *
 * A client that gets anything else gives up its connection, so this is asked of all that is sent.
 */
bool placeholdersMatch(const ArgsView &args);

} // namespace Switchboard::SocketIo
