// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/logging.h"

namespace Switchboard {

Q_LOGGING_CATEGORY(lcNet, "switchboard.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcEngineIo, "switchboard.engineio", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSocketIo, "switchboard.socketio", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAdapter, "switchboard.adapter", QtInfoMsg)
Q_LOGGING_CATEGORY(lcRedis, "switchboard.redis", QtInfoMsg)
Q_LOGGING_CATEGORY(lcWeb, "switchboard.web", QtInfoMsg)
Q_LOGGING_CATEGORY(lcServer, "switchboard.server", QtInfoMsg)

} // namespace Switchboard
