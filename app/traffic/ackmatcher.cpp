// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/ackmatcher.h"

#include <limits>

namespace Switchboard::App {

AckMatcher::AckMatcher(EventRing &ring, qsizetype mostOpen)
    : m_ring(ring)
    , m_mostOpen(mostOpen)
{ }

std::optional<qint64> AckMatcher::added(RowId id)
{
    Event &event = m_ring.at(id);
    const bool fromServer = event.kind == Kind::Out || event.kind == Kind::AckIn;
    const Key key{event.ackId, event.client, event.nsp, fromServer};
    if (event.kind == Kind::AckIn || event.kind == Kind::AckOut) {
        return answer(id, key);
    }
    if (hasArguments(event.kind) && (event.flags & Traffic::AckAsked) != 0) {
        event.ack = AckState::Waiting;
        m_open.insert(key, id);
        m_order.emplace_back(key, id);
        while (qsizetype(m_order.size()) > m_mostOpen) {
            giveUp(m_order.front().first, m_order.front().second);
            m_order.pop_front();
        }
    }
    return std::nullopt;
}

std::optional<qint64> AckMatcher::answer(RowId id, Key key)
{
    auto found = m_open.find(key);
    if (found == m_open.end()) {
        key.client = 0;
        found = m_open.find(key);
    }
    if (found == m_open.end() || !m_ring.contains(*found)) {
        return std::nullopt;
    }
    Event &asked = m_ring.at(*found);
    Event &answer = m_ring.at(id);
    const qint64 latency = qMax(qint64(0), answer.time - asked.time);
    const auto stored = quint32(qMin(latency, qint64(std::numeric_limits<quint32>::max())));
    asked.ack = answer.ack = AckState::Answered;
    asked.latency = answer.latency = stored;
    ++asked.answers;
    if (answer.event == 0) {
        answer.event = asked.event;
    }
    if (asked.answers >= asked.count || asked.kind == Kind::In) {
        m_open.erase(found);
    }
    return key.fromServer ? std::optional(latency) : std::nullopt;
}

void AckMatcher::giveUp(const Key &key, RowId id)
{
    const auto found = m_open.constFind(key);
    if (found == m_open.constEnd() || *found != id) {
        return;
    }
    m_open.erase(found);
    if (m_ring.contains(id) && m_ring.at(id).ack == AckState::Waiting) {
        m_ring.at(id).ack = AckState::TimedOut;
    }
    m_timeouts += key.fromServer ? 1 : 0;
}

int AckMatcher::expire(qint64 now)
{
    while (!m_order.empty()) {
        const auto &[key, id] = m_order.front();
        const bool gone = !m_ring.contains(id);
        if (!gone && now - m_ring.at(id).time < timeout.count()) {
            break;
        }
        giveUp(key, id);
        m_order.pop_front();
    }
    return std::exchange(m_timeouts, 0);
}

} // namespace Switchboard::App
