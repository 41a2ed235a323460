// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/packet.h"

#include "core/utf8.h"

#include <algorithm>
#include <array>

namespace Switchboard::EngineIo {

namespace {

constexpr auto base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr qint8 notBase64 = -1;

/** Value of each character of the alphabet, or notBase64. */
constexpr std::array<qint8, 256> base64Values = [] {
    std::array<qint8, 256> values{};
    values.fill(notBase64);
    for (qint8 i = 0; i < 64; ++i) {
        values[static_cast<uchar>(base64Alphabet[i])] = i;
    }
    return values;
}();

} // namespace

const char *text(ParseError error)
{
    switch (error) {
    case ParseError::EmptyPacket:
        return "empty packet";
    case ParseError::UnknownType:
        return "unknown packet type";
    case ParseError::BadBase64:
        return "malformed base64";
    case ParseError::BadUtf8:
        return "invalid UTF-8";
    case ParseError::TooManyPackets:
        return "too many packets in one payload";
    }
    Q_UNREACHABLE();
}

Result<Packet, ParseError> decodePacket(QByteArrayView text)
{
    if (text.isEmpty()) {
        return ParseError::EmptyPacket;
    }
    const char first = text.front();
    const QByteArrayView data = text.sliced(1);
    if (first == 'b') {
        if (!isBase64(data)) {
            return ParseError::BadBase64;
        }
        return Packet{PacketType::Message, Packet::Form::Base64, data};
    }
    if (first < '0' || first > '6') {
        return ParseError::UnknownType;
    }
    return Packet{static_cast<PacketType>(first - '0'), Packet::Form::Text, data};
}

Result<QList<Packet>, ParseError> decodePayload(QByteArrayView body, qsizetype maxPackets)
{
    const qsizetype count = 1 + std::count(body.begin(), body.end(), packetSeparator);
    if (count > maxPackets) {
        return ParseError::TooManyPackets;
    }
    if (!isValidUtf8(body)) {
        return ParseError::BadUtf8;
    }
    QList<Packet> packets;
    packets.reserve(count);
    while (true) {
        const qsizetype end = body.indexOf(packetSeparator);
        const auto packet = decodePacket(end < 0 ? body : body.first(end));
        if (!packet) {
            return packet.error();
        }
        packets.append(*packet);
        if (end < 0) {
            return packets;
        }
        body = body.sliced(end + 1);
    }
}

bool isBase64(QByteArrayView text)
{
    if (text.size() % 4 != 0) {
        return false;
    }
    const qsizetype padding = text.endsWith("==") ? 2 : text.endsWith('=') ? 1 : 0;
    const QByteArrayView digits = text.chopped(padding);
    qint8 last = 0;
    for (const char digit : digits) {
        last = base64Values[static_cast<uchar>(digit)];
        if (last == notBase64) {
            return false;
        }
    }
    // Bits of the last digit that no byte holds.
    return padding == 0 || (last & (padding == 1 ? 0x03 : 0x0F)) == 0;
}

QByteArray decodeBase64(QByteArrayView text)
{
    Q_ASSERT(isBase64(text));
    return QByteArray::fromBase64(QByteArray::fromRawData(text.data(), text.size()));
}

} // namespace Switchboard::EngineIo
