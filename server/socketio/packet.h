// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

namespace Switchboard::SocketIo {

/** First character of a packet. */
enum class PacketType : quint8 {
    Connect = 0,
    Disconnect = 1,
    Event = 2,
    Ack = 3,
    ConnectError = 4,
    BinaryEvent = 5,
    BinaryAck = 6,
};

/** {"_placeholder":true,"num":number} where it stands in a packet. */
struct Placeholder
{
    QByteArrayView text;
    qsizetype number = 0;
};

/** In the order in which they stand. */
using Placeholders = QVarLengthArray<Placeholder, 2>;

/**
 * One decoded packet as views into the text it came from, which must outlive it.
 *
 * Binary packets are complete but for their attachments, which follow as messages of their own.
 * Protocol: Socket.IO v5, "Packet encoding".
 */
struct Packet
{
    PacketType type = PacketType::Event;
    /** Attachments announced; 0 unless binary. */
    int attachments = 0;
    /** "/" when the packet names none. */
    QByteArrayView nsp = "/";
    /** Negative: no ack asked (events). */
    qint64 ackId = -1;
    /** Events: the decoded name. */
    QByteArrayView event;
    /** Connect and ConnectError: the whole payload, or nothing. Else raw arguments and commas, no
     * brackets. */
    QByteArrayView payload;
    /** Each argument of payload, without the event name. */
    QVarLengthArray<QByteArrayView, 4> args;
    Placeholders placeholders;

    /** What event views when the name had escapes. */
    QByteArray decodedEvent;

    bool isEvent() const { return type == PacketType::Event || type == PacketType::BinaryEvent; }

    bool isAck() const { return type == PacketType::Ack || type == PacketType::BinaryAck; }
};

/** Names that belong to the library on either side; nobody may emit them. */
bool isReservedEvent(QByteArrayView name);

} // namespace Switchboard::SocketIo
