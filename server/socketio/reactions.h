// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "socketio/template.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <memory>
#include <vector>

namespace Switchboard::SocketIo {

class Event;
class Socket;

/** True when @p text fits @p pattern, in which * is any run and ? any one byte. O(n m), no
 * recursion. */
bool matchesGlob(QByteArrayView pattern, QByteArrayView text);

/** One thing a rule does. */
struct ReactionAction
{
    enum class Kind : quint8 { Ack, Emit, Join, Leave, Disconnect };
    enum class To : quint8 { Sender, Others, Everyone };

    Kind kind = Kind::Ack;
    To to = To::Sender;
    bool isVolatile = false;
    /** Disconnect: the connection too. */
    bool close = false;
    /** Emit: the event's name. */
    Template event;
    Template args;
    /** Join, Leave; Emit with hasRoom. */
    Template room;
    bool hasRoom = false;
};

struct ReactionRule
{
    /** Joining the namespace is what it reacts to; event is unused. */
    bool onConnect = false;
    QByteArray event; // glob
    QByteArray nsp = "/"; // glob
    std::vector<ReactionAction> actions;
};

/** All rules of a reactions file, in its order. Immutable once shared. */
struct Reactions
{
    int count() const { return static_cast<int>(rules.size()); }

    std::vector<ReactionRule> rules;
};

/**
 * The rules that concern one namespace, found by event name.
 *
 * Thread: engine thread. Owned by its Namespace; replacing it from within run() is fine.
 */
class ReactionIndex
{
public:
    ReactionIndex() = default;
    ReactionIndex(std::shared_ptr<const Reactions> reactions, QByteArrayView nsp);

    bool isEmpty() const { return m_globs.isEmpty() && m_byName.isEmpty() && m_connect.isEmpty(); }

    /** Does what the rules for @p event say, in their order. */
    void run(Socket &socket, const Event &event) const;

    /** The same for a socket that has just joined. */
    void runConnect(Socket &socket) const;

private:
    using Rules = QList<const ReactionRule *>;

    Rules match(QByteArrayView event) const;
    static void perform(const Rules &rules, Socket &socket, const Event &event);

    std::shared_ptr<const Reactions> m_reactions;
    /** Names without wildcards; globs that fit the name are already among its rules. */
    QHash<QByteArray, Rules> m_byName;
    Rules m_globs;
    Rules m_connect;
};

} // namespace Switchboard::SocketIo
