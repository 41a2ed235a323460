// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace Switchboard::EngineIo {

/** Why a session ended; text() is what Socket.IO reports as the disconnect reason. */
enum class CloseReason : quint8 {
    TransportClose = 1, // the peer closed the wire or sent a close packet
    TransportError, // the wire broke, or the peer broke the transport's rules
    PingTimeout,
    ParseError, // a packet that is not Engine.IO
    ForcedClose, // we ended it: broken Socket.IO, connect timeout
    ForcedServerClose, // the same while a polling session had no GET waiting
    ServerShuttingDown,
    SlowConsumer, // L20, L21
};

const char *text(CloseReason reason);

} // namespace Switchboard::EngineIo
