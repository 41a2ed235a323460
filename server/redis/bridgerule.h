// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/jsonpath.h"
#include "redis/nametemplate.h"

#include <QByteArray>

namespace Switchboard::Redis {

/** One rule between Redis channels and Socket.IO events; BRIDGES.md describes each field. */
struct BridgeRule
{
    enum class Direction : quint8 { ToClients, ToRedis, Both };
    enum class To : quint8 { Everyone, Room, Client };
    enum class Body : quint8 { Json, Text, Wrap, Path };
    enum class BadJson : quint8 { Text, Skip, Error };
    enum class Excess : quint8 { DropNewest, DropOldest, KeepLast };

    QByteArray name;
    bool isOn = true;
    Direction direction = Direction::ToClients;
    /** ToRedis: a template. Else the name of a channel, or a pattern. */
    QByteArray channel;
    NameTemplate channelTemplate; // ToRedis
    /** ToRedis: a pattern. Else a template. */
    QByteArray event;
    NameTemplate eventTemplate; // not ToRedis
    /** ToRedis: a pattern. ToClients: a template. Both: a name. */
    QByteArray nsp = "/";
    NameTemplate nspTemplate; // ToClients
    To to = To::Everyone;
    NameTemplate target; // the room, or the socket id
    Body body = Body::Json;
    JsonPath bodyPath; // Body::Path
    BadJson badJson = BadJson::Text;
    /** Per second; 0: no limit. */
    int limit = 0;
    Excess excess = Excess::DropNewest;
    JsonPath key; // Excess::KeepLast

    bool toClients() const { return direction != Direction::ToRedis; }

    bool toRedis() const { return direction != Direction::ToClients; }
};

} // namespace Switchboard::Redis
