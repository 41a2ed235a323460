// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/timerwheel.h"

#include <QtGlobal>

#include <deque>

namespace Switchboard::EngineIo {

class Server;
class Session;

/**
 * Sessions whose polling handshake has not been followed by a second request (L24).
 *
 * They are cheap to make for somebody who never comes back, so each has a short deadline, and there
 * are never more than a fixed number: the oldest goes first.
 *
 * Thread: engine thread. Part of Server.
 */
class FollowUps
{
public:
    explicit FollowUps(Server &server);

    void add(Session &session);

    /** A second request came. */
    void follow(Session &session);

    /** It will never come. */
    void forget(const Session &session);

    qsizetype count() const { return m_count; }

private:
    struct Entry
    {
        quint32 serial;
        MonotonicTime due;
    };

    void close(const Entry &entry);
    bool isAwaited(const Entry &entry) const;
    void dropAnswered();
    void expire();

    Server &m_server;
    /** Oldest first; may hold sessions that were followed or are gone. */
    std::deque<Entry> m_entries;
    qsizetype m_count = 0;
    WheelTimer m_timer;
};

} // namespace Switchboard::EngineIo
