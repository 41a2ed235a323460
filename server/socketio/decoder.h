// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/jsonscanner.h"
#include "core/result.h"
#include "socketio/packet.h"

#include <QByteArrayView>

namespace Switchboard::SocketIo {

/** Why a packet was refused; each one closes the session. */
enum class DecodeError : quint8 {
    Empty = 1,
    UnknownType,
    BadAttachmentCount, // not a decimal number from 1 on, or no dash after it
    TooManyAttachments, // L32
    BadAckId, // more than 15 digits: JavaScript could not send it back
    MissingAckId,
    BadJson,
    BadPayload, // JSON, but not what the type demands
    BadEventName, // neither a string nor an integer
    EventNameTooLong, // L31
    ReservedEventName,
    IllegalAttachments, // a placeholder whose number is no index, or is used twice
};

/** What failed, in a few words, for the log and the traffic view. */
const char *text(DecodeError error);

struct DecodeLimits
{
    qsizetype eventName = 256; // L31
    int attachments = 10; // L32
    JsonLimits json; // L33
};

/**
 * Reads one packet: <type>[<attachments>-][<nsp>,][<ack id>][JSON].
 *
 * Total, O(n), no recursion. Ack ids nobody can have issued are left to the ack table to ignore.
 * A namespace may lack its comma when nothing follows. Numbers as event names are taken when they
 * are spelled as JavaScript would spell them.
 *
 * @param text one Engine.IO message, valid UTF-8; must outlive the packet
 */
Result<Packet, DecodeError> decode(QByteArrayView text, const DecodeLimits &limits = {});

} // namespace Switchboard::SocketIo
