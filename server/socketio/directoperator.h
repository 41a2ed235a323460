// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "socketio/acktable.h"
#include "socketio/adapter.h"
#include "socketio/args.h"

#include <QByteArrayView>

#include <chrono>

namespace Switchboard::SocketIo {

/** Flags of one emit to one socket: socket.asVolatile().emit(...). A loan, use it at once. */
class DirectOperator
{
public:
    explicit DirectOperator(Socket &socket);

    DirectOperator &asVolatile();
    DirectOperator &compress(bool on);
    DirectOperator &timeout(std::chrono::milliseconds time);
    DirectOperator &byOperator();

    bool emit(QByteArrayView event, const ArgsView &args = {}, AckHandler ack = {});

private:
    Socket &m_socket;
    EmitFlags m_flags;
    std::chrono::milliseconds m_timeout;
};

} // namespace Switchboard::SocketIo
