// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/parentnamespace.h"

namespace Switchboard::SocketIo {

ParentNamespace::ParentNamespace(Matcher matches)
    : m_matches(std::move(matches))
{ }

void ParentNamespace::use(ConnectMiddleware middleware)
{
    m_setup.use(std::move(middleware));
}

void ParentNamespace::onConnection(ConnectionHandler handler)
{
    m_setup.onConnection(std::move(handler));
}

void ParentNamespace::on(QByteArrayView event, EventHandler handler)
{
    m_setup.on(event, std::move(handler));
}

int ParentNamespace::emit(QByteArrayView event, const ArgsView &args) const
{
    int receivers = 0;
    const auto children = m_children; // a handler may empty and remove one
    for (Namespace *child : children) {
        const int count = child->emit(event, args);
        if (count < 0) {
            return count;
        }
        receivers += count;
    }
    return receivers;
}

} // namespace Switchboard::SocketIo
