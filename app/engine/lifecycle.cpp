// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/lifecycle.h"

#include "format/displaysafe.h"

#include <algorithm>

namespace Switchboard::App {

namespace {

constexpr int maxReasonChars = 80;

} // namespace

Lifecycle::Lifecycle(const EventRing &ring, QObject *parent)
    : QObject(parent)
    , m_ring(ring)
    , m_next(ring.end())
{ }

void Lifecycle::scan()
{
    QList<quint32> newcomers;
    for (m_next = std::max(m_next, m_ring.begin()); m_next < m_ring.end(); ++m_next) {
        const Event &event = m_ring.at(m_next);
        const bool isWholeClient = m_ring.names().name(event.nsp).isEmpty();
        if (event.kind == Kind::Connect && isWholeClient
            && (event.flags & Traffic::Upgraded) == 0) {
            Q_EMIT connected(event.client, event.time);
        } else if (event.kind == Kind::Connect && !isWholeClient) {
            newcomers.append(event.client);
        } else if (event.kind == Kind::Disconnect && isWholeClient) {
            const QByteArrayView reason = m_ring.payload(event).value_or(QByteArrayView());
            Q_EMIT left(event.client, event.time, displaySafe(reason, maxReasonChars));
        } else if (event.kind == Kind::Join) {
            Q_EMIT joined(event.client, event.time, m_ring.names().text(event.target));
        }
    }
    if (!newcomers.isEmpty()) {
        Q_EMIT introduced(newcomers);
    }
}

} // namespace Switchboard::App
