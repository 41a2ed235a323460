// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/trafficring.h"

#include <bit>
#include <cstring>
#include <limits>

namespace Switchboard::Traffic {

namespace {

/** What stands before the bytes of one record; a length of zero means: go on at the ring's start.
 */
struct Head
{
    quint32 length;
    quint32 payload;
    quint32 attachments;
    quint32 target;
    quint16 nsp;
    quint16 event;
    quint32 client;
    quint64 sequence;
    qint64 time;
    qint64 ackId;
    quint32 count;
    quint32 size;
    quint8 kind;
    quint8 flags;
    quint8 via;
    quint8 unused[5];
};

static_assert(sizeof(Head) == 64);

constexpr std::size_t alignment = 8;

std::size_t padded(std::size_t size)
{
    return (size + alignment - 1) & ~(alignment - 1);
}

QByteArrayView shortened(QByteArrayView text)
{
    constexpr qsizetype most = std::numeric_limits<quint16>::max();
    return text.first(qMin(text.size(), most));
}

} // namespace

TrafficRing::TrafficRing(std::size_t capacity)
    : m_capacity(std::bit_ceil(qMax(capacity, std::size_t(4096))))
    , m_bytes(new char[m_capacity])
{ }

TrafficRing::~TrafficRing() = default;

bool TrafficRing::write(const Record &record)
{
    const QByteArrayView nsp = shortened(record.nsp);
    const QByteArrayView event = shortened(record.event);
    const auto bytes = std::size_t(nsp.size() + event.size() + record.target.size()
        + record.payload.size() + record.attachments.size());
    const std::size_t length = padded(sizeof(Head) + bytes);

    const std::uint64_t head = m_head.load(std::memory_order_relaxed);
    const std::uint64_t tail = m_tail.load(std::memory_order_acquire);
    const std::size_t at = std::size_t(head) & (m_capacity - 1);
    const std::size_t toEnd = m_capacity - at;
    const std::size_t skip = toEnd < length ? toEnd : 0;
    // Half at most, so that a record fits wherever the ring stands.
    if (length > m_capacity / 2 || m_capacity - std::size_t(head - tail) < length + skip) {
        m_dropped.fetch_add(1, std::memory_order_relaxed);
        return false;
    }
    if (skip > 0) {
        const quint32 wrap = 0;
        std::memcpy(m_bytes.get() + at, &wrap, sizeof wrap);
    }

    Head stored{};
    stored.length = quint32(length);
    stored.payload = quint32(record.payload.size());
    stored.attachments = quint32(record.attachments.size());
    stored.target = quint32(record.target.size());
    stored.nsp = quint16(nsp.size());
    stored.event = quint16(event.size());
    stored.client = record.client;
    stored.sequence = record.sequence;
    stored.time = record.time;
    stored.ackId = record.ackId;
    stored.count = record.count;
    stored.size = record.size;
    stored.kind = quint8(record.kind);
    stored.flags = record.flags;
    stored.via = quint8(record.via);

    char *to = m_bytes.get() + (skip > 0 ? 0 : at);
    std::memcpy(to, &stored, sizeof stored);
    to += sizeof stored;
    for (const QByteArrayView part :
        {nsp, event, record.target, record.payload, record.attachments}) {
        if (!part.isEmpty()) {
            std::memcpy(to, part.data(), std::size_t(part.size()));
            to += part.size();
        }
    }
    m_head.store(head + skip + length, std::memory_order_release);
    return true;
}

bool TrafficRing::front(Record &record)
{
    std::uint64_t tail = m_tail.load(std::memory_order_relaxed);
    const std::uint64_t head = m_head.load(std::memory_order_acquire);
    if (tail == head) {
        return false;
    }
    std::size_t at = std::size_t(tail) & (m_capacity - 1);
    quint32 length = 0;
    std::memcpy(&length, m_bytes.get() + at, sizeof length);
    if (length == 0) {
        tail += m_capacity - at;
        at = 0;
    }
    Head stored;
    const char *from = m_bytes.get() + at;
    std::memcpy(&stored, from, sizeof stored);
    from += sizeof stored;
    const auto take = [&from](std::size_t size) {
        const QByteArrayView part(from, qsizetype(size));
        from += size;
        return part;
    };
    record.sequence = stored.sequence;
    record.time = stored.time;
    record.ackId = stored.ackId;
    record.client = stored.client;
    record.count = stored.count;
    record.size = stored.size;
    record.kind = Kind(stored.kind);
    record.flags = stored.flags;
    record.via = Via(stored.via);
    record.nsp = take(stored.nsp);
    record.event = take(stored.event);
    record.target = take(stored.target);
    record.payload = take(stored.payload);
    record.attachments = take(stored.attachments);
    m_readEnd = tail + stored.length;
    return true;
}

void TrafficRing::pop()
{
    m_tail.store(m_readEnd, std::memory_order_release);
}

} // namespace Switchboard::Traffic
