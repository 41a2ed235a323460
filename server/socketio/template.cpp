// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/template.h"

#include "core/jsonscanner.h"
#include "socketio/args.h"

#include <algorithm>

namespace Switchboard::SocketIo {

namespace {

using Token = JsonScanner::Token;

QByteArrayView withoutQuotes(QByteArrayView string)
{
    return string.sliced(1, string.size() - 2);
}

/** Item @p index of a JSON array, or nothing. */
std::optional<QByteArrayView> itemAt(QByteArrayView array, qsizetype index)
{
    JsonScanner scanner(array, {JsonScanner::maxDepth, std::numeric_limits<int>::max()});
    scanner.next();
    for (Token token = scanner.next(); token != Token::ArrayEnd; token = scanner.next()) {
        const auto item = token == Token::Error ? std::nullopt : scanner.finishValue(token);
        if (!item || index-- == 0) {
            return item;
        }
    }
    return {};
}

std::optional<QByteArrayView> follow(QByteArrayView value, const QByteArrayList &path)
{
    std::optional<QByteArrayView> at = value;
    for (const QByteArray &step : path) {
        if (at->startsWith('{')) {
            at = Json::member(*at, step);
        } else if (at->startsWith('[')) {
            bool isIndex = false;
            const auto index = step.toUInt(&isIndex);
            at = isIndex ? itemAt(*at, index) : std::nullopt;
        } else {
            return {};
        }
        if (!at) {
            return {};
        }
    }
    return at;
}

/** The JSON that @p reference stands for; @p made holds it when it had to be made. */
std::optional<QByteArrayView> resolve(
    const Reference &reference, const TemplateContext &context, QByteArray &made)
{
    switch (reference.source) {
    case Reference::Source::Args:
        made = '[' + context.packet.payload.toByteArray() + ']';
        break;
    case Reference::Source::Arg:
        if (reference.index >= context.packet.args.size()) {
            return {};
        }
        return follow(context.packet.args[reference.index], reference.path);
    case Reference::Source::Auth:
        if (context.auth.isEmpty()) {
            return {};
        }
        return follow(context.auth, reference.path);
    case Reference::Source::SocketId:
        made = Json::encodeString(context.sid);
        break;
    case Reference::Source::Client:
        made = QByteArray::number(context.client);
        break;
    case Reference::Source::Event:
        made = Json::encodeString(context.packet.event);
        break;
    case Reference::Source::Nsp:
        made = Json::encodeString(context.nsp);
        break;
    case Reference::Source::Now:
        made = QByteArray::number(context.now);
        break;
    }
    return made;
}

/** Appends @p part of the packet; placeholders in it take their attachments along. */
void forward(QByteArrayView part, const TemplateContext &context, QByteArray &json,
    QList<QByteArray> &attachments)
{
    const char *copied = part.data();
    for (const Placeholder &placeholder : context.packet.placeholders) {
        if (placeholder.text.data() < copied
            || placeholder.text.data() >= part.data() + part.size()) {
            continue;
        }
        json.append(copied, placeholder.text.data() - copied);
        appendPlaceholder(json, attachments.size());
        attachments.append(context.attachments[static_cast<std::size_t>(placeholder.number)]);
        copied = placeholder.text.data() + placeholder.text.size();
    }
    json.append(copied, part.data() + part.size() - copied);
}

/** True when @p json, begun at @p start, has nothing before it in its array. */
bool atArrayStart(const QByteArray &json, qsizetype start)
{
    return json.size() == start || json.endsWith('[');
}

/** "args.0.user" without braces; nothing when it is no reference. */
std::optional<Reference> parseReference(QByteArrayView text)
{
    auto parts = text.toByteArray().split('.');
    if (parts.contains(QByteArray()) || text.contains('\\')) {
        return {};
    }
    const QByteArray name = parts.takeFirst();
    Reference reference;
    if (name == "args" && !parts.isEmpty()) {
        bool isIndex = false;
        reference.source = Reference::Source::Arg;
        reference.index = parts.takeFirst().toUShort(&isIndex);
        reference.path = parts;
        return isIndex ? std::optional(reference) : std::nullopt;
    }
    if (name == "auth") {
        reference.source = Reference::Source::Auth;
        reference.path = parts;
        return reference;
    }
    static constexpr std::pair<QByteArrayView, Reference::Source> plain[]{
        {"args", Reference::Source::Args}, {"sid", Reference::Source::SocketId},
        {"id", Reference::Source::Client}, {"event", Reference::Source::Event},
        {"nsp", Reference::Source::Nsp}, {"now", Reference::Source::Now}};
    const auto found
        = std::ranges::find(plain, QByteArrayView(name), [](const auto &p) { return p.first; });
    if (!parts.isEmpty() || found == std::end(plain)) {
        return {};
    }
    reference.source = found->second;
    return reference;
}

} // namespace

/** Walks the JSON once and writes it down as segments. */
class Template::Compiler
{
public:
    explicit Compiler(QByteArrayView source)
        : m_scanner(source, {JsonScanner::maxDepth, std::numeric_limits<int>::max()})
    { }

    Result<Template, TemplateError> arguments()
    {
        m_scanner.next();
        m_levels.push_back({});
        while (m_error.message.isEmpty()) {
            const Token token = m_scanner.next();
            if (token == Token::ArrayEnd && m_levels.size() == 1) {
                return std::move(m_result);
            }
            take(token);
        }
        return m_error;
    }

    Result<Template, TemplateError> text()
    {
        m_scanner.next();
        addString(false);
        return m_error.message.isEmpty() ? Result<Template, TemplateError>(std::move(m_result))
                                         : Result<Template, TemplateError>(m_error);
    }

private:
    struct Level
    {
        bool isObject = false;
        bool isFirst = true;
        bool behindSplice = false;
    };

    void take(Token token)
    {
        switch (token) {
        case Token::Key:
            if (m_scanner.lexeme().contains(QByteArrayView("{{"))) {
                fail(m_scanner.offset(), QStringLiteral("Keys cannot hold {{references}}."));
                return;
            }
            beginItem();
            addLiteral(m_scanner.lexeme());
            addLiteral(":");
            return;
        case Token::ObjectEnd:
        case Token::ArrayEnd:
            m_levels.pop_back();
            addLiteral(m_scanner.lexeme());
            return;
        case Token::String:
            if (isSplice()) {
                addSplice();
                return;
            }
            break;
        default:
            break;
        }
        if (!m_levels.back().isObject) {
            beginItem();
        }
        if (token == Token::String) {
            addString(true);
            return;
        }
        addLiteral(m_scanner.lexeme());
        if (token == Token::ObjectBegin || token == Token::ArrayBegin) {
            m_levels.push_back({.isObject = token == Token::ObjectBegin});
        }
    }

    bool isSplice() const
    {
        const auto content = withoutQuotes(m_scanner.lexeme());
        return !m_levels.back().isObject && content.startsWith("{{") && content.endsWith("}}")
            && content.sliced(2, content.size() - 4).trimmed() == QByteArrayView("args");
    }

    void beginItem()
    {
        Level &level = m_levels.back();
        if (level.behindSplice) {
            m_result.m_segments.push_back({.kind = Kind::Separator});
        } else if (!level.isFirst) {
            addLiteral(",");
        }
        level.isFirst = false;
        level.behindSplice = false;
    }

    void addSplice()
    {
        m_result.m_segments.push_back({.kind = Kind::Splice});
        m_levels.back().behindSplice = true;
        m_levels.back().isFirst = false;
    }

    void addLiteral(QByteArrayView text)
    {
        auto &segments = m_result.m_segments;
        if (segments.empty() || segments.back().kind != Kind::Literal) {
            segments.push_back({});
        }
        segments.back().literal.append(text);
    }

    /** @param isJson false for the text of a name: no quotes, nothing escaped */
    void addString(bool isJson)
    {
        const auto content = withoutQuotes(m_scanner.lexeme());
        const auto close = content.indexOf(QByteArrayView("}}"));
        const bool isWhole = content.startsWith("{{") && close == content.size() - 2;
        if (isWhole) {
            addReference(content, 0, Kind::Value);
            return;
        }
        if (isJson) {
            addLiteral("\"");
        }
        qsizetype at = 0;
        while (at < content.size()) {
            const auto open = content.indexOf(QByteArrayView("{{"), at);
            const auto literal = content.sliced(at, (open < 0 ? content.size() : open) - at);
            addText(literal, isJson);
            if (open < 0) {
                break;
            }
            at = addReference(content, open, Kind::InString);
        }
        if (isJson) {
            addLiteral("\"");
        }
    }

    void addText(QByteArrayView escaped, bool isJson)
    {
        if (escaped.isEmpty()) {
            return;
        }
        addLiteral(isJson ? escaped.toByteArray()
                          : Json::decodeString(QByteArray('"' + escaped.toByteArray() + '"')));
    }

    /** @return where to go on behind the reference that opens at @p open */
    qsizetype addReference(QByteArrayView content, qsizetype open, Kind kind)
    {
        const auto at = m_scanner.offset() + 1 + open;
        const auto close = content.indexOf(QByteArrayView("}}"), open);
        if (close < 0) {
            fail(at, QStringLiteral("{{ has no }}."));
            return content.size();
        }
        const auto name = content.sliced(open + 2, close - open - 2).trimmed();
        auto reference = parseReference(name);
        if (!reference) {
            fail(at,
                QStringLiteral("Unknown reference {{%1}}. There are args, args.0, args.0.name, "
                               "auth, auth.name, sid, id, event, nsp and now.")
                    .arg(QString::fromUtf8(name)));
            return content.size();
        }
        m_result.m_segments.push_back({.kind = kind, .reference = std::move(*reference)});
        return close + 2;
    }

    void fail(qsizetype offset, QString message)
    {
        if (m_error.message.isEmpty()) {
            m_error = {offset, std::move(message)};
        }
    }

    JsonScanner m_scanner;
    Template m_result;
    TemplateError m_error;
    std::vector<Level> m_levels;
};

Result<Template, TemplateError> Template::arguments(QByteArrayView array)
{
    return Compiler(array).arguments();
}

Result<Template, TemplateError> Template::text(QByteArrayView string)
{
    return Compiler(string).text();
}

void Template::render(
    const TemplateContext &context, QByteArray &json, QList<QByteArray> &attachments) const
{
    const qsizetype start = json.size();
    for (const Segment &segment : m_segments) {
        QByteArray made;
        switch (segment.kind) {
        case Kind::Literal:
            json += segment.literal;
            break;
        case Kind::Value: {
            const auto value = resolve(segment.reference, context, made);
            forward(value.value_or("null"), context, json, attachments);
            break;
        }
        case Kind::InString: {
            const auto value = resolve(segment.reference, context, made).value_or("\"\"");
            // The inside of a JSON string is escaped already; other values are shown as they are.
            json += value.startsWith('"') ? withoutQuotes(value).toByteArray()
                                          : withoutQuotes(Json::encodeString(value)).toByteArray();
            break;
        }
        case Kind::Splice:
            if (!context.packet.payload.isEmpty()) {
                if (!atArrayStart(json, start)) {
                    json += ',';
                }
                forward(context.packet.payload, context, json, attachments);
            }
            break;
        case Kind::Separator:
            if (!atArrayStart(json, start)) {
                json += ',';
            }
            break;
        }
    }
}

std::optional<QByteArray> Template::renderText(const TemplateContext &context) const
{
    QByteArray text;
    for (const Segment &segment : m_segments) {
        if (segment.kind == Kind::Literal) {
            text += segment.literal;
            continue;
        }
        QByteArray made;
        const auto value = resolve(segment.reference, context, made);
        if (value && value->startsWith('"')) {
            text += Json::decodeString(*value);
        } else if (value && (*value)[0] != '{' && (*value)[0] != '[' && !value->startsWith('n')
            && !value->startsWith('t') && !value->startsWith('f')) {
            text += *value;
        } else if (segment.kind == Kind::Value) {
            return {};
        }
    }
    return text;
}

} // namespace Switchboard::SocketIo
