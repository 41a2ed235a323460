// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/transport.h"

#include "engineio/server.h"
#include "engineio/session.h"

namespace Switchboard::EngineIo {

Transport::Transport(Server &server, Session *session)
    : m_server(server)
    , m_session(session)
{ }

void Transport::leave(CloseReason reason)
{
    m_session = nullptr;
    sayGoodbye(reason);
}

void Transport::countIn(qsizetype bytes)
{
    const auto count = static_cast<quint64>(bytes);
    m_server.tap().totals.bytesIn += count;
    if (m_session) {
        m_session->m_counters.bytesIn += count;
    }
}

void Transport::countOut(qsizetype bytes)
{
    const auto count = static_cast<quint64>(bytes);
    m_server.tap().totals.bytesOut += count;
    if (m_session) {
        m_session->m_counters.bytesOut += count;
    }
}

} // namespace Switchboard::EngineIo
