// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/filter.h"

#include "traffic/filterwords.h"

#include <QCoreApplication>

#include <array>

namespace Switchboard::App {

namespace {

constexpr qsizetype maxText = 4096;
constexpr qsizetype maxTerms = 64;

QString tr(const char *text)
{
    return QCoreApplication::translate("Filter", text);
}

bool isIdentifier(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
        || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
        || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('_');
}

bool isOperator(QChar c)
{
    return QStringView(u":=!<>~").contains(c);
}

bool endsWord(QChar c)
{
    return c.isSpace() || QStringView(u"()\"").contains(c);
}

struct OperatorText
{
    QStringView text;
    FilterOp op;
    bool negated;
};

// Longer ones first, so that >= is not read as >.
constexpr std::array operators{
    OperatorText{u"!=", FilterOp::Equal, true},
    OperatorText{u">=", FilterOp::GreaterEqual, false},
    OperatorText{u"<=", FilterOp::LessEqual, false},
    OperatorText{u":", FilterOp::Is, false},
    OperatorText{u"=", FilterOp::Equal, false},
    OperatorText{u">", FilterOp::Greater, false},
    OperatorText{u"<", FilterOp::Less, false},
    OperatorText{u"~", FilterOp::Contains, false},
};

bool isComparison(FilterOp op)
{
    return op == FilterOp::Greater || op == FilterOp::GreaterEqual || op == FilterOp::Less
        || op == FilterOp::LessEqual;
}

/** An open bracket, or the whole text. */
struct Group
{
    QList<int> falseJumps; // of the current and-chain
    QList<int> trueJumps; // of the ors
    qsizetype position = 0;
    bool negated = false;
};

class Parser
{
public:
    Parser(QStringView text, qint64 now)
        : m_text(text)
        , m_now(now)
    { }

    ParsedFilter run();

private:
    using Token = FilterSpan::Token;

    bool fail(
        qsizetype position, qsizetype length, const QString &message, const QString &hint = {});
    void span(qsizetype from, Token token);
    void skipSpace();

    bool atEnd() const { return m_at >= m_text.size(); }

    QStringView rest() const { return m_text.sliced(m_at); }

    bool takeKeyword(QStringView word, QStringView sign);
    qsizetype regexLength() const;

    void emitStep(FilterStep::Kind kind, int operand = 0);
    void patch(QList<int> &jumps);
    bool beginOperand();
    void endOperand(bool negated);
    bool readOr();
    bool readOperand();
    bool closeGroup();

    bool readTerm();
    bool readField(FilterTerm &term, bool &negated);
    bool findField(QStringView name, FilterTerm &term, qsizetype from);
    bool readValues(FilterTerm &term);
    bool readValue(FilterTerm &term);
    bool readQuoted(FilterValue &value);
    bool readRegex(FilterValue &value, qsizetype length);
    bool interpret(const FilterTerm &term, FilterValue &value, qsizetype from);
    bool interpretNumber(
        const FilterTerm &term, FilterValue &value, qsizetype from, FilterUnit unit);
    bool checkOperator(const FilterTerm &term, qsizetype from, qsizetype length);

    QStringView m_text;
    qint64 m_now;
    qsizetype m_at = 0;
    ParsedFilter m_result;
    QList<Group> m_groups{Group()};
    bool m_haveOperand = false;
    bool m_negate = false; // by the signs before the operand to come
    bool m_openSign = false; // after "-", "not" or "or": an operand must follow
    qsizetype m_signAt = 0;
};

bool Parser::fail(qsizetype position, qsizetype length, const QString &message, const QString &hint)
{
    m_result.error = FilterError{position, std::max(length, qsizetype(1)), message, hint};
    return false;
}

void Parser::span(qsizetype from, Token token)
{
    if (m_at > from) {
        m_result.spans.append({from, m_at - from, token});
    }
}

void Parser::skipSpace()
{
    while (!atEnd() && m_text[m_at].isSpace()) {
        ++m_at;
    }
}

bool Parser::takeKeyword(QStringView word, QStringView sign)
{
    for (const QStringView candidate : {word, sign}) {
        const bool bare = candidate == word;
        if (rest().startsWith(candidate, Qt::CaseInsensitive)
            && (!bare || m_at + candidate.size() == m_text.size()
                || endsWord(m_text[m_at + candidate.size()]))) {
            const qsizetype from = m_at;
            m_at += candidate.size();
            span(from, Token::Logic);
            m_openSign = true;
            m_signAt = from;
            return true;
        }
    }
    return false;
}

void Parser::emitStep(FilterStep::Kind kind, int operand)
{
    m_result.filter.steps.append({kind, operand});
}

void Parser::patch(QList<int> &jumps)
{
    for (const int jump : std::as_const(jumps)) {
        m_result.filter.steps[jump].operand = int(m_result.filter.steps.size());
    }
    jumps.clear();
}

/** Two operands side by side mean and: when the first is false the rest of the chain is skipped. */
bool Parser::beginOperand()
{
    if (m_haveOperand) {
        m_groups.last().falseJumps.append(int(m_result.filter.steps.size()));
        emitStep(FilterStep::Kind::JumpIfFalse);
        m_haveOperand = false;
    }
    return true;
}

void Parser::endOperand(bool negated)
{
    if (negated) {
        emitStep(FilterStep::Kind::Not);
    }
    m_haveOperand = true;
    m_openSign = false;
}

bool Parser::readOr()
{
    Group &group = m_groups.last();
    patch(group.falseJumps);
    group.trueJumps.append(int(m_result.filter.steps.size()));
    emitStep(FilterStep::Kind::JumpIfTrue);
    m_haveOperand = false;
    return true;
}

bool Parser::closeGroup()
{
    Group group = m_groups.takeLast();
    patch(group.falseJumps);
    patch(group.trueJumps);
    endOperand(group.negated);
    return true;
}

ParsedFilter Parser::run()
{
    if (m_text.size() > maxText) {
        fail(maxText, 1, tr("This filter is too long"));
        return m_result;
    }
    for (skipSpace(); !atEnd(); skipSpace()) {
        if (!readOperand()) {
            return m_result;
        }
    }
    if (m_openSign) {
        fail(m_signAt, m_at - m_signAt,
            tr("Expected something to look for after %1")
                .arg(m_text.sliced(m_signAt, m_at - m_signAt).trimmed()));
    } else if (m_groups.size() > 1) {
        fail(m_groups.constLast().position, 1, tr("This ( is not closed"));
    } else if (m_haveOperand) {
        patch(m_groups.last().falseJumps);
        patch(m_groups.last().trueJumps);
    }
    return m_result;
}

bool Parser::readOperand()
{
    const QChar c = m_text[m_at];
    if (c == QLatin1Char(')')) {
        if (m_groups.size() == 1) {
            return fail(m_at, 1, tr("There is no ( before this )"));
        }
        if (!m_haveOperand || m_openSign) {
            return fail(m_at, 1, tr("Expected something to look for before )"));
        }
        ++m_at;
        return closeGroup();
    }
    if (m_haveOperand && !m_openSign) {
        if (takeKeyword(u"or", u"|")) {
            return readOr();
        }
        if (takeKeyword(u"and", u"&")) {
            return beginOperand();
        }
    }
    if (takeKeyword(u"not", u"!")) {
        beginOperand();
        m_negate = !m_negate;
        return true;
    }
    if (c == QLatin1Char('-')) {
        beginOperand();
        m_signAt = m_at++;
        span(m_signAt, Token::Minus);
        m_negate = !m_negate;
        m_openSign = true;
        return true;
    }
    beginOperand();
    if (c == QLatin1Char('(')) {
        m_groups.append(Group{{}, {}, m_at, m_negate});
        m_negate = false;
        m_openSign = false;
        ++m_at;
        return true;
    }
    return readTerm();
}

bool Parser::readTerm()
{
    if (m_result.filter.terms.size() >= maxTerms) {
        return fail(m_at, m_text.size() - m_at, tr("This filter has too many parts"));
    }
    FilterTerm term;
    term.position = m_at;
    bool negated = m_negate;
    m_negate = false;
    if (!readField(term, negated)) {
        return false;
    }
    if (term.field == FilterField::Free ? !readValue(term) : !readValues(term)) {
        return false;
    }
    term.length = m_at - term.position;
    emitStep(FilterStep::Kind::Test, int(m_result.filter.terms.size()));
    m_result.filter.terms.append(std::move(term));
    endOperand(negated);
    return true;
}

/** Leaves @p term as free text when no operator follows the word. */
bool Parser::readField(FilterTerm &term, bool &negated)
{
    qsizetype end = m_at;
    while (end < m_text.size() && isIdentifier(m_text[end])) {
        ++end;
    }
    const qsizetype nameEnd = end;
    while (nameEnd > m_at && end < m_text.size() && m_text[end] == QLatin1Char('.')) {
        qsizetype part = end + 1;
        while (part < m_text.size() && !endsWord(m_text[part]) && !isOperator(m_text[part])
            && m_text[part] != QLatin1Char('.')) {
            ++part;
        }
        if (part == end + 1) {
            break;
        }
        term.path.append(m_text.sliced(end + 1, part - end - 1).toUtf8());
        end = part;
    }
    const auto *found = std::find_if(operators.begin(), operators.end(),
        [&](const OperatorText &op) { return m_text.sliced(end).startsWith(op.text); });
    if (nameEnd == m_at || found == operators.end()) {
        term.path.clear();
        return true;
    }
    const qsizetype from = m_at;
    if (!findField(m_text.sliced(from, nameEnd - from), term, from)) {
        return false;
    }
    m_at = end;
    span(from, Token::Field);
    term.op = found->op;
    negated = negated != found->negated;
    m_at = end + found->text.size();
    span(end, Token::Operator);
    return checkOperator(term, end, found->text.size());
}

bool Parser::findField(QStringView name, FilterTerm &term, qsizetype from)
{
    QStringList names;
    for (const FilterFieldInfo &info : filterFields()) {
        if (name.compare(QLatin1String(info.name), Qt::CaseInsensitive) == 0) {
            term.field = info.field;
        }
        names.append(QLatin1String(info.name));
    }
    if (name.startsWith(u"arg", Qt::CaseInsensitive) && name.size() > 3 && name.size() < 6) {
        bool ok = false;
        term.argument = name.sliced(3).toInt(&ok);
        if (ok) {
            term.field = FilterField::Arg;
        }
    }
    if (term.field == FilterField::Free) {
        const QString close = closestWord(name.toString(), names);
        return fail(from, name.size(), tr("Unknown field %1").arg(name),
            close.isEmpty() ? tr("To search for the text itself, put it in quotes")
                            : tr("Did you mean %1?").arg(close));
    }
    if (!term.path.isEmpty() && term.field != FilterField::Arg) {
        return fail(from, name.size(), tr("%1 has no parts").arg(name),
            tr("Did you mean arg.%1?").arg(QString::fromUtf8(term.path.constFirst())));
    }
    return true;
}

bool Parser::checkOperator(const FilterTerm &term, qsizetype from, qsizetype length)
{
    const bool ordered = term.field == FilterField::Size || term.field == FilterField::Ack
        || term.field == FilterField::Seq || term.field == FilterField::Arg;
    const bool textual = term.field == FilterField::Event || term.field == FilterField::Nsp
        || term.field == FilterField::Client || term.field == FilterField::Room
        || term.field == FilterField::Ip || term.field == FilterField::Arg
        || term.field == FilterField::Text;
    if (isComparison(term.op) && !ordered) {
        return fail(from, length, tr("Only numbers can be compared"), tr("Use : here"));
    }
    if (term.op == FilterOp::Contains && !textual) {
        return fail(from, length, tr("~ works with text only"), tr("Use : here"));
    }
    return true;
}

bool Parser::readValues(FilterTerm &term)
{
    if (atEnd() || m_text[m_at] != QLatin1Char('(')) {
        return readValue(term);
    }
    const qsizetype open = m_at++;
    for (skipSpace(); !atEnd() && m_text[m_at] != QLatin1Char(')'); skipSpace()) {
        if (!readValue(term)) {
            return false;
        }
    }
    if (atEnd()) {
        return fail(open, 1, tr("This ( is not closed"));
    }
    if (term.values.isEmpty()) {
        return fail(open, m_at + 1 - open, tr("Expected a value between ( and )"));
    }
    ++m_at;
    return true;
}

bool Parser::readValue(FilterTerm &term)
{
    const qsizetype from = m_at;
    FilterValue value;
    if (!atEnd() && m_text[m_at] == QLatin1Char('"')) {
        if (!readQuoted(value)) {
            return false;
        }
    } else if (const qsizetype length = regexLength(); length > 0) {
        if (!readRegex(value, length)) {
            return false;
        }
    } else {
        while (!atEnd() && !endsWord(m_text[m_at])) {
            ++m_at;
        }
        if (m_at == from) {
            return fail(term.position, std::max(from - term.position, qsizetype(1)),
                tr("Expected a value after %1")
                    .arg(m_text.sliced(term.position, from - term.position)));
        }
        value.text = m_text.sliced(from, m_at - from).toString();
    }
    if (!interpret(term, value, from)) {
        return false;
    }
    span(from, value.isNumber || value.isRange ? Token::Number : Token::Text);
    term.values.append(std::move(value));
    return true;
}

bool Parser::readQuoted(FilterValue &value)
{
    const qsizetype from = m_at++;
    value.isQuoted = true;
    while (!atEnd() && m_text[m_at] != QLatin1Char('"')) {
        if (m_text[m_at] == QLatin1Char('\\') && m_at + 1 < m_text.size()) {
            ++m_at;
        }
        value.text += m_text[m_at++];
    }
    if (atEnd()) {
        return fail(from, 1, tr("This \" is not closed"));
    }
    ++m_at;
    return true;
}

/** Bytes of the regex that stands here with its slashes and option, or 0. */
qsizetype Parser::regexLength() const
{
    if (atEnd() || m_text[m_at] != QLatin1Char('/')) {
        return 0;
    }
    qsizetype end = m_at + 1;
    while (end < m_text.size() && !m_text[end].isSpace() && m_text[end] != QLatin1Char('/')) {
        end += m_text[end] == QLatin1Char('\\') ? 2 : 1;
    }
    if (end >= m_text.size() || m_text[end] != QLatin1Char('/') || end == m_at + 1) {
        return 0;
    }
    ++end;
    if (end < m_text.size() && m_text[end] == QLatin1Char('i')) {
        ++end;
    }
    return end == m_text.size() || endsWord(m_text[end]) ? end - m_at : 0;
}

bool Parser::readRegex(FilterValue &value, qsizetype length)
{
    const qsizetype from = m_at;
    QStringView body = m_text.sliced(from + 1, length - 2);
    auto options = QRegularExpression::NoPatternOption;
    if (body.endsWith(QLatin1Char('/'))) {
        body.chop(1);
        options = QRegularExpression::CaseInsensitiveOption;
    }
    // Payloads are a stranger's: a pattern that backtracks for ever gives up instead.
    const QString limit = QStringLiteral("(*LIMIT_MATCH=50000)(*LIMIT_DEPTH=5000)");
    const QRegularExpression regex(limit + body, options);
    if (!regex.isValid()) {
        const qsizetype offset
            = qBound(qsizetype(0), regex.patternErrorOffset() - limit.size(), body.size());
        return fail(
            from + 1 + offset, 1, tr("This pattern is not right: %1").arg(regex.errorString()));
    }
    value.text = body.toString();
    value.regex = regex;
    m_at = from + length;
    return true;
}

bool Parser::interpretNumber(
    const FilterTerm &term, FilterValue &value, qsizetype from, FilterUnit unit)
{
    const qsizetype dots = value.text.indexOf(QLatin1String(".."));
    const bool range = dots > 0 && !isComparison(term.op);
    const QStringView low = range ? QStringView(value.text).first(dots) : QStringView(value.text);
    const QStringView high = range ? QStringView(value.text).sliced(dots + 2) : low;
    const auto first = filterNumber(low, unit);
    const auto last = filterNumber(high, unit);
    if (first && last) {
        value.low = *first;
        value.high = *last;
        value.isNumber = true;
        value.isRange = range;
        return true;
    }
    QString hint;
    if (unit == FilterUnit::Bytes) {
        hint = tr("Write a size such as 16, 1kB or 1kB..2kB");
    } else if (unit == FilterUnit::Time) {
        hint = tr("Write a time with its unit, such as 100ms");
    }
    return fail(from, m_at - from, tr("%1 is not a number").arg(value.text), hint);
}

bool Parser::interpret(const FilterTerm &term, FilterValue &value, qsizetype from)
{
    switch (term.field) {
    case FilterField::Free:
    case FilterField::Event:
    case FilterField::Nsp:
    case FilterField::Client:
    case FilterField::Room:
    case FilterField::Text:
    case FilterField::Ip:
        return true;
    case FilterField::Arg:
        if (isComparison(term.op)) {
            return interpretNumber(term, value, from, FilterUnit::Plain);
        }
        if (!value.isQuoted && !value.regex && term.op != FilterOp::Contains) {
            const qsizetype dots = value.text.indexOf(QLatin1String(".."));
            const bool range = dots > 0
                && filterNumber(QStringView(value.text).first(dots), FilterUnit::Plain)
                && filterNumber(QStringView(value.text).sliced(dots + 2), FilterUnit::Plain);
            return !range || interpretNumber(term, value, from, FilterUnit::Plain);
        }
        return true;
    case FilterField::Size:
        return interpretNumber(term, value, from, FilterUnit::Bytes);
    case FilterField::Seq:
        return interpretNumber(term, value, from, FilterUnit::Plain);
    case FilterField::After:
    case FilterField::Before:
        if (const auto time = filterTime(value.text, m_now)) {
            value.low = value.high = double(*time);
            return true;
        }
        return fail(from, m_at - from, tr("%1 is not a time").arg(value.text),
            tr("Write 14:30, 14:30:05.250, 2026-11-23T14:30 or -5m"));
    case FilterField::Ack:
    case FilterField::Dir:
    case FilterField::Type:
    case FilterField::Has:
    case FilterField::Via:
        break;
    }
    if (const auto bits = filterBits(term.field, value.text); bits && !isComparison(term.op)) {
        value.bits = *bits;
        return true;
    }
    if (term.field == FilterField::Ack) {
        return interpretNumber(term, value, from, FilterUnit::Time);
    }
    const QStringList known = filterWords(term.field);
    const QString close = closestWord(value.text, known);
    return fail(from, m_at - from, tr("There is no %1 here").arg(value.text),
        close.isEmpty() ? tr("Choose from %1").arg(known.join(QLatin1String(", ")))
                        : tr("Did you mean %1?").arg(close));
}

} // namespace

ParsedFilter parseFilter(QStringView text, qint64 now)
{
    return Parser(text, now).run();
}

} // namespace Switchboard::App
