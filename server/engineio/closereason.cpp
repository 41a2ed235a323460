// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/closereason.h"

namespace Switchboard::EngineIo {

const char *text(CloseReason reason)
{
    switch (reason) {
    case CloseReason::TransportClose:
        return "transport close";
    case CloseReason::TransportError:
        return "transport error";
    case CloseReason::PingTimeout:
        return "ping timeout";
    case CloseReason::ParseError:
        return "parse error";
    case CloseReason::ForcedClose:
        return "forced close";
    case CloseReason::ForcedServerClose:
        return "forced server close";
    case CloseReason::ServerShuttingDown:
        return "server shutting down";
    case CloseReason::SlowConsumer:
        return "slow consumer";
    }
    Q_UNREACHABLE();
}

} // namespace Switchboard::EngineIo
