// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayList>
#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringView>

#include <optional>

namespace Switchboard::App {

enum class FilterField : quint8 {
    Free, // event or payload contains
    Event,
    Nsp,
    Client,
    Room,
    Dir,
    Type,
    Size,
    Ack,
    Arg,
    Text,
    Has,
    Via,
    Ip,
    After,
    Before,
    Seq,
};

enum class FilterOp : quint8 { Is, Equal, Greater, GreaterEqual, Less, LessEqual, Contains };

/** What one term compares with; which members count is the field's business. */
struct FilterValue
{
    QString text;
    std::optional<QRegularExpression> regex;
    /** Bytes, microseconds, microseconds since 1970, or plain. */
    double low = 0;
    double high = 0;
    bool isNumber = false;
    bool isQuoted = false; // * and ? are themselves
    bool isRange = false;
    /** Set of kinds, flags, transports or ack states, one bit each. */
    quint32 bits = 0;
};

/** `field op value`, or free text. Several values: one of them. */
struct FilterTerm
{
    FilterField field = FilterField::Free;
    FilterOp op = FilterOp::Contains;
    int argument = -1; // arg2 is 2; -1 is any
    QByteArrayList path;
    QList<FilterValue> values;
    qsizetype position = 0;
    qsizetype length = 0;

    bool readsBody() const
    {
        return field == FilterField::Free || field == FilterField::Arg
            || field == FilterField::Text;
    }
};

/**
 * A filter as a program for a machine with one truth value: no tree, no stack, and what cannot
 * change the outcome is jumped over.
 */
struct FilterStep
{
    enum class Kind : quint8 { Test, Not, JumpIfFalse, JumpIfTrue };

    Kind kind = Kind::Test;
    int operand = 0; // Test: term; Jump: step
};

struct Filter
{
    QList<FilterTerm> terms;
    QList<FilterStep> steps;

    bool isEmpty() const { return steps.isEmpty(); }

    bool readsBodies() const;
};

/** Bits of `has:`. */
namespace FilterHas {
inline constexpr quint32 ack = 1, binary = 2, error = 4, mark = 8, replay = 16;
}

struct FilterError
{
    qsizetype position = 0;
    qsizetype length = 0;
    QString message;
    QString hint; // what to try instead; may be empty
};

/** A piece of the text, for colouring. */
struct FilterSpan
{
    enum class Token : quint8 { Field, Operator, Text, Number, Logic, Minus };

    qsizetype position = 0;
    qsizetype length = 0;
    Token token = Token::Text;
};

struct ParsedFilter
{
    Filter filter; // of use only without an error
    std::optional<FilterError> error;
    QList<FilterSpan> spans; // up to the error
};

/**
 * Reads the filter language of the Traffic page.
 *
 * Grammar: and (blank), or, not (- !), ( ), field op value with the ops : = != > >= < <= ~,
 * values as word, "quoted", /regex/i, low..high or (a b c), and free text. A regex holds no blank
 * and ends before a blank, a bracket or the end, so that nsp:/chat stays a name.
 *
 * Total, O(n), no recursion; at most 4,096 characters and 64 terms.
 *
 * @param now µs since 1970, what -5m is counted from
 */
ParsedFilter parseFilter(QStringView text, qint64 now);

/** One field for suggestions and help. */
struct FilterFieldInfo
{
    const char *name;
    FilterField field;
    bool alias;
    const char *meaning; // English source text, translated by the caller
};

const QList<FilterFieldInfo> &filterFields();

/** The fixed values of type, dir, has, via and ack; empty for other fields. */
QStringList filterWords(FilterField field);

/** @p value as the right side of `field:`, quoted when it must be. */
QString filterQuoted(const QString &value);

} // namespace Switchboard::App
