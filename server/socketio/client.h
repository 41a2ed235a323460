// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timerwheel.h"
#include "engineio/handler.h"
#include "engineio/session.h"
#include "socketio/packet.h"
#include "socketio/socket.h"

#include <QByteArrayView>

#include <functional>
#include <memory>
#include <vector>

namespace Switchboard::SocketIo {

class Server;
struct ConnectError;

/**
 * One connection as Socket.IO sees it: the namespaces that share it.
 *
 * Decodes what the session brings, puts binary packets together again, joins and leaves
 * namespaces, and ends the session when the peer breaks the protocol or joins nothing in time.
 *
 * Thread: engine thread. Owned by its session, and gone as soon as that is closed: after a call
 * that runs handlers nothing of it may be touched.
 */
class Client final : public EngineIo::SessionHandler
{
public:
    Client(Server &server, EngineIo::Session &session);
    ~Client() override;
    Q_DISABLE_COPY_MOVE(Client)

    void message(QByteArrayView data, bool binary) override;
    void closed(EngineIo::CloseReason reason, QByteArrayView description) override;

    EngineIo::Session &session() const { return m_session; }

    Server &server() const { return m_server; }

    /** Its connected socket in @p nsp, or nullptr. */
    Socket *socket(QByteArrayView nsp) const;
    /** Visits connected sockets; @p visit must not end any. */
    void forEachSocket(const std::function<void(Socket &)> &visit) const;

    /** Leaves all namespaces with a packet each, then ends the connection. */
    void disconnect();

private:
    friend class Namespace;
    friend class Socket;

    struct Unfinished;

    void beginBinary(QByteArrayView data);
    void binaryMessage(QByteArrayView bytes);
    void handle(const Packet &packet, std::span<const QByteArray> attachments);
    void connectTo(const Packet &packet);
    void refuse(QByteArrayView nsp, const ConnectError &error);
    void violation(const char *what, QByteArrayView nsp);
    /** Also one that is still joining, or leaving. */
    Socket *find(QByteArrayView nsp) const;
    /** Gives up a socket that has left. */
    void release(Socket &socket);
    /** Starts the clock for a client that is in no namespace (L27). */
    void watchMembership();

    Server &m_server;
    EngineIo::Session &m_session;
    std::vector<std::unique_ptr<Socket>> m_sockets;
    std::unique_ptr<Unfinished> m_unfinished;
    WheelTimer m_connectTimer;
};

} // namespace Switchboard::SocketIo
