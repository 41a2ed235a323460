// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/middleware.h"

#include "socketio/namespace.h"
#include "socketio/server.h"

namespace Switchboard::SocketIo {

void Next::proceed(std::optional<ConnectError> error) const
{
    if (Namespace *nsp = m_server->find(m_nsp)) {
        nsp->continueConnect(m_socket, m_step, std::move(error));
    }
}

} // namespace Switchboard::SocketIo
