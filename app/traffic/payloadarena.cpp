// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/payloadarena.h"

#include <cstring>

namespace Switchboard::App {

PayloadArena::PayloadArena(qsizetype capacity)
    : m_capacity(capacity)
    , m_bytes(new char[size_t(capacity)])
{ }

std::optional<qint64> PayloadArena::append(std::initializer_list<QByteArrayView> parts)
{
    qsizetype length = 0;
    for (const QByteArrayView part : parts) {
        length += part.size();
    }
    if (length > m_capacity) {
        return std::nullopt;
    }
    const qint64 at = m_end % m_capacity;
    if (at + length > m_capacity) {
        m_end += m_capacity - at;
    }
    const qint64 place = m_end;
    for (const QByteArrayView part : parts) {
        if (!part.isEmpty()) {
            std::memcpy(m_bytes.get() + m_end % m_capacity, part.data(), size_t(part.size()));
            m_end += part.size();
        }
    }
    return place;
}

std::optional<QByteArrayView> PayloadArena::view(qint64 place, qsizetype length) const
{
    if (place < 0 || place < m_end - m_capacity || place + length > m_end) {
        return std::nullopt;
    }
    return QByteArrayView(m_bytes.get() + place % m_capacity, length);
}

} // namespace Switchboard::App
