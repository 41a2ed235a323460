// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/jsonscanner.h"
#include "core/result.h"

#include <QByteArray>
#include <QByteArrayList>

#include <variant>
#include <vector>

namespace Switchboard::App {

/** What variables stand for in one send. */
struct TemplateValues
{
    qint64 n = 1; // number of the send, from 1
    QByteArray clientId;
    QByteArray clientName;
};

/** Where a text with variables is wrong; offsets in bytes of the text. */
struct TemplateError
{
    enum class Reason : quint8 {
        Json = 1, // see json
        Unclosed, // {{ without }}
        UnknownVariable,
        BadParameters, // {{random}} without numbers, {{pick}} without words
        NotANumber, // a Number that is another value
    };

    Reason reason = Reason::Json;
    qsizetype offset = 0;
    qsizetype length = 0;
    JsonError json;
};

/**
 * Text in which {{now}}, {{iso}}, {{uuid}}, {{n}}, {{random 1 100}}, {{pick a b c}}, {{client.id}}
 * and {{client.name}} stand for values of each send.
 *
 * In JSON a variable outside of a string becomes a value of its own, inside of one a part of it.
 * Everything else goes out byte for byte, without white space outside of strings, so numbers keep
 * all their digits.
 *
 * Value type, any thread; parsing is O(n), without recursion.
 */
class EmitTemplate
{
public:
    enum class Syntax : quint8 { Json, Number, Plain };

    static Result<EmitTemplate, TemplateError> parse(QByteArrayView text, Syntax syntax);

    /** Plain syntax: the text. Otherwise: valid JSON. */
    QByteArray expand(const TemplateValues &values) const;

    /** A variable speaks of the receiver. */
    bool isPerClient() const;

    enum class Variable : quint8 { Now, Iso, Uuid, N, Random, Pick, ClientId, ClientName };

private:
    struct Hole
    {
        Variable variable = Variable::Now;
        bool isInText = false; // inside of a JSON string, or in plain text
        bool isPlain = false;
        QByteArrayList choices; // Pick
        qint64 least = 0; // Random
        qint64 most = 0;
    };

    struct Parser;

    std::vector<std::variant<QByteArray, Hole>> m_parts;
};

} // namespace Switchboard::App
