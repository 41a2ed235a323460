// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>

#include <array>
#include <cstring>

namespace Switchboard {

/**
 * A session id: 20 characters of base64url, 96 random bits and a 24 bit counter.
 *
 * Twenty exactly, because Redis adapters tell private rooms by that length. Never derived from
 * one another: a client's Engine.IO sid is secret, its Socket.IO ids are not.
 *
 * Value type without allocation, any thread.
 */
class Sid
{
public:
    static constexpr qsizetype length = 20;

    Sid() { m_text.fill('\0'); }

    /** A fresh id from the system's random source. */
    static Sid generate();

    /** The id spelled by @p text, or a null id when it has another length or alphabet. */
    static Sid fromText(QByteArrayView text);

    bool isNull() const { return m_text[0] == '\0'; }

    QByteArrayView view() const { return {m_text.data(), isNull() ? 0 : length}; }

    QByteArray toByteArray() const { return view().toByteArray(); }

    friend bool operator==(const Sid &a, const Sid &b) { return a.m_text == b.m_text; }

    friend size_t qHash(const Sid &sid, size_t seed = 0)
    {
        return qHashBits(sid.m_text.data(), sid.m_text.size(), seed);
    }

private:
    std::array<char, length> m_text;
};

} // namespace Switchboard
