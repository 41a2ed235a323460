// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/eventring.h"

#include <QByteArrayList>
#include <QList>

namespace Switchboard::App {

/** An event with its names spelled out, as needed to write it down in some language. */
struct EventText
{
    Kind kind = Kind::In;
    quint8 flags = 0;
    qint64 ackId = -1;
    QByteArray nsp;
    QByteArray event;
    QByteArrayList rooms; // sent to, joined or left
    QByteArrayList sockets; // ids, sent to
    QByteArrayList exceptRooms;
    QByteArray arguments; // a JSON array
    QByteArrayList attachments;
};

EventText spellOut(const KeptEvent &kept, const NameTable &names);

/** A piece of a packet and what it stands for. */
struct PacketPart
{
    enum class Meaning : quint8 { Message, Type, Attachments, Namespace, AckId, Json };

    QByteArray text;
    Meaning meaning = Meaning::Json;
};

/**
 * The Engine.IO message that carries @p event, written anew from what was decoded: 42/chat,17[…].
 * Empty for rows that are no Socket.IO packet. Protocol: Socket.IO v5, "Packet encoding".
 */
QList<PacketPart> packetParts(const EventText &event);
QByteArray packetText(const EventText &event);

} // namespace Switchboard::App
