// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/reactionfile.h"

#include "core/jsonfile.h"

#include <algorithm>

namespace Switchboard::SocketIo {

namespace {

using Token = JsonFile::Token;
using Node = JsonFile::Node;
using Member = JsonFile::Member;

/** Walks the fixed schema; the file keeps the first complaint, so that reading simply goes on. */
class RulesReader
{
public:
    explicit RulesReader(QByteArrayView text)
        : m_file(text)
    { }

    std::optional<FileError> read(Reactions &into)
    {
        readFile(m_file.root(), into);
        return m_file.error();
    }

private:
    Template keep(Result<Template, TemplateError> compiled, QByteArrayView source)
    {
        if (!compiled) {
            m_file.fail(source.sliced(compiled.error().offset), compiled.error().message);
            return {};
        }
        return std::move(*compiled);
    }

    Template arguments(const Member &member)
    {
        if (member.value.type != Token::ArrayBegin) {
            m_file.fail(member.value.text,
                QStringLiteral("%1 must be an array of arguments.").arg(member.shown()));
            return {};
        }
        return keep(Template::arguments(member.value.text), member.value.text);
    }

    Template name(const Member &member)
    {
        if (m_file.string(member).isEmpty()) {
            m_file.fail(
                member.value.text, QStringLiteral("%1 cannot be empty.").arg(member.shown()));
            return {};
        }
        return keep(Template::text(member.value.text), member.value.text);
    }

    void readFile(const Node &file, Reactions &into)
    {
        bool hasRules = false;
        for (const Member &member : m_file.members(file, QStringLiteral("The file"))) {
            if (member.key == "version") {
                if (member.value.text != "1") {
                    m_file.fail(member.value.text, QStringLiteral("\"version\" must be 1."));
                }
            } else if (member.key == "rules") {
                hasRules = true;
                for (const Node &rule : m_file.items(member.value, QStringLiteral("\"rules\""))) {
                    into.rules.push_back(readRule(rule));
                }
            } else {
                m_file.unknown(member, QStringLiteral("version, rules"));
            }
        }
        if (!hasRules) {
            m_file.fail(file.text, QStringLiteral("\"rules\" is missing."));
        }
    }

    ReactionRule readRule(const Node &node)
    {
        ReactionRule rule;
        bool hasActions = false;
        for (const Member &member : m_file.members(node, QStringLiteral("A rule"))) {
            if (member.key == "on") {
                rule.event = m_file.string(member);
                rule.onConnect = rule.event == "connect";
                if (rule.event.isEmpty() || (!rule.onConnect && isReservedEvent(rule.event))) {
                    m_file.fail(
                        member.value.text, QStringLiteral("No client can send this event."));
                }
            } else if (member.key == "namespace") {
                rule.nsp = m_file.string(member);
                if (!rule.nsp.startsWith('/') && !rule.nsp.startsWith('*')) {
                    m_file.fail(
                        member.value.text, QStringLiteral("A namespace begins with \"/\"."));
                }
            } else if (member.key == "do") {
                hasActions = true;
                for (const Node &action : m_file.items(member.value, QStringLiteral("\"do\""))) {
                    rule.actions.push_back(readAction(action));
                }
            } else {
                m_file.unknown(member, QStringLiteral("on, namespace, do"));
            }
        }
        if (rule.event.isEmpty()) {
            m_file.fail(node.text, QStringLiteral("\"on\" is missing."));
        } else if (!hasActions) {
            m_file.fail(node.text, QStringLiteral("\"do\" is missing."));
        }
        return rule;
    }

    ReactionAction readAction(const Node &node)
    {
        using Kind = ReactionAction::Kind;
        const auto keys = m_file.members(node, QStringLiteral("An action"));
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
            m_file.fail(node.text,
                QStringLiteral(
                    "An action has exactly one of ack, emit, join, leave and disconnect."));
            return action;
        }
        for (const Member &member : keys) {
            readActionKey(member, action);
        }
        if (action.hasRoom && action.to == ReactionAction::To::Sender) {
            m_file.fail(
                node.text, QStringLiteral("\"room\" needs \"to\": \"others\" or \"everyone\"."));
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
                m_file.fail(member.value.text, QStringLiteral("This event name is reserved."));
            }
        } else if (member.key == "join" || member.key == "leave") {
            action.room = name(member);
        } else if (member.key == "disconnect") {
            const auto what = m_file.string(member);
            action.close = what == "connection";
            if (!action.close && what != "namespace") {
                m_file.fail(member.value.text,
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
            action.isVolatile = m_file.boolean(member);
        } else {
            m_file.unknown(member,
                isEmit ? QStringLiteral("emit, to, room, args, volatile")
                       : QStringLiteral("nothing else"));
        }
    }

    ReactionAction::To readTo(const Member &member)
    {
        const auto to = m_file.string(member);
        if (to == "others") {
            return ReactionAction::To::Others;
        }
        if (to == "everyone") {
            return ReactionAction::To::Everyone;
        }
        if (to != "sender") {
            m_file.fail(member.value.text,
                QStringLiteral("\"to\" must be \"sender\", \"others\" or \"everyone\"."));
        }
        return ReactionAction::To::Sender;
    }

    JsonFile m_file;
};

} // namespace

Result<std::shared_ptr<const Reactions>, FileError> parseReactions(QByteArrayView json)
{
    auto reactions = std::make_shared<Reactions>();
    if (const auto error = RulesReader(json).read(*reactions)) {
        return *error;
    }
    return std::shared_ptr<const Reactions>(std::move(reactions));
}

} // namespace Switchboard::SocketIo
