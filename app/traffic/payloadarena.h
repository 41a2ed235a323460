// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

#include <initializer_list>
#include <memory>
#include <optional>

namespace Switchboard::App {

/**
 * The last bytes put in, up to a fixed number: what is new overwrites what is oldest.
 *
 * Thread: the one it was made in.
 */
class PayloadArena
{
public:
    explicit PayloadArena(qsizetype capacity);

    /** Stores @p parts as one piece. @return its place, or nothing when it is larger than the
     * arena. */
    std::optional<qint64> append(std::initializer_list<QByteArrayView> parts);

    /** The bytes at @p place until the next append(), or nothing when they were overwritten. */
    std::optional<QByteArrayView> view(qint64 place, qsizetype length) const;

    qsizetype capacity() const { return m_capacity; }

private:
    qsizetype m_capacity;
    std::unique_ptr<char[]> m_bytes;
    qint64 m_end = 0; // counts all bytes ever stored, with the gaps at the wrap
};

} // namespace Switchboard::App
