// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/encoder.h"

#include "core/jsonscanner.h"
#include "socketio/packet.h"

#include <array>
#include <charconv>

namespace Switchboard::SocketIo {

namespace {

void appendNumber(QByteArray &to, qint64 number)
{
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    to.append(digits.data(), end - digits.data());
}

void appendType(QByteArray &to, PacketType type)
{
    to += static_cast<char>('0' + static_cast<int>(type));
}

void appendNamespace(QByteArray &to, QByteArrayView nsp)
{
    if (nsp != "/") {
        to += nsp;
        to += ',';
    }
}

void appendHead(QByteArray &to, PacketType type, QByteArrayView nsp)
{
    appendType(to, type);
    appendNamespace(to, nsp);
}

void appendHead(QByteArray &to, PacketType plain, PacketType binary, QByteArrayView nsp,
    qint64 ackId, const ArgsView &args)
{
    if (args.attachments.empty()) {
        appendType(to, plain);
    } else {
        appendType(to, binary);
        appendNumber(to, static_cast<qint64>(args.attachments.size()));
        to += '-';
    }
    appendNamespace(to, nsp);
    if (ackId >= 0) {
        appendNumber(to, ackId);
    }
}

} // namespace

void appendEvent(
    QByteArray &to, QByteArrayView nsp, qint64 ackId, QByteArrayView event, const ArgsView &args)
{
    appendHead(to, PacketType::Event, PacketType::BinaryEvent, nsp, ackId, args);
    to += '[';
    Json::appendString(to, event);
    if (!args.json.isEmpty()) {
        to += ',';
        to += args.json;
    }
    to += ']';
}

void appendAck(QByteArray &to, QByteArrayView nsp, qint64 ackId, const ArgsView &args)
{
    appendHead(to, PacketType::Ack, PacketType::BinaryAck, nsp, ackId, args);
    to += '[';
    to += args.json;
    to += ']';
}

void appendConnect(QByteArray &to, QByteArrayView nsp, QByteArrayView sid)
{
    appendHead(to, PacketType::Connect, nsp);
    to += "{\"sid\":";
    Json::appendString(to, sid);
    to += '}';
}

void appendConnectError(
    QByteArray &to, QByteArrayView nsp, QByteArrayView message, QByteArrayView data)
{
    appendHead(to, PacketType::ConnectError, nsp);
    to += "{\"message\":";
    Json::appendString(to, message);
    if (!data.isEmpty()) {
        to += ",\"data\":";
        to += data;
    }
    to += '}';
}

void appendDisconnect(QByteArray &to, QByteArrayView nsp)
{
    appendHead(to, PacketType::Disconnect, nsp);
}

} // namespace Switchboard::SocketIo
