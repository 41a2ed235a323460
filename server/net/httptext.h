// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

#include <array>
#include <string_view>

/** The small grammar of RFC 9110 that parsers here share. Pure functions, any thread. */
namespace Switchboard::Net {

constexpr char lowerCase(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isAlpha(char c)
{
    return lowerCase(c) >= 'a' && lowerCase(c) <= 'z';
}

/** Value of a hexadecimal digit, or -1. */
constexpr int hexDigit(char c)
{
    if (isDigit(c)) {
        return c - '0';
    }
    return lowerCase(c) >= 'a' && lowerCase(c) <= 'f' ? lowerCase(c) - 'a' + 10 : -1;
}

/** tchar, RFC 9110 section 5.6.2, by byte. */
inline constexpr auto tokenChars = [] {
    std::array<bool, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = i < 128 && (isAlpha(char(i)) || isDigit(char(i)));
    }
    for (const char c : std::string_view("!#$%&'*+-.^_`|~")) {
        table[std::size_t(c)] = true;
    }
    return table;
}();

constexpr bool isTokenChar(char c)
{
    return tokenChars[static_cast<unsigned char>(c)];
}

/** What a field value may be made of: visible, space, tab, and bytes from 0x80. */
constexpr bool isFieldChar(char c)
{
    return (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) || c == '\t';
}

/** Compares ASCII without case. */
bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b);

bool isToken(QByteArrayView text);

/** Without spaces and tabs at its ends. */
QByteArrayView trimmed(QByteArrayView text);

} // namespace Switchboard::Net
