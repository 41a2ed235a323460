// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "socketio/adapter.h"
#include "socketio/args.h"
#include "traffic/trafficrecord.h"

#include <QByteArray>

namespace Switchboard::SocketIo {

class Socket;

/** A record with what all records about @p socket have in common. */
Traffic::Record recordOf(const Socket &socket, Traffic::Kind kind);

/** Adds arguments and attachments to @p record, which views into both parameters. */
void addBody(Traffic::Record &record, const ArgsView &args, QByteArray &storage);

/** Counts and records an emit that has gone to @p receivers clients. */
void recordEmit(
    Namespace &nsp, const BroadcastTarget &target, const Outgoing &outgoing, int receivers);

} // namespace Switchboard::SocketIo
