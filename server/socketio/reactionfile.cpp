// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/reactionfile.h"

#include "core/jsonscanner.h"
#include "core/utf8.h"

#include <algorithm>

namespace Switchboard::SocketIo {

namespace {

using Token = JsonScanner::Token;

constexpr qsizetype largestFile = 1024 * 1024;

struct Failure
{
    qsizetype offset = 0;
    QString message;
};

/** One JSON value of the file. */
struct Node
{
    Token type = Token::Null;
    QByteArrayView text;
};

struct Member
{
    QByteArray key;
    QByteArrayView keyText;
    Node value;
};

QString describe(const JsonError &error)
{
    using Reason = JsonError::Reason;
    switch (error.reason) {
    case Reason::ExpectedValue:
        return QStringLiteral("A value is missing here.");
    case Reason::ExpectedKey:
    case Reason::ExpectedKeyOrEnd:
        return QStringLiteral("A key in double quotes is missing here.");
    case Reason::ExpectedColon:
        return QStringLiteral("A colon is missing here.");
    case Reason::ExpectedCommaOrEnd:
        return QStringLiteral("A comma or a closing bracket is missing here.");
    case Reason::BadLiteral:
        return QStringLiteral("This word is not JSON. Text needs double quotes.");
    case Reason::BadNumber:
        return QStringLiteral("This is not a JSON number.");
    case Reason::BadEscape:
        return QStringLiteral("This escape is not JSON.");
    case Reason::ControlCharacter:
        return QStringLiteral(
            "Line breaks and control characters in text need an escape, such as \\n.");
    case Reason::UnterminatedString:
        return QStringLiteral("The closing quote is missing.");
    case Reason::UnexpectedEnd:
        return QStringLiteral("The file ends too early.");
    case Reason::TrailingText:
        return QStringLiteral("Nothing may follow the closing bracket.");
    case Reason::TooDeep:
        return QStringLiteral("This is nested too deeply.");
    case Reason::TooManyNodes:
        return QStringLiteral("The file has too many values.");
    }
    return {};
}

/** Walks the fixed schema; the first failure is kept and everything after it is skipped. */
class FileParser
{
public:
    explicit FileParser(QByteArrayView file)
        : m_file(file)
    { }

    std::optional<Failure> parse(Reactions &into)
    {
        if (const auto error = Json::check(m_file)) {
            return Failure{error->offset, describe(*error)};
        }
        JsonScanner scanner(m_file);
        const Token first = scanner.next();
        readFile({first, *scanner.finishValue(first)}, into);
        return m_failure;
    }

private:
    void fail(QByteArrayView at, const QString &message)
    {
        if (!m_failure) {
            m_failure = Failure{at.data() - m_file.data(), message};
        }
    }

    std::vector<Node> items(const Node &array, const QString &what)
    {
        std::vector<Node> nodes;
        if (array.type != Token::ArrayBegin) {
            fail(array.text, QStringLiteral("%1 must be an array.").arg(what));
            return nodes;
        }
        JsonScanner scanner(array.text);
        scanner.next();
        for (Token token = scanner.next(); token != Token::ArrayEnd; token = scanner.next()) {
            nodes.push_back({token, *scanner.finishValue(token)});
        }
        return nodes;
    }

    std::vector<Member> members(const Node &object, const QString &what)
    {
        std::vector<Member> members;
        if (object.type != Token::ObjectBegin) {
            fail(object.text, QStringLiteral("%1 must be an object.").arg(what));
            return members;
        }
        JsonScanner scanner(object.text);
        scanner.next();
        while (scanner.next() == Token::Key) {
            const auto keyText = scanner.lexeme();
            const Token token = scanner.next();
            Member member{
                Json::decodeString(keyText), keyText, {token, *scanner.finishValue(token)}};
            if (std::ranges::find(members, member.key, &Member::key) != members.end()) {
                fail(keyText, QStringLiteral("The key %1 is there twice.").arg(shown(member.key)));
            }
            members.push_back(std::move(member));
        }
        return members;
    }

    static QString shown(const QByteArray &key) { return u'"' + QString::fromUtf8(key) + u'"'; }

    void unknown(const Member &member, const QString &allowed)
    {
        fail(member.keyText,
            QStringLiteral("Unknown key %1. Allowed here: %2.").arg(shown(member.key), allowed));
    }

    std::optional<QByteArray> string(const Member &member)
    {
        if (member.value.type != Token::String) {
            fail(member.value.text, QStringLiteral("%1 must be text.").arg(shown(member.key)));
            return {};
        }
        return Json::decodeString(member.value.text);
    }

    bool boolean(const Member &member)
    {
        if (member.value.type != Token::True && member.value.type != Token::False) {
            fail(member.value.text,
                QStringLiteral("%1 must be true or false.").arg(shown(member.key)));
        }
        return member.value.type == Token::True;
    }

    Template keep(Result<Template, TemplateError> compiled, QByteArrayView source)
    {
        if (!compiled) {
            fail(source.sliced(compiled.error().offset), compiled.error().message);
            return {};
        }
        return std::move(*compiled);
    }

    Template arguments(const Member &member)
    {
        if (member.value.type != Token::ArrayBegin) {
            fail(member.value.text,
                QStringLiteral("%1 must be an array of arguments.").arg(shown(member.key)));
            return {};
        }
        return keep(Template::arguments(member.value.text), member.value.text);
    }

    Template name(const Member &member)
    {
        const auto text = string(member);
        if (!text) {
            return {};
        }
        if (text->isEmpty()) {
            fail(member.value.text, QStringLiteral("%1 cannot be empty.").arg(shown(member.key)));
        }
        return keep(Template::text(member.value.text), member.value.text);
    }

    void readFile(const Node &file, Reactions &into)
    {
        bool hasRules = false;
        for (const Member &member : members(file, QStringLiteral("The file"))) {
            if (member.key == "version") {
                if (member.value.text != "1") {
                    fail(member.value.text, QStringLiteral("\"version\" must be 1."));
                }
            } else if (member.key == "rules") {
                hasRules = true;
                for (const Node &rule : items(member.value, QStringLiteral("\"rules\""))) {
                    into.rules.push_back(readRule(rule));
                }
            } else {
                unknown(member, QStringLiteral("version, rules"));
            }
        }
        if (!hasRules) {
            fail(file.text, QStringLiteral("\"rules\" is missing."));
        }
    }

    ReactionRule readRule(const Node &node)
    {
        ReactionRule rule;
        bool hasActions = false;
        for (const Member &member : members(node, QStringLiteral("A rule"))) {
            if (member.key == "on") {
                rule.event = string(member).value_or("?");
                rule.onConnect = rule.event == "connect";
                if (rule.event.isEmpty() || (!rule.onConnect && isReservedEvent(rule.event))) {
                    fail(member.value.text, QStringLiteral("No client can send this event."));
                }
            } else if (member.key == "namespace") {
                rule.nsp = string(member).value_or("/");
                if (!rule.nsp.startsWith('/') && !rule.nsp.startsWith('*')) {
                    fail(member.value.text, QStringLiteral("A namespace begins with \"/\"."));
                }
            } else if (member.key == "do") {
                hasActions = true;
                for (const Node &action : items(member.value, QStringLiteral("\"do\""))) {
                    rule.actions.push_back(readAction(action));
                }
            } else {
                unknown(member, QStringLiteral("on, namespace, do"));
            }
        }
        if (rule.event.isEmpty()) {
            fail(node.text, QStringLiteral("\"on\" is missing."));
        } else if (!hasActions) {
            fail(node.text, QStringLiteral("\"do\" is missing."));
        }
        return rule;
    }

    ReactionAction readAction(const Node &node)
    {
        using Kind = ReactionAction::Kind;
        const auto keys = members(node, QStringLiteral("An action"));
        static constexpr std::pair<QByteArrayView, Kind> kinds[]{{"ack", Kind::Ack},
            {"emit", Kind::Emit}, {"join", Kind::Join}, {"leave", Kind::Leave},
            {"disconnect", Kind::Disconnect}};
        ReactionAction action;
        int named = 0;
        for (const Member &member : keys) {
            const auto kind = std::ranges::find(
                kinds, QByteArrayView(member.key), [](const auto &k) { return k.first; });
            if (kind != std::end(kinds)) {
                action.kind = kind->second;
                ++named;
            }
        }
        if (named != 1) {
            fail(node.text,
                QStringLiteral(
                    "An action has exactly one of ack, emit, join, leave and disconnect."));
            return action;
        }
        for (const Member &member : keys) {
            readActionKey(member, action);
        }
        if (action.hasRoom && action.to == ReactionAction::To::Sender) {
            fail(node.text, QStringLiteral("\"room\" needs \"to\": \"others\" or \"everyone\"."));
        }
        return action;
    }

    void readActionKey(const Member &member, ReactionAction &action)
    {
        const bool isEmit = action.kind == ReactionAction::Kind::Emit;
        if (member.key == "ack") {
            action.args = arguments(member);
        } else if (member.key == "emit") {
            action.event = name(member);
            if (isReservedEvent(Json::decodeString(
                    member.value.type == Token::String ? member.value.text : "\"\""))) {
                fail(member.value.text, QStringLiteral("This event name is reserved."));
            }
        } else if (member.key == "join" || member.key == "leave") {
            action.room = name(member);
        } else if (member.key == "disconnect") {
            const auto what = string(member).value_or("namespace");
            action.close = what == "connection";
            if (!action.close && what != "namespace") {
                fail(member.value.text,
                    QStringLiteral("\"disconnect\" must be \"namespace\" or \"connection\"."));
            }
        } else if (isEmit && member.key == "to") {
            action.to = readTo(member);
        } else if (isEmit && member.key == "room") {
            action.hasRoom = true;
            action.room = name(member);
        } else if (isEmit && member.key == "args") {
            action.args = arguments(member);
        } else if (isEmit && member.key == "volatile") {
            action.isVolatile = boolean(member);
        } else {
            unknown(member,
                isEmit ? QStringLiteral("emit, to, room, args, volatile")
                       : QStringLiteral("nothing else"));
        }
    }

    ReactionAction::To readTo(const Member &member)
    {
        const auto to = string(member).value_or("sender");
        if (to == "others") {
            return ReactionAction::To::Others;
        }
        if (to == "everyone") {
            return ReactionAction::To::Everyone;
        }
        if (to != "sender") {
            fail(member.value.text,
                QStringLiteral("\"to\" must be \"sender\", \"others\" or \"everyone\"."));
        }
        return ReactionAction::To::Sender;
    }

    QByteArrayView m_file;
    std::optional<Failure> m_failure;
};

ReactionFileError locate(QByteArrayView file, const Failure &failure)
{
    ReactionFileError error{1, 1, failure.message};
    for (const char c : file.first(failure.offset)) {
        if (c == '\n') {
            ++error.line;
            error.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++error.column; // counts code points, not the bytes they continue with
        }
    }
    return error;
}

} // namespace

QString ReactionFileError::sentence() const
{
    return QStringLiteral("line %1, column %2: %3").arg(line).arg(column).arg(message);
}

Result<std::shared_ptr<const Reactions>, ReactionFileError> parseReactions(QByteArrayView json)
{
    if (json.size() > largestFile) {
        return ReactionFileError{1, 1, QStringLiteral("The file is larger than 1 MiB.")};
    }
    if (!isValidUtf8(json)) {
        return ReactionFileError{1, 1, QStringLiteral("The file is not UTF-8 text.")};
    }
    auto reactions = std::make_shared<Reactions>();
    if (const auto failure = FileParser(json).parse(*reactions)) {
        return locate(json, *failure);
    }
    return std::shared_ptr<const Reactions>(std::move(reactions));
}

} // namespace Switchboard::SocketIo
