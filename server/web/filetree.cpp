// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/filetree.h"

#include <algorithm>

namespace Switchboard::Web {

qsizetype FileBody::read(std::span<char> into)
{
    const auto wanted = std::size_t(std::min<qint64>(size(), qint64(into.size())));
    const qsizetype count = readAt(m_at, into.first(wanted));
    if (count > 0) {
        m_at += count;
    }
    return count;
}

void FileBody::narrow(qint64 offset, qint64 length)
{
    Q_ASSERT(offset >= 0 && length >= 0 && length <= size() - offset);
    m_at += offset;
    m_end = m_at + length;
}

} // namespace Switchboard::Web
