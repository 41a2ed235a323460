// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/followups.h"

#include "engineio/server.h"
#include "engineio/session.h"

namespace Switchboard::EngineIo {

FollowUps::FollowUps(Server &server)
    : m_server(server)
    , m_timer([this] { expire(); })
{ }

void FollowUps::add(Session &session)
{
    const Limits &limits = m_server.config().limits;
    Net::Reactor &reactor = m_server.reactor();
    session.setFollowed(false);
    m_entries.push_back({session.serial(), reactor.clock().now() + limits.firstFollowUp});
    ++m_count;
    dropAnswered();
    while (m_count > limits.neverFollowedSessions) {
        close(m_entries.front());
        dropAnswered();
    }
    if (!m_timer.isActive()) {
        m_timer.start(reactor.timers(), limits.firstFollowUp);
    }
}

void FollowUps::follow(Session &session)
{
    forget(session);
    session.setFollowed(true);
}

void FollowUps::forget(const Session &session)
{
    if (!session.isFollowed()) {
        --m_count;
    }
}

bool FollowUps::isAwaited(const Entry &entry) const
{
    const Session *session = m_server.session(entry.serial);
    return session && !session->isFollowed();
}

void FollowUps::dropAnswered()
{
    while (!m_entries.empty() && !isAwaited(m_entries.front())) {
        m_entries.pop_front();
    }
}

void FollowUps::close(const Entry &entry)
{
    m_server.reactor().counters().add(Counter::SessionsNeverFollowed);
    m_server.session(entry.serial)
        ->close(CloseReason::TransportError, "no request followed the handshake");
}

void FollowUps::expire()
{
    const MonotonicTime now = m_server.reactor().clock().now();
    dropAnswered();
    while (!m_entries.empty() && m_entries.front().due <= now) {
        close(m_entries.front());
        dropAnswered();
    }
    if (!m_entries.empty()) {
        // Never early: a timer that fires a hair before its entry's time is simply set again.
        m_timer.start(m_server.reactor().timers(),
            std::chrono::ceil<std::chrono::milliseconds>(m_entries.front().due - now));
    }
}

} // namespace Switchboard::EngineIo
