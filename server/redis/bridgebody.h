// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/bridgerule.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <span>

namespace Switchboard::Redis {

/** A body on the other side of a bridge. */
struct ConvertedBody
{
    /** Nothing: it does not go. */
    std::optional<QByteArray> bytes;
    /** The rule wanted JSON and it was none. */
    bool notJson = false;
    /** Counts as an error of the bridge. */
    bool isError = false;
};

/** A message as raw JSON arguments of an event: always exactly one. */
ConvertedBody bodyForClients(
    const BridgeRule &rule, QByteArrayView channel, QByteArrayView message);

/** Arguments of an event, each raw JSON, as a message. */
ConvertedBody bodyForRedis(const BridgeRule &rule, QByteArrayView nsp, QByteArrayView event,
    std::span<const QByteArrayView> args);

} // namespace Switchboard::Redis
