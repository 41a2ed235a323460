// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/sid.h"

#include <QRandomGenerator>

#include <algorithm>
#include <atomic>

namespace Switchboard {

namespace {
constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

bool isSidCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
        || c == '_';
}
} // namespace

Sid Sid::generate()
{
    static std::atomic<quint32> counter{0};
    std::array<quint32, 3> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    std::array<quint8, 15> bytes{};
    std::memcpy(bytes.data(), random.data(), 12);
    const quint32 count = counter.fetch_add(1, std::memory_order_relaxed);
    bytes[12] = quint8(count >> 16);
    bytes[13] = quint8(count >> 8);
    bytes[14] = quint8(count);

    Sid sid;
    for (size_t group = 0; group < 5; ++group) {
        const auto bits = quint32(bytes[group * 3]) << 16 | quint32(bytes[group * 3 + 1]) << 8
            | quint32(bytes[group * 3 + 2]);
        for (size_t i = 0; i < 4; ++i) {
            sid.m_text[group * 4 + i] = alphabet[(bits >> (18 - 6 * i)) & 63];
        }
    }
    return sid;
}

Sid Sid::fromText(QByteArrayView text)
{
    Sid sid;
    if (text.size() == length && std::all_of(text.begin(), text.end(), isSidCharacter)) {
        std::memcpy(sid.m_text.data(), text.data(), size_t(length));
    }
    return sid;
}

} // namespace Switchboard
