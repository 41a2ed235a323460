// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

namespace Switchboard::SocketIo {

/** Every integer of so many digits is exact in JavaScript. */
inline constexpr qsizetype mostDigits = 15;

/** Length of the run of digits at the start of @p text. */
inline qsizetype digitsIn(QByteArrayView text)
{
    qsizetype length = 0;
    while (length < text.size() && text[length] >= '0' && text[length] <= '9') {
        ++length;
    }
    return length;
}

/** Precondition: digits only, at most 18. */
inline qint64 toNumber(QByteArrayView digits)
{
    qint64 number = 0;
    for (const char digit : digits) {
        number = number * 10 + (digit - '0');
    }
    return number;
}

/** True when JavaScript's String(Number(lexeme)) is the lexeme itself. Precondition: a JSON number.
 */
inline bool isPlainInteger(QByteArrayView lexeme)
{
    const bool negative = lexeme.startsWith('-');
    const auto digits = negative ? lexeme.sliced(1) : lexeme;
    return digits.size() <= mostDigits && digitsIn(digits) == digits.size()
        && !(negative && digits == "0");
}

} // namespace Switchboard::SocketIo
