// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/packet.h"

#include <algorithm>
#include <array>

namespace Switchboard::SocketIo {

bool isReservedEvent(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 6> reserved{
        "connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"};
    return std::ranges::find(reserved, name) != reserved.end();
}

} // namespace Switchboard::SocketIo
