// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/tap.h"

#include "traffic/trafficring.h"

namespace Switchboard::Traffic {

void Tap::record(Record record)
{
    if (m_watcher != nullptr && isTrouble(record.kind)) {
        m_watcher->trouble(record);
    }
    if (m_ring == nullptr) {
        return;
    }
    record.sequence = ++m_sequence;
    record.time = m_clock.wall().count();
    if (record.payload.size() > m_maxPayload) {
        record.payload = record.payload.first(m_maxPayload);
        record.flags |= Cut;
    }
    if (record.attachments.size() > m_maxPayload) {
        record.attachments = record.attachments.first(m_maxPayload);
        record.flags |= Cut;
    }
    m_ring->write(record);
}

quint64 Tap::dropped() const
{
    return m_ring != nullptr ? m_ring->dropped() : 0;
}

} // namespace Switchboard::Traffic
