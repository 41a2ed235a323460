// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/sid.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace Switchboard::SocketIo {

class Server;
class Socket;

/** Why a client may not join a namespace; what its "connect_error" shows. */
struct ConnectError
{
    QByteArray message; // valid UTF-8
    QByteArray data; // JSON, or empty
};

/**
 * Goes on with a CONNECT that a middleware looks at, now or later.
 *
 * Copyable; only the first call of all copies counts. Calling it after the client has left does
 * nothing. Must not outlive the Server.
 */
class Next
{
public:
    Next(Server &server, QByteArray nsp, const Sid &socket, std::size_t step)
        : m_server(&server)
        , m_nsp(std::move(nsp))
        , m_socket(socket)
        , m_step(step)
    { }

    void operator()() const { proceed({}); }

    /** Refuses the client. */
    void operator()(ConnectError error) const { proceed(std::move(error)); }

private:
    void proceed(std::optional<ConnectError> error) const;

    Server *m_server;
    QByteArray m_nsp;
    Sid m_socket;
    std::size_t m_step;
};

using ConnectMiddleware = std::function<void(Socket &, const Next &)>;

} // namespace Switchboard::SocketIo
