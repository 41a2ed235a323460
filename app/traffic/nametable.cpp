// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/nametable.h"

#include "format/displaysafe.h"

#include <limits>

namespace Switchboard::App {

NameTable::NameTable(int maxNames, qsizetype maxBytes)
    : m_maxNames(qMin(maxNames, int(std::numeric_limits<Id>::max()) + 1))
    , m_bytesLeft(maxBytes)
{
    add(QByteArray());
    add(QByteArrayLiteral("(other)"));
}

NameTable::Id NameTable::add(const QByteArray &name)
{
    constexpr qsizetype shown = 200;
    const auto id = Id(m_names.size());
    m_bytesLeft -= name.size();
    m_names.append({name, displaySafe(name, shown)});
    m_ids.insert(QByteArrayView(m_names.constLast().bytes), id);
    return id;
}

NameTable::Id NameTable::intern(QByteArrayView name)
{
    const QByteArrayView kept = name.first(qMin(name.size(), maxLength));
    if (const auto found = m_ids.constFind(kept); found != m_ids.constEnd()) {
        return *found;
    }
    if (m_names.size() >= m_maxNames || m_bytesLeft < kept.size()) {
        return other();
    }
    return add(kept.toByteArray());
}

} // namespace Switchboard::App
