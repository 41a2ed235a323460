// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/eventring.h"

namespace Switchboard::App {

EventRing::EventRing(int capacity, qsizetype arenaBytes)
    : m_events(size_t(capacity))
    , m_arena(arenaBytes)
{ }

RowId EventRing::push(const Event &event)
{
    const RowId id = m_end++;
    m_events[slot(id)] = event;
    m_size = qMin(m_size + 1, capacity());
    return id;
}

RowId EventRing::append(const Traffic::Record &record, bool withBody)
{
    Event event;
    event.time = record.time;
    event.ackId = record.ackId;
    event.client = record.client;
    event.count = record.count;
    event.size = record.size;
    event.nsp = m_names.intern(record.nsp);
    event.event = m_names.intern(record.event);
    event.target = m_names.intern(record.target);
    event.kind = record.kind;
    event.flags = record.flags;
    event.via = record.via;

    if (!record.payload.isEmpty() || !record.attachments.isEmpty()) {
        event.thinned = !withBody;
    }
    if (withBody) {
        // With its brackets a list of arguments is one JSON text for every reader behind.
        const bool bracketed = hasArguments(record.kind);
        const QByteArrayView open = bracketed ? QByteArrayView("[") : QByteArrayView();
        const QByteArrayView close = bracketed ? QByteArrayView("]") : QByteArrayView();
        const auto place = m_arena.append({open, record.payload, close, record.attachments});
        event.body = place.value_or(Event::noBody);
        event.payload = quint32(open.size() + record.payload.size() + close.size());
        event.attachments = quint32(record.attachments.size());
    }
    return push(event);
}

RowId EventRing::appendGap(qint64 time, quint32 count)
{
    Event event;
    event.time = time;
    event.count = count;
    event.kind = Kind::Gap;
    return push(event);
}

std::optional<QByteArrayView> EventRing::payload(const Event &event) const
{
    return m_arena.view(event.body, event.payload);
}

std::optional<QByteArrayView> EventRing::attachments(const Event &event) const
{
    if (event.body == Event::noBody) {
        return std::nullopt;
    }
    return m_arena.view(event.body + event.payload, event.attachments);
}

KeptEvent EventRing::keep(RowId id) const
{
    KeptEvent kept;
    kept.id = id;
    kept.event = at(id);
    if (const auto body = payload(kept.event)) {
        kept.bodyKept = true;
        kept.payload = body->toByteArray();
        kept.attachments = attachments(kept.event).value_or(QByteArrayView()).toByteArray();
    }
    return kept;
}

} // namespace Switchboard::App
