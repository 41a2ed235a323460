// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Switchboard::EngineIo {

/** The digit that starts a text packet. */
enum class PacketType : quint8 { Open, Close, Ping, Pong, Message, Upgrade, Noop };

/** One Engine.IO packet as a view into the bytes it was read from. */
struct Packet
{
    enum class Form : quint8 {
        Text,
        Binary,
        Base64, // binary inside a text; decodeBase64() gives the bytes
    };

    PacketType type = PacketType::Message;
    Form form = Form::Text;
    QByteArrayView data;
};

/** Why bytes from a peer are no packets. Each closes the session with "parse error". */
enum class ParseError : quint8 { EmptyPacket = 1, UnknownType, BadBase64, BadUtf8, TooManyPackets };

/** What to tell the operator. */
const char *text(ParseError error);

/** What stands between the packets of a payload. */
constexpr char packetSeparator = '\x1e';

/**
 * Reads one packet in its text form: a type digit and data, or 'b' and base64.
 *
 * Precondition: @p text is valid UTF-8. Protocol: Engine.IO v4, "Packet encoding".
 */
Result<Packet, ParseError> decodePacket(QByteArrayView text);

/**
 * Splits a polling body into its packets; all of it is valid, or none is handed out.
 *
 * An empty body is an error: a client never posts one. Protocol: Engine.IO v4, "Payload encoding".
 *
 * @param maxPackets checked before anything is allocated (L23)
 */
Result<QList<Packet>, ParseError> decodePayload(QByteArrayView body, qsizetype maxPackets);

/** True for what RFC 4648 section 4 would have written: padded, no line breaks, no stray bits. */
bool isBase64(QByteArrayView text);

/** Precondition: isBase64(@p text). */
QByteArray decodeBase64(QByteArrayView text);

} // namespace Switchboard::EngineIo
