// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/reactions.h"

#include "core/sid.h"
#include "socketio/event.h"
#include "socketio/namespace.h"
#include "socketio/server.h"
#include "socketio/socket.h"

namespace Switchboard::SocketIo {

namespace {

bool isGlob(QByteArrayView pattern)
{
    return pattern.contains('*') || pattern.contains('?');
}

/** Does one action for one event. */
class Performer
{
public:
    Performer(Socket &socket, const Event &event)
        : m_socket(socket)
        , m_event(event)
        , m_context{
              .packet = event.packet(),
              .attachments = event.args().attachments,
              .auth = socket.auth(),
              .sid = socket.id().view(),
              .nsp = socket.nsp().name(),
              .client = socket.client(),
              .now = now(),
          }
    { }

    void perform(const ReactionAction &action)
    {
        switch (action.kind) {
        case ReactionAction::Kind::Ack:
            ack(action);
            break;
        case ReactionAction::Kind::Emit:
            emitEvent(action);
            break;
        case ReactionAction::Kind::Join:
            join(action);
            break;
        case ReactionAction::Kind::Leave:
            if (const auto room = action.room.renderText(m_context)) {
                m_socket.leave(*room);
            }
            break;
        case ReactionAction::Kind::Disconnect:
            m_socket.disconnect(action.close);
            break;
        }
    }

private:
    qint64 now() const
    {
        const auto wall = m_socket.nsp().server().reactor().clock().wall();
        return std::chrono::duration_cast<std::chrono::milliseconds>(wall).count();
    }

    ArgsView render(const Template &args)
    {
        m_json.resize(0);
        m_attachments.clear();
        args.render(m_context, m_json, m_attachments);
        return {
            m_json, {m_attachments.constData(), static_cast<std::size_t>(m_attachments.size())}};
    }

    void ack(const ReactionAction &action)
    {
        if (m_event.wantsAck()) {
            m_event.ack(render(action.args));
        }
    }

    void emitEvent(const ReactionAction &action)
    {
        const auto event = action.event.renderText(m_context);
        if (!event) {
            return;
        }
        if (action.to == ReactionAction::To::Sender) {
            DirectOperator sender(m_socket);
            if (action.isVolatile) {
                sender.asVolatile();
            }
            sender.emit(*event, render(action.args));
            return;
        }
        BroadcastOperator target = action.to == ReactionAction::To::Others
            ? m_socket.broadcast()
            : BroadcastOperator(m_socket.nsp());
        if (action.hasRoom) {
            const auto room = action.room.renderText(m_context);
            if (!room) {
                return; // nobody was named, so everybody would be wrong
            }
            target.to(*room);
        }
        if (action.isVolatile) {
            target.asVolatile();
        }
        target.emit(*event, render(action.args));
    }

    void join(const ReactionAction &action)
    {
        const auto room = action.room.renderText(m_context);
        // A client that names its room must not listen in on what is meant for another one's id.
        if (room && !m_socket.nsp().socket(Sid::fromText(*room))) {
            m_socket.join(*room);
        }
    }

    Socket &m_socket;
    const Event &m_event;
    TemplateContext m_context;
    QByteArray m_json;
    QList<QByteArray> m_attachments;
};

} // namespace

bool matchesGlob(QByteArrayView pattern, QByteArrayView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype afterStar = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            afterStar = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++afterStar;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') {
        ++p;
    }
    return p == pattern.size();
}

ReactionIndex::ReactionIndex(std::shared_ptr<const Reactions> reactions, QByteArrayView nsp)
    : m_reactions(std::move(reactions))
{
    if (!m_reactions) {
        return;
    }
    Rules events;
    for (const ReactionRule &rule : m_reactions->rules) {
        if (!matchesGlob(rule.nsp, nsp)) {
            continue;
        }
        (rule.onConnect ? m_connect : events).append(&rule);
    }
    for (const ReactionRule *rule : std::as_const(events)) {
        if (isGlob(rule->event)) {
            m_globs.append(rule);
        } else {
            m_byName.insert(rule->event, {});
        }
    }
    for (auto it = m_byName.begin(); it != m_byName.end(); ++it) {
        std::ranges::copy_if(events, std::back_inserter(it.value()),
            [&](const ReactionRule *rule) { return matchesGlob(rule->event, it.key()); });
    }
}

ReactionIndex::Rules ReactionIndex::match(QByteArrayView event) const
{
    const auto found = m_byName.constFind(QByteArray::fromRawData(event.data(), event.size()));
    if (found != m_byName.constEnd()) {
        return found.value();
    }
    Rules rules;
    std::ranges::copy_if(m_globs, std::back_inserter(rules),
        [event](const ReactionRule *rule) { return matchesGlob(rule->event, event); });
    return rules;
}

void ReactionIndex::run(Socket &socket, const Event &event) const
{
    const auto keep = m_reactions; // an action may end in code that replaces the rules
    perform(match(event.name()), socket, event);
}

void ReactionIndex::runConnect(Socket &socket) const
{
    if (m_connect.isEmpty()) {
        return;
    }
    const auto keep = m_reactions;
    Packet packet;
    packet.event = "connect";
    perform(Rules(m_connect), socket, Event(socket, packet, {}));
}

void ReactionIndex::perform(const Rules &rules, Socket &socket, const Event &event)
{
    if (rules.isEmpty()) {
        return;
    }
    Performer performer(socket, event);
    for (const ReactionRule *rule : rules) {
        for (const ReactionAction &action : rule->actions) {
            if (!socket.isConnected()) {
                return;
            }
            performer.perform(action);
        }
    }
}

} // namespace Switchboard::SocketIo
