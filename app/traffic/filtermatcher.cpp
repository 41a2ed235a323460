// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/filtermatcher.h"

#include "core/jsonscanner.h"

#include <QHostAddress>

#include <limits>

namespace Switchboard::App {

namespace {

using Token = JsonScanner::Token;

constexpr JsonLimits wide{JsonScanner::maxDepth, std::numeric_limits<int>::max()};

bool compare(double number, const FilterTerm &term, const FilterValue &value)
{
    switch (term.op) {
    case FilterOp::Greater:
        return number > value.low;
    case FilterOp::GreaterEqual:
        return number >= value.low;
    case FilterOp::Less:
        return number < value.low;
    case FilterOp::LessEqual:
        return number <= value.low;
    case FilterOp::Is:
    case FilterOp::Equal:
    case FilterOp::Contains:
        break;
    }
    return number >= value.low && number <= value.high;
}

bool matchesText(const QString &text, const FilterTerm &term, const FilterValue &value)
{
    if (value.regex) {
        return value.regex->match(text).hasMatch();
    }
    if (term.op == FilterOp::Equal) {
        return text == value.text;
    }
    if (term.op == FilterOp::Contains) {
        return text.contains(value.text, Qt::CaseInsensitive);
    }
    return value.isQuoted ? text.compare(value.text, Qt::CaseInsensitive) == 0
                          : globMatches(value.text, text);
}

bool matchesAnyText(const QString &text, const FilterTerm &term)
{
    return std::any_of(term.values.begin(), term.values.end(),
        [&](const FilterValue &value) { return matchesText(text, term, value); });
}

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

/** Without case for ASCII; Horspool, because payloads are long. */
bool containsFolded(QByteArrayView hay, QByteArrayView needle)
{
    const qsizetype length = needle.size();
    if (length == 0 || length > hay.size()) {
        return length == 0;
    }
    std::array<qsizetype, 256> skip;
    skip.fill(length);
    for (qsizetype i = 0; i < length - 1; ++i) {
        skip[static_cast<unsigned char>(folded(needle[i]))] = length - 1 - i;
    }
    for (qsizetype at = 0; at + length <= hay.size();) {
        qsizetype i = length - 1;
        while (i >= 0 && folded(hay[at + i]) == folded(needle[i])) {
            --i;
        }
        if (i < 0) {
            return true;
        }
        at += skip[static_cast<unsigned char>(folded(hay[at + length - 1]))];
    }
    return false;
}

bool bodyContains(QByteArrayView body, const FilterValue &value)
{
    if (value.regex) {
        return value.regex->match(QString::fromUtf8(body)).hasMatch();
    }
    return containsFolded(body, value.text.toUtf8());
}

bool scalarMatches(const FilterTerm &term, Token token, QByteArrayView lexeme)
{
    const bool isText = token == Token::String;
    const QString text
        = QString::fromUtf8(isText ? Json::decodeString(lexeme) : lexeme.toByteArray());
    for (const FilterValue &value : term.values) {
        if (value.isNumber) {
            bool ok = false;
            const double number = lexeme.toByteArray().toDouble(&ok);
            if (token == Token::Number && ok && compare(number, term, value)) {
                return true;
            }
        } else if (matchesText(text, term, value)) {
            return true;
        }
    }
    return false;
}

/**
 * The value behind @p path in the container whose opening token was just read; members that do
 * not lead there are skipped. Nothing when there is none or it is a container.
 */
bool matchesPath(JsonScanner &scanner, Token token, const FilterTerm &term)
{
    qsizetype level = 0;
    for (; level < term.path.size(); ++level) {
        const QByteArray &step = term.path.at(level);
        bool isIndex = false;
        const int wanted = step.toInt(&isIndex);
        if (token == Token::ObjectBegin) {
            bool found = false;
            while (!found && scanner.next() == Token::Key) {
                found = Json::decodeString(scanner.lexeme()) == step;
                token = scanner.next();
                if (!found && !scanner.finishValue(token)) {
                    return false;
                }
            }
            if (!found) {
                return false;
            }
        } else if (token == Token::ArrayBegin && isIndex) {
            for (int index = 0;; ++index) {
                token = scanner.next();
                if (token == Token::ArrayEnd || token == Token::Error) {
                    return false;
                }
                if (index == wanted) {
                    break;
                }
                if (!scanner.finishValue(token)) {
                    return false;
                }
            }
        } else {
            return false;
        }
    }
    const bool scalar = token == Token::String || token == Token::Number || token == Token::True
        || token == Token::False || token == Token::Null;
    return scalar && scalarMatches(term, token, scanner.lexeme());
}

bool matchesArguments(const FilterTerm &term, QByteArrayView arguments)
{
    JsonScanner list(arguments, wide);
    if (list.next() != Token::ArrayBegin) {
        return false;
    }
    for (int index = 0;; ++index) {
        const Token token = list.next();
        if (token == Token::ArrayEnd || token == Token::Error) {
            return false;
        }
        const auto item = list.finishValue(token);
        // The last argument of a cut payload has no end, but what is there can be looked at.
        const QByteArrayView text = item.value_or(arguments.sliced(list.offset()));
        if (term.argument < 0 || term.argument == index) {
            JsonScanner scanner(text, wide);
            if (matchesPath(scanner, scanner.next(), term)) {
                return true;
            }
        }
        if (!item || index == term.argument) {
            return false;
        }
    }
}

bool matchesAddress(const QString &address, const FilterTerm &term)
{
    return std::any_of(term.values.begin(), term.values.end(), [&](const FilterValue &value) {
        if (value.text.contains(QLatin1Char('/')) && !value.regex) {
            const auto subnet = QHostAddress::parseSubnet(value.text);
            return subnet.second >= 0 && QHostAddress(address).isInSubnet(subnet);
        }
        return matchesText(address, term, value);
    });
}

bool matchesId(const QString &id, const QString &wanted)
{
    if (id.isEmpty() || wanted.isEmpty()) {
        return false;
    }
    // Only head and tail of an id are known; a whole one must agree with both.
    const qsizetype dots = id.indexOf(QChar(0x2026));
    const bool whole = dots > 0 && wanted.size() > id.size() && wanted.startsWith(id.first(dots))
        && wanted.endsWith(id.sliced(dots + 1));
    return whole || id.startsWith(wanted, Qt::CaseInsensitive);
}

} // namespace

bool globMatches(QStringView pattern, QStringView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == QLatin1Char('*')) {
            star = p++;
            resume = t;
        } else if (p < pattern.size()
            && (pattern[p] == QLatin1Char('?')
                || pattern[p].toCaseFolded() == text[t].toCaseFolded())) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == QLatin1Char('*')) {
        ++p;
    }
    return p == pattern.size();
}

QString lifecycleWord(const Event &event)
{
    switch (event.kind) {
    case Kind::Connect:
        return event.flags & Traffic::Upgraded ? QStringLiteral("upgrade")
                                               : QStringLiteral("connect");
    case Kind::Disconnect:
        return QStringLiteral("disconnect");
    case Kind::Join:
        return QStringLiteral("join");
    case Kind::Leave:
        return QStringLiteral("leave");
    case Kind::Ping:
        return QStringLiteral("ping");
    default:
        return {};
    }
}

FilterMatcher::FilterMatcher(const EventRing &ring, const ClientNames &clients)
    : m_ring(ring)
    , m_clients(clients)
{ }

void FilterMatcher::setFilter(Filter filter)
{
    m_filter = std::move(filter);
    m_caches.assign(size_t(m_filter.terms.size()), Cache());
    m_unread = 0;
}

bool FilterMatcher::matches(RowId id)
{
    if (m_clientsRevision != m_clients.revision()) {
        m_clientsRevision = m_clients.revision();
        for (Cache &cache : m_caches) {
            cache.clients.clear();
        }
    }
    const Event &event = m_ring.at(id);
    bool truth = true;
    m_bodyMissed = false;
    const qsizetype count = m_filter.steps.size();
    for (qsizetype at = 0; at < count; ++at) {
        const FilterStep step = m_filter.steps.at(at);
        switch (step.kind) {
        case FilterStep::Kind::Test:
            truth = test(step.operand, id, event);
            break;
        case FilterStep::Kind::Not:
            truth = !truth;
            break;
        case FilterStep::Kind::JumpIfFalse:
            at = truth ? at : step.operand - 1;
            break;
        case FilterStep::Kind::JumpIfTrue:
            at = truth ? step.operand - 1 : at;
            break;
        }
    }
    m_unread += m_bodyMissed ? 1 : 0;
    return truth;
}

template <typename Ask> bool FilterMatcher::cached(Cache &cache, NameTable::Id id, Ask ask)
{
    if (id >= cache.names.size()) {
        cache.names.resize(size_t(m_ring.names().size()), Verdict::Unknown);
    }
    Verdict &verdict = cache.names[id];
    if (verdict == Verdict::Unknown) {
        verdict = ask(QString::fromUtf8(m_ring.names().name(id))) ? Verdict::Yes : Verdict::No;
    }
    return verdict == Verdict::Yes;
}

bool FilterMatcher::test(int index, RowId id, const Event &event)
{
    const FilterTerm &term = m_filter.terms.at(index);
    Cache &cache = m_caches[size_t(index)];
    const auto byName = [&](const QString &name) { return matchesAnyText(name, term); };
    const auto anyNumber = [&](double number) {
        return std::any_of(term.values.begin(), term.values.end(),
            [&](const FilterValue &value) { return compare(number, term, value); });
    };
    const auto anyBit = [&](quint32 bits) {
        return std::any_of(term.values.begin(), term.values.end(),
            [&](const FilterValue &value) { return (value.bits & bits) != 0; });
    };
    switch (term.field) {
    case FilterField::Event:
        return event.event == 0 ? byName(lifecycleWord(event)) : cached(cache, event.event, byName);
    case FilterField::Nsp:
        return cached(cache, event.nsp, byName);
    case FilterField::Client:
    case FilterField::Ip:
        return matchesClient(cache, term, event.client);
    case FilterField::Room:
        return cached(
            cache, event.target, [&](const QString &) { return matchesRoom(term, event); });
    case FilterField::Dir:
    case FilterField::Type:
        return anyBit(1U << quint32(event.kind));
    case FilterField::Size:
        return anyNumber(double(event.size));
    case FilterField::Seq:
        return anyNumber(double(id));
    case FilterField::Ack:
        return anyBit(1U << quint32(event.ack))
            || (event.ack == AckState::Answered
                && std::any_of(
                    term.values.begin(), term.values.end(), [&](const FilterValue &value) {
                        return value.bits == 0 && compare(double(event.latency), term, value);
                    }));
    case FilterField::Has:
        return anyBit(hasBits(event));
    case FilterField::Via:
        return anyBit(1U << quint32(event.via));
    case FilterField::After:
        return std::any_of(term.values.begin(), term.values.end(),
            [&](const FilterValue &value) { return double(event.time) >= value.low; });
    case FilterField::Before:
        return std::any_of(term.values.begin(), term.values.end(),
            [&](const FilterValue &value) { return double(event.time) < value.low; });
    case FilterField::Free:
        return (event.event == 0 ? byName(lifecycleWord(event))
                                 : cached(cache, event.event, byName))
            || matchesBody(term, event);
    case FilterField::Arg:
    case FilterField::Text:
        return matchesBody(term, event);
    }
    return false;
}

bool FilterMatcher::matchesClient(Cache &cache, const FilterTerm &term, quint32 serial)
{
    if (serial == 0) {
        return false;
    }
    if (const auto found = cache.clients.constFind(serial); found != cache.clients.constEnd()) {
        return *found;
    }
    const ClientNames::Client &client = m_clients.client(serial);
    bool truth = false;
    if (term.field == FilterField::Ip) {
        truth = matchesAddress(client.address, term);
    } else {
        truth = matchesAnyText(m_clients.label(serial), term)
            || matchesAnyText(client.address, term)
            || (term.op == FilterOp::Is
                && std::any_of(term.values.begin(), term.values.end(),
                    [&](const FilterValue &value) { return matchesId(client.id, value.text); }));
    }
    constexpr qsizetype most = 65'536;
    if (cache.clients.size() >= most) {
        cache.clients.clear();
    }
    cache.clients.insert(serial, truth);
    return truth;
}

bool FilterMatcher::matchesRoom(const FilterTerm &term, const Event &event) const
{
    const QByteArrayList targets = m_ring.names().name(event.target).split('\n');
    return std::any_of(targets.begin(), targets.end(), [&](const QByteArray &target) {
        const bool isRoom = !target.isEmpty() && target.front() != '!' && target.front() != '@';
        return isRoom && matchesAnyText(QString::fromUtf8(target), term);
    });
}

bool FilterMatcher::matchesBody(const FilterTerm &term, const Event &event)
{
    const auto body = m_ring.payload(event);
    if (!body) {
        m_bodyMissed = m_bodyMissed || event.size > 0;
        return false;
    }
    if (term.field == FilterField::Arg) {
        return hasArguments(event.kind) && matchesArguments(term, *body);
    }
    return std::any_of(term.values.begin(), term.values.end(),
        [&](const FilterValue &value) { return bodyContains(*body, value); });
}

quint32 FilterMatcher::hasBits(const Event &event) const
{
    quint32 bits = 0;
    bits |= event.flags & Traffic::AckAsked ? FilterHas::ack : 0;
    bits |= event.flags & Traffic::Binary ? FilterHas::binary : 0;
    bits |= event.kind == Kind::Error ? FilterHas::error : 0;
    bits |= event.marked ? FilterHas::mark : 0;
    bits |= event.flags & Traffic::Replay ? FilterHas::replay : 0;
    return bits;
}

} // namespace Switchboard::App
