// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/utf8.h"

#include <cstring>

namespace Switchboard {

bool Utf8Validator::feed(QByteArrayView bytes)
{
    const char *at = bytes.data();
    const char *end = at + bytes.size();
    while (m_valid && at != end) {
        if (m_missing == 0) {
            // Eight ASCII bytes at a time.
            while (end - at >= 8) {
                quint64 word;
                std::memcpy(&word, at, sizeof word);
                if (word & 0x8080808080808080ULL) {
                    break;
                }
                at += 8;
            }
            if (at == end) {
                break;
            }
        }
        const auto byte = static_cast<quint8>(*at++);
        if (m_missing > 0) {
            m_valid = byte >= m_low && byte <= m_high;
            m_low = 0x80;
            m_high = 0xBF;
            --m_missing;
        } else if (byte >= 0x80) {
            if (byte >= 0xC2 && byte <= 0xDF) {
                m_missing = 1;
            } else if (byte >= 0xE0 && byte <= 0xEF) {
                m_missing = 2;
                m_low = byte == 0xE0 ? 0xA0 : 0x80;
                m_high = byte == 0xED ? 0x9F : 0xBF;
            } else if (byte >= 0xF0 && byte <= 0xF4) {
                m_missing = 3;
                m_low = byte == 0xF0 ? 0x90 : 0x80;
                m_high = byte == 0xF4 ? 0x8F : 0xBF;
            } else {
                m_valid = false;
            }
        }
    }
    return m_valid;
}

bool isValidUtf8(QByteArrayView bytes)
{
    Utf8Validator validator;
    validator.feed(bytes);
    return validator.isComplete();
}

} // namespace Switchboard
