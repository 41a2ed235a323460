// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <array>
#include <optional>

namespace Switchboard {

/** Caps on one JSON text (L33), checked while reading. */
struct JsonLimits
{
    int depth = 64;
    int nodes = 50'000;
};

/** Where a JSON text stops being one, and what would have been right there. */
struct JsonError
{
    enum class Reason : quint8 {
        ExpectedValue = 1,
        ExpectedKey,
        ExpectedKeyOrEnd, // { is followed by neither a key nor }
        ExpectedColon,
        ExpectedCommaOrEnd,
        BadLiteral, // a word that is not true, false or null
        BadNumber,
        BadEscape,
        ControlCharacter, // raw, inside a string
        UnterminatedString,
        UnexpectedEnd,
        TrailingText,
        TooDeep,
        TooManyNodes,
    };

    Reason reason = Reason::ExpectedValue;
    qsizetype offset = 0;
    /** Bytes from offset that are wrong; at least 1 unless the text ended. */
    qsizetype length = 0;
};

/**
 * Reads a JSON text (RFC 8259) token by token, keeping each lexeme, its place and its order.
 *
 * The only JSON reader of the product: numbers keep all their digits, duplicate keys stay, nothing
 * is built. Works without recursion and without allocating; O(n). Does not check UTF-8: the
 * transport has.
 *
 * Value type, any thread; views into the text, which must outlive it.
 */
class JsonScanner
{
public:
    enum class Token : quint8 {
        ObjectBegin,
        ObjectEnd,
        ArrayBegin,
        ArrayEnd,
        Key,
        String,
        Number,
        True,
        False,
        Null,
        End, // the text was one value and nothing else
        Error,
    };

    /** Deepest nesting any caller may ask for. */
    static constexpr int maxDepth = 1024;

    explicit JsonScanner(QByteArrayView text, JsonLimits limits = {});

    Token next();

    /** Bytes of the token last read; a string or key with its quotes. */
    QByteArrayView lexeme() const { return m_text.sliced(m_tokenAt, m_at - m_tokenAt); }

    qsizetype offset() const { return m_tokenAt; }

    /** Open containers after the token last read. */
    int depth() const { return m_depth; }

    /** Meaningful after Token::Error. */
    const JsonError &error() const { return m_error; }

    /**
     * Skips the rest of the value whose first token was just read.
     *
     * @return the value's bytes, or nothing when it is broken (see error())
     */
    std::optional<QByteArrayView> finishValue(Token first);

private:
    enum class State : quint8 { Value, ValueOrEnd, KeyOrEnd, Key, Colon, CommaOrEnd, Done, Failed };

    Token fail(JsonError::Reason reason, qsizetype at, qsizetype length);
    Token open(bool object);
    Token close(bool object);
    Token readString(Token kind);
    Token readNumber();
    Token readWord(const char *word, qsizetype length, Token kind);
    Token readValue(char first);
    void afterValue();
    void skipSpace();
    bool inObject() const;

    QByteArrayView m_text;
    JsonLimits m_limits;
    qsizetype m_at = 0;
    qsizetype m_tokenAt = 0;
    int m_depth = 0;
    int m_nodes = 0;
    State m_state = State::Value;
    std::array<quint64, maxDepth / 64> m_objects{};
    JsonError m_error;
};

namespace Json {

/** Checks that @p text is one JSON value within @p limits. */
std::optional<JsonError> check(QByteArrayView text, JsonLimits limits = {});

/**
 * Cuts a JSON array into the bytes of its items, without surrounding white space.
 *
 * Allocates the list only; the slices view @p text.
 */
Result<QList<QByteArrayView>, JsonError> splitArray(QByteArrayView text, JsonLimits limits = {});

/** Value of member @p key (its decoded name) of object @p text; the last one wins, as in
 * JavaScript. */
std::optional<QByteArrayView> member(QByteArrayView text, QByteArrayView key);

/** UTF-8 text of a string lexeme with its quotes; lone surrogates become U+FFFD. Precondition: it
 * was scanned as String or Key. */
QByteArray decodeString(QByteArrayView lexeme);

/** @p text as a JSON string with quotes; @p text must be valid UTF-8. */
QByteArray encodeString(QByteArrayView text);
void appendString(QByteArray &to, QByteArrayView text);

/** @p text without white space outside of strings; nothing else changes. Precondition: valid JSON.
 */
QByteArray compact(QByteArrayView text);

/** @p text over several lines, indented by two spaces; lexemes unchanged. Precondition: valid JSON.
 */
QByteArray pretty(QByteArrayView text);

} // namespace Json

} // namespace Switchboard
