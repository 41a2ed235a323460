// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/emittemplate.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <array>

namespace Switchboard::App {

namespace {

struct Name
{
    const char *text;
    EmitTemplate::Variable variable;
};

constexpr std::array names{
    Name{"now", EmitTemplate::Variable::Now},
    Name{"iso", EmitTemplate::Variable::Iso},
    Name{"uuid", EmitTemplate::Variable::Uuid},
    Name{"n", EmitTemplate::Variable::N},
    Name{"random", EmitTemplate::Variable::Random},
    Name{"pick", EmitTemplate::Variable::Pick},
    Name{"client.id", EmitTemplate::Variable::ClientId},
    Name{"client.name", EmitTemplate::Variable::ClientName},
};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isNumeric(EmitTemplate::Variable variable)
{
    return variable == EmitTemplate::Variable::Now || variable == EmitTemplate::Variable::N
        || variable == EmitTemplate::Variable::Random;
}

/** A choice of {{pick}} that is JSON already, such as 12 or true. */
bool isScalar(QByteArrayView text)
{
    JsonScanner scanner(text);
    const JsonScanner::Token first = scanner.next();
    const bool isWord = first == JsonScanner::Token::Number || first == JsonScanner::Token::True
        || first == JsonScanner::Token::False || first == JsonScanner::Token::Null;
    return isWord && scanner.next() == JsonScanner::Token::End;
}

QByteArray inString(QByteArrayView text)
{
    const QByteArray quoted = Json::encodeString(text);
    return quoted.sliced(1, quoted.size() - 2);
}

} // namespace

/** Cuts a text into literal bytes and holes in one pass. */
struct EmitTemplate::Parser
{
    QByteArrayView text;
    Syntax syntax;
    EmitTemplate result;
    QByteArray literal;
    /**
     * The text with an empty array of the same length in place of each hole outside of strings:
     * a value that neither can be a key nor grows together with its neighbours.
     */
    QByteArray masked;
    bool isInString = false;

    std::optional<TemplateError> run();
    /** Reads the hole that opens at @p at. @return its length */
    Result<qsizetype, TemplateError> readHole(qsizetype at);
    std::optional<TemplateError::Reason> fill(Hole &hole, const QByteArrayList &words) const;
    void flush();
    /** Precondition: the masked text is JSON. */
    bool isNumber() const;
};

std::optional<TemplateError> EmitTemplate::Parser::run()
{
    masked = text.toByteArray();
    qsizetype at = 0;
    while (at < text.size()) {
        if (text.sliced(at).startsWith("{{")) {
            const auto length = readHole(at);
            if (!length) {
                return length.error();
            }
            at += *length;
            continue;
        }
        const char c = text[at];
        if (syntax == Syntax::Plain || isInString || !isSpace(c)) {
            literal.append(c);
        }
        if (syntax != Syntax::Plain) {
            if (isInString && c == '\\' && at + 1 < text.size()) {
                literal.append(text[++at]);
            } else if (c == '"') {
                isInString = !isInString;
            }
        }
        ++at;
    }
    flush();
    return std::nullopt;
}

Result<qsizetype, TemplateError> EmitTemplate::Parser::readHole(qsizetype at)
{
    // A hole ends on its own line; without that rule a forgotten brace would eat the whole text.
    const QByteArrayView rest = text.sliced(at);
    const qsizetype lineEnd = rest.indexOf('\n');
    const qsizetype close = rest.indexOf("}}");
    if (close < 0 || (lineEnd >= 0 && lineEnd < close)) {
        return TemplateError{TemplateError::Reason::Unclosed, at, 2, {}};
    }
    const qsizetype length = close + 2;
    QByteArrayList words;
    for (const QByteArray &word : rest.sliced(2, close - 2).toByteArray().split(' ')) {
        if (!word.trimmed().isEmpty()) {
            words.append(word.trimmed());
        }
    }
    Hole hole;
    hole.isPlain = syntax == Syntax::Plain;
    hole.isInText = hole.isPlain || isInString;
    if (const auto reason = fill(hole, words)) {
        return TemplateError{*reason, at, length, {}};
    }
    if (!hole.isInText) {
        std::fill_n(masked.data() + at, length, ' ');
        masked[at] = '[';
        masked[at + length - 1] = ']';
    }
    flush();
    result.m_parts.push_back(std::move(hole));
    return length;
}

std::optional<TemplateError::Reason> EmitTemplate::Parser::fill(
    Hole &hole, const QByteArrayList &words) const
{
    const QByteArray word = words.value(0);
    const auto name = std::find_if(
        names.begin(), names.end(), [&](const Name &known) { return word == known.text; });
    if (name == names.end()) {
        return TemplateError::Reason::UnknownVariable;
    }
    hole.variable = name->variable;
    if (hole.variable == Variable::Pick) {
        hole.choices = words.sliced(1);
        return hole.choices.isEmpty() ? std::optional(TemplateError::Reason::BadParameters)
                                      : std::nullopt;
    }
    if (hole.variable == Variable::Random) {
        bool isLeast = false;
        bool isMost = false;
        hole.least = words.value(1).toLongLong(&isLeast);
        hole.most = words.value(2).toLongLong(&isMost);
        // The span must fit as well, which half of the range on either side ensures.
        constexpr qint64 farthest = qint64(1) << 61;
        const bool isRange = isLeast && isMost && words.size() == 3 && hole.least <= hole.most
            && hole.least >= -farthest && hole.most <= farthest;
        return isRange ? std::nullopt : std::optional(TemplateError::Reason::BadParameters);
    }
    return words.size() == 1 ? std::nullopt : std::optional(TemplateError::Reason::BadParameters);
}

void EmitTemplate::Parser::flush()
{
    if (!literal.isEmpty()) {
        result.m_parts.push_back(std::exchange(literal, {}));
    }
}

bool EmitTemplate::Parser::isNumber() const
{
    const Hole *hole
        = result.m_parts.size() == 1 ? std::get_if<Hole>(&result.m_parts.front()) : nullptr;
    return hole ? !hole->isInText && isNumeric(hole->variable)
                : JsonScanner(masked).next() == JsonScanner::Token::Number;
}

Result<EmitTemplate, TemplateError> EmitTemplate::parse(QByteArrayView text, Syntax syntax)
{
    Parser parser{text, syntax, {}, {}, {}, false};
    if (const auto error = parser.run()) {
        return *error;
    }
    if (syntax == Syntax::Plain) {
        return std::move(parser.result);
    }
    if (const auto error = Json::check(parser.masked)) {
        return TemplateError{TemplateError::Reason::Json, error->offset, error->length, *error};
    }
    if (syntax == Syntax::Number && !parser.isNumber()) {
        return TemplateError{TemplateError::Reason::NotANumber, 0, text.size(), {}};
    }
    return std::move(parser.result);
}

bool EmitTemplate::isPerClient() const
{
    return std::any_of(m_parts.begin(), m_parts.end(), [](const auto &part) {
        const Hole *hole = std::get_if<Hole>(&part);
        return hole
            && (hole->variable == Variable::ClientId || hole->variable == Variable::ClientName);
    });
}

QByteArray EmitTemplate::expand(const TemplateValues &values) const
{
    const auto value = [&values](const Hole &hole) -> QByteArray {
        QRandomGenerator *random = QRandomGenerator::global();
        switch (hole.variable) {
        case Variable::Now:
            return QByteArray::number(QDateTime::currentMSecsSinceEpoch());
        case Variable::Iso:
            return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1();
        case Variable::Uuid:
            return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        case Variable::N:
            return QByteArray::number(values.n);
        case Variable::Random: {
            const auto span = quint64(hole.most - hole.least) + 1;
            return QByteArray::number(hole.least + qint64(random->generate64() % span));
        }
        case Variable::Pick:
            return hole.choices.at(random->bounded(int(hole.choices.size())));
        case Variable::ClientId:
            return values.clientId;
        case Variable::ClientName:
            return values.clientName;
        }
        return {};
    };
    QByteArray out;
    for (const auto &part : m_parts) {
        const Hole *hole = std::get_if<Hole>(&part);
        if (!hole) {
            out += std::get<QByteArray>(part);
            continue;
        }
        const QByteArray text = value(*hole);
        const bool isJson
            = isNumeric(hole->variable) || (hole->variable == Variable::Pick && isScalar(text));
        if (hole->isPlain) {
            out += text;
        } else if (hole->isInText) {
            out += inString(text);
        } else {
            out += isJson ? text : Json::encodeString(text);
        }
    }
    return out;
}

} // namespace Switchboard::App
