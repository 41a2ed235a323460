// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "socketio/namespace.h"

#include <QByteArrayView>

#include <functional>

namespace Switchboard::SocketIo {

/**
 * Namespaces that come into being when a client asks for a name that fits.
 *
 * Each child is a Namespace of its own that starts with a copy of the middlewares and handlers
 * registered here so far. Emitting here reaches all children.
 *
 * Thread: engine thread. Owned by Server.
 */
class ParentNamespace
{
public:
    /** @param auth JSON object of the asking client, or empty */
    using Matcher = std::function<bool(QByteArrayView name, QByteArrayView auth)>;

    explicit ParentNamespace(Matcher matches);
    Q_DISABLE_COPY_MOVE(ParentNamespace)

    void use(ConnectMiddleware middleware);
    void onConnection(ConnectionHandler handler);
    void on(QByteArrayView event, EventHandler handler);

    /** To everyone in every child. @return receivers, negative when refused */
    int emit(QByteArrayView event, const ArgsView &args = {}) const;

    const std::vector<Namespace *> &children() const { return m_children; }

private:
    friend class Server;

    Matcher m_matches;
    NamespaceSetup m_setup;
    std::vector<Namespace *> m_children;
};

} // namespace Switchboard::SocketIo
