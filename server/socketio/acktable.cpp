// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/acktable.h"

#include <algorithm>

namespace Switchboard::SocketIo {

void AckTable::add(
    qint64 id, TimerWheel &wheel, std::chrono::milliseconds timeout, AckHandler handler)
{
    auto pending = std::make_unique<Pending>();
    pending->id = id;
    pending->since = wheel.clock().now();
    pending->clock = &wheel.clock();
    pending->handler = std::move(handler);
    pending->deadline.setCallback(
        [this, id] { finish(id, {.outcome = AckReply::Outcome::TimedOut, .args = {}}); });
    pending->deadline.start(wheel, timeout);
    m_pending.insert(position(id), std::move(pending));
}

bool AckTable::answer(qint64 id, const ArgsView &args)
{
    return finish(id, {.outcome = AckReply::Outcome::Answered, .args = args});
}

void AckTable::abandon()
{
    while (!m_pending.empty()) {
        finish(m_pending.front()->id, {.outcome = AckReply::Outcome::Disconnected, .args = {}});
    }
}

AckTable::List::iterator AckTable::position(qint64 id)
{
    return std::ranges::lower_bound(
        m_pending, id, {}, [](const std::unique_ptr<Pending> &pending) { return pending->id; });
}

bool AckTable::finish(qint64 id, AckReply reply)
{
    const auto found = position(id);
    if (found == m_pending.end() || (*found)->id != id) {
        return false;
    }
    const auto pending = std::move(*found);
    m_pending.erase(found);
    reply.latency = std::chrono::duration_cast<std::chrono::microseconds>(
        pending->clock->now() - pending->since);
    pending->handler(reply);
    return true;
}

} // namespace Switchboard::SocketIo
