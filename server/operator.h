// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "server.h"

namespace Switchboard {

namespace EngineIo {
class Server;
}

namespace Net {
class Reactor;
}

namespace SocketIo {
class Server;
}

/**
 * What an operator sees of the engine and does to it: Server's methods of the same names.
 *
 * Thread: engine thread. Free functions over the layers below.
 */
namespace Operator {

QList<ClientInfo> clients(
    const EngineIo::Server &engine, const SocketIo::Server &io, const Clock &clock, int most);
std::optional<ClientInfo> client(
    const EngineIo::Server &engine, const SocketIo::Server &io, const Clock &clock, quint32 serial);
QList<NamespaceInfo> namespaces(const SocketIo::Server &io);

QList<quint32> emitEvent(SocketIo::Server &io, const EmitRequest &request,
    std::function<void(const AckAnswer &)> answers);
int reach(const SocketIo::Server &io, const EmitTarget &target);

} // namespace Operator

} // namespace Switchboard
