// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/reply.h"
#include "redis/status.h"
#include "redis/url.h"

#include <QByteArrayList>
#include <QList>

#include <optional>

namespace Switchboard::Redis {

/** Why a connection cannot be used. */
struct Failure
{
    Cause cause = Cause::Lost;
    QByteArray command;
    QString detail;
};

/** What a server told about itself. */
struct ServerInfo
{
    QByteArray version;
    bool isCluster = false;
};

/** What is said first on a connection, in order; all of it is sent at once. */
QList<QByteArrayList> handshakeCommands(const Url &url);

/**
 * Judges the answer to one of handshakeCommands().
 *
 * Forgives what only costs comfort: a name or a version that may not be asked for.
 */
std::optional<Failure> judgeHandshake(const QByteArrayList &command, const Reply &reply);

/** Reads the answer to INFO; anything else leaves fields empty. */
ServerInfo readServerInfo(const Reply &reply);

} // namespace Switchboard::Redis
