// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/jsonscanner.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace Switchboard {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '$';
}

int hexValue(char c)
{
    if (isDigit(c)) {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/** The four digits behind \u, or -1. */
int hexQuad(QByteArrayView text, qsizetype at)
{
    if (text.size() - at < 4) {
        return -1;
    }
    int value = 0;
    for (qsizetype i = 0; i < 4; ++i) {
        const int digit = hexValue(text[at + i]);
        if (digit < 0) {
            return -1;
        }
        value = value * 16 + digit;
    }
    return value;
}

void appendCodePoint(QByteArray &to, char32_t code)
{
    if (code < 0x80) {
        to += static_cast<char>(code);
    } else if (code < 0x800) {
        to += static_cast<char>(0xC0 | (code >> 6));
        to += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        to += static_cast<char>(0xE0 | (code >> 12));
        to += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        to += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        to += static_cast<char>(0xF0 | (code >> 18));
        to += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        to += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        to += static_cast<char>(0x80 | (code & 0x3F));
    }
}

/** True for a byte that ends the fast run through a string: quote, backslash or control. */
bool endsRun(char c)
{
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

/** True when any of eight bytes does. Bytes above 0x7F may give a false alarm, never a miss. */
bool anyEndsRun(quint64 word)
{
    constexpr quint64 ones = 0x0101010101010101ULL;
    constexpr quint64 highs = 0x8080808080808080ULL;
    const auto hasZero = [](quint64 v) { return (v - ones) & ~v & highs; };
    const quint64 control = (word - ones * 0x20) & ~word & highs;
    return (control | hasZero(word ^ (ones * '"')) | hasZero(word ^ (ones * '\\'))) != 0;
}

} // namespace

JsonScanner::JsonScanner(QByteArrayView text, JsonLimits limits)
    : m_text(text)
    , m_limits(limits)
{
    m_limits.depth = std::min(m_limits.depth, maxDepth);
}

bool JsonScanner::inObject() const
{
    const auto level = static_cast<size_t>(m_depth - 1);
    return (m_objects[level / 64] >> (level % 64)) & 1;
}

JsonScanner::Token JsonScanner::fail(JsonError::Reason reason, qsizetype at, qsizetype length)
{
    m_state = State::Failed;
    m_error = {reason, at, std::min(length, m_text.size() - at)};
    m_tokenAt = m_at = at;
    return Token::Error;
}

void JsonScanner::skipSpace()
{
    while (m_at < m_text.size() && isSpace(m_text[m_at])) {
        ++m_at;
    }
}

void JsonScanner::afterValue()
{
    m_state = m_depth == 0 ? State::Done : State::CommaOrEnd;
}

JsonScanner::Token JsonScanner::open(bool object)
{
    if (m_depth >= m_limits.depth) {
        return fail(JsonError::Reason::TooDeep, m_at, 1);
    }
    const auto level = static_cast<size_t>(m_depth);
    const quint64 bit = quint64(1) << (level % 64);
    m_objects[level / 64] = object ? m_objects[level / 64] | bit : m_objects[level / 64] & ~bit;
    ++m_depth;
    ++m_at;
    m_state = object ? State::KeyOrEnd : State::ValueOrEnd;
    return object ? Token::ObjectBegin : Token::ArrayBegin;
}

JsonScanner::Token JsonScanner::close(bool object)
{
    --m_depth;
    ++m_at;
    afterValue();
    return object ? Token::ObjectEnd : Token::ArrayEnd;
}

JsonScanner::Token JsonScanner::readString(Token kind)
{
    const char *data = m_text.data();
    const qsizetype size = m_text.size();
    qsizetype at = m_at + 1;
    for (;;) {
        while (size - at >= 8) {
            quint64 word;
            std::memcpy(&word, data + at, sizeof word);
            if (anyEndsRun(word)) {
                break;
            }
            at += 8;
        }
        while (at < size && !endsRun(data[at])) {
            ++at;
        }
        if (at >= size) {
            return fail(JsonError::Reason::UnterminatedString, m_tokenAt, size - m_tokenAt);
        }
        if (data[at] == '"') {
            break;
        }
        if (data[at] != '\\') {
            return fail(JsonError::Reason::ControlCharacter, at, 1);
        }
        if (at + 1 >= size) {
            return fail(JsonError::Reason::UnterminatedString, m_tokenAt, size - m_tokenAt);
        }
        if (data[at + 1] == 'u') {
            if (hexQuad(m_text, at + 2) < 0) {
                return fail(JsonError::Reason::BadEscape, at, 6);
            }
            at += 6;
        } else if (std::strchr("\"\\/bfnrt", data[at + 1]) && data[at + 1] != '\0') {
            at += 2;
        } else {
            return fail(JsonError::Reason::BadEscape, at, 2);
        }
    }
    m_at = at + 1;
    if (kind == Token::Key) {
        m_state = State::Colon;
    } else {
        afterValue();
    }
    return kind;
}

JsonScanner::Token JsonScanner::readNumber()
{
    const qsizetype size = m_text.size();
    qsizetype at = m_at;
    const auto digits = [&] {
        const qsizetype first = at;
        while (at < size && isDigit(m_text[at])) {
            ++at;
        }
        return at - first;
    };
    const auto bad = [&] {
        while (at < size && (isWordCharacter(m_text[at]) || m_text[at] == '.')) {
            ++at;
        }
        return fail(
            JsonError::Reason::BadNumber, m_tokenAt, std::max(at - m_tokenAt, qsizetype(1)));
    };
    if (m_text[at] == '-') {
        ++at;
    }
    if (at < size && m_text[at] == '0') {
        ++at;
    } else if (digits() == 0) {
        return bad();
    }
    if (at < size && m_text[at] == '.') {
        ++at;
        if (digits() == 0) {
            return bad();
        }
    }
    if (at < size && (m_text[at] == 'e' || m_text[at] == 'E')) {
        ++at;
        if (at < size && (m_text[at] == '+' || m_text[at] == '-')) {
            ++at;
        }
        if (digits() == 0) {
            return bad();
        }
    }
    if (at < size && (isWordCharacter(m_text[at]) || m_text[at] == '.')) {
        return bad();
    }
    m_at = at;
    afterValue();
    return Token::Number;
}

JsonScanner::Token JsonScanner::readWord(const char *word, qsizetype length, Token kind)
{
    qsizetype end = m_at;
    while (end < m_text.size() && isWordCharacter(m_text[end])) {
        ++end;
    }
    if (m_text.sliced(m_at, end - m_at) != QByteArrayView(word, length)) {
        return fail(JsonError::Reason::BadLiteral, m_at, end - m_at);
    }
    m_at = end;
    afterValue();
    return kind;
}

JsonScanner::Token JsonScanner::readValue(char first)
{
    if (++m_nodes > m_limits.nodes) {
        return fail(JsonError::Reason::TooManyNodes, m_at, 1);
    }
    switch (first) {
    case '{':
        return open(true);
    case '[':
        return open(false);
    case '"':
        return readString(Token::String);
    case 't':
        return readWord("true", 4, Token::True);
    case 'f':
        return readWord("false", 5, Token::False);
    case 'n':
        return readWord("null", 4, Token::Null);
    default:
        break;
    }
    if (first == '-' || isDigit(first)) {
        return readNumber();
    }
    if (isWordCharacter(first)) {
        return readWord("", 0, Token::Error);
    }
    return fail(JsonError::Reason::ExpectedValue, m_at, 1);
}

JsonScanner::Token JsonScanner::next()
{
    using Reason = JsonError::Reason;
    if (m_state == State::Failed) {
        return Token::Error;
    }
    skipSpace();
    if (m_state == State::CommaOrEnd && m_at < m_text.size() && m_text[m_at] == ',') {
        ++m_at;
        m_state = inObject() ? State::Key : State::Value;
        skipSpace();
    } else if (m_state == State::Colon && m_at < m_text.size() && m_text[m_at] == ':') {
        ++m_at;
        m_state = State::Value;
        skipSpace();
    }
    m_tokenAt = m_at;
    if (m_at >= m_text.size()) {
        return m_state == State::Done ? Token::End : fail(Reason::UnexpectedEnd, m_at, 0);
    }
    const char c = m_text[m_at];
    switch (m_state) {
    case State::Value:
        return readValue(c);
    case State::ValueOrEnd:
        return c == ']' ? close(false) : readValue(c);
    case State::KeyOrEnd:
        if (c == '}') {
            return close(true);
        }
        return c == '"' ? readString(Token::Key) : fail(Reason::ExpectedKeyOrEnd, m_at, 1);
    case State::Key:
        return c == '"' ? readString(Token::Key) : fail(Reason::ExpectedKey, m_at, 1);
    case State::Colon:
        return fail(Reason::ExpectedColon, m_at, 1);
    case State::CommaOrEnd:
        if (c == (inObject() ? '}' : ']')) {
            return close(inObject());
        }
        return fail(Reason::ExpectedCommaOrEnd, m_at, 1);
    case State::Done:
        return fail(Reason::TrailingText, m_at, m_text.size() - m_at);
    case State::Failed:
        break;
    }
    return Token::Error;
}

std::optional<QByteArrayView> JsonScanner::finishValue(Token first)
{
    const qsizetype begin = m_tokenAt;
    if (first == Token::ObjectBegin || first == Token::ArrayBegin) {
        const int outside = m_depth - 1;
        while (m_depth > outside) {
            if (next() == Token::Error) {
                return std::nullopt;
            }
        }
    }
    return m_text.sliced(begin, m_at - begin);
}

namespace Json {

using Token = JsonScanner::Token;

std::optional<JsonError> check(QByteArrayView text, JsonLimits limits)
{
    JsonScanner scanner(text, limits);
    for (;;) {
        const Token token = scanner.next();
        if (token == Token::End) {
            return std::nullopt;
        }
        if (token == Token::Error) {
            return scanner.error();
        }
    }
}

Result<QList<QByteArrayView>, JsonError> splitArray(QByteArrayView text, JsonLimits limits)
{
    JsonScanner scanner(text, limits);
    QList<QByteArrayView> items;
    Token token = scanner.next();
    if (token == Token::Error) {
        return scanner.error();
    }
    if (token != Token::ArrayBegin) {
        return JsonError{JsonError::Reason::ExpectedValue, scanner.offset(), 1};
    }
    while ((token = scanner.next()) != Token::ArrayEnd) {
        const auto item = token == Token::Error ? std::nullopt : scanner.finishValue(token);
        if (!item) {
            return scanner.error();
        }
        items.append(*item);
    }
    if (scanner.next() == Token::Error) {
        return scanner.error();
    }
    return items;
}

std::optional<QByteArrayView> member(QByteArrayView text, QByteArrayView key)
{
    JsonScanner scanner(text, {JsonScanner::maxDepth, std::numeric_limits<int>::max()});
    std::optional<QByteArrayView> found;
    if (scanner.next() != Token::ObjectBegin) {
        return std::nullopt;
    }
    while (scanner.next() == Token::Key) {
        const QByteArrayView lexeme = scanner.lexeme();
        const bool plain = !lexeme.contains('\\');
        const bool matches = plain ? lexeme.sliced(1, lexeme.size() - 2) == key
                                   : QByteArrayView(decodeString(lexeme)) == key;
        const Token first = scanner.next();
        const auto value = first == Token::Error ? std::nullopt : scanner.finishValue(first);
        if (!value) {
            return std::nullopt;
        }
        if (matches) {
            found = value;
        }
    }
    return found;
}

QByteArray decodeString(QByteArrayView lexeme)
{
    const QByteArrayView text = lexeme.sliced(1, lexeme.size() - 2);
    QByteArray decoded;
    decoded.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != '\\') {
            decoded += text[at];
            continue;
        }
        const char kind = text[++at];
        switch (kind) {
        case 'b':
            decoded += '\b';
            break;
        case 'f':
            decoded += '\f';
            break;
        case 'n':
            decoded += '\n';
            break;
        case 'r':
            decoded += '\r';
            break;
        case 't':
            decoded += '\t';
            break;
        case 'u': {
            auto code = static_cast<char32_t>(hexQuad(text, at + 1));
            at += 4;
            if (code >= 0xD800 && code <= 0xDBFF && text.sliced(at + 1).startsWith("\\u")) {
                const int low = hexQuad(text, at + 3);
                if (low >= 0xDC00 && low <= 0xDFFF) {
                    code
                        = 0x10000 + ((code - 0xD800) << 10) + (static_cast<char32_t>(low) - 0xDC00);
                    at += 6;
                }
            }
            appendCodePoint(decoded, code >= 0xD800 && code <= 0xDFFF ? 0xFFFD : code);
            break;
        }
        default:
            decoded += kind;
        }
    }
    return decoded;
}

void appendString(QByteArray &to, QByteArrayView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    to.reserve(to.size() + text.size() + 2);
    to += '"';
    qsizetype from = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (!endsRun(c)) {
            continue;
        }
        to.append(text.sliced(from, at - from));
        from = at + 1;
        switch (c) {
        case '"':
            to += "\\\"";
            break;
        case '\\':
            to += "\\\\";
            break;
        case '\n':
            to += "\\n";
            break;
        case '\r':
            to += "\\r";
            break;
        case '\t':
            to += "\\t";
            break;
        default:
            to += "\\u00";
            to += hex[(c >> 4) & 0xF];
            to += hex[c & 0xF];
        }
    }
    to.append(text.sliced(from));
    to += '"';
}

QByteArray encodeString(QByteArrayView text)
{
    QByteArray encoded;
    appendString(encoded, text);
    return encoded;
}

QByteArray compact(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size());
    bool inString = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inString && c == '\\' && at + 1 < text.size()) {
            result += c;
            result += text[++at];
            continue;
        }
        if (c == '"') {
            inString = !inString;
        }
        if (inString || !isSpace(c)) {
            result += c;
        }
    }
    return result;
}

QByteArray pretty(QByteArrayView text)
{
    JsonScanner scanner(text, {JsonScanner::maxDepth, std::numeric_limits<int>::max()});
    QByteArray result;
    result.reserve(text.size() * 2);
    Token previous = Token::End;
    const auto newLine = [&](int depth) {
        result += '\n';
        result.append(qsizetype(depth) * 2, ' ');
    };
    const auto opens = [](Token t) { return t == Token::ObjectBegin || t == Token::ArrayBegin; };
    for (;;) {
        const Token token = scanner.next();
        if (token == Token::End || token == Token::Error) {
            return result;
        }
        if (token == Token::ObjectEnd || token == Token::ArrayEnd) {
            if (!opens(previous)) {
                newLine(scanner.depth());
            }
        } else if (previous == Token::Key) {
            result += ": ";
        } else if (previous != Token::End) {
            if (!opens(previous)) {
                result += ',';
            }
            newLine(scanner.depth() - (opens(token) ? 1 : 0));
        }
        result.append(scanner.lexeme());
        previous = token;
    }
}

} // namespace Json

} // namespace Switchboard
