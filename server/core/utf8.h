// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

namespace Switchboard {

/**
 * Checks UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF) that may arrive in
 * pieces cut anywhere. Fails at the first byte that cannot continue what came before.
 *
 * Value type, any thread.
 */
class Utf8Validator
{
public:
    /** False as soon as the text so far can no longer become valid; it then stays false. */
    bool feed(QByteArrayView bytes);

    /** True when valid and not inside a code point. */
    bool isComplete() const { return m_valid && m_missing == 0; }

    void reset() { *this = Utf8Validator(); }

private:
    bool m_valid = true;
    quint8 m_missing = 0;
    quint8 m_low = 0x80;
    quint8 m_high = 0xBF;
};

bool isValidUtf8(QByteArrayView bytes);

} // namespace Switchboard
