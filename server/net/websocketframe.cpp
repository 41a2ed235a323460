// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/websocketframe.h"

#include <QtEndian>

#include <cstring>

namespace Switchboard::Net {

namespace {

bool isKnown(quint8 opcode)
{
    return opcode <= 0x2 || (opcode >= 0x8 && opcode <= 0xA);
}

} // namespace

Result<std::optional<WebSocketFrameHeader>, WebSocketError> WebSocketFrameHeader::parse(
    QByteArrayView bytes)
{
    const std::optional<WebSocketFrameHeader> needMore;
    if (bytes.isEmpty()) {
        return needMore;
    }
    const auto first = quint8(bytes[0]);
    WebSocketFrameHeader header;
    header.isFinal = (first & 0x80) != 0;
    header.reserved = (first >> 4) & 0x7;
    if (!isKnown(first & 0xF)) {
        return WebSocketError::ReservedOpcode;
    }
    header.opcode = WebSocketOpcode(first & 0xF);
    if (header.isControl() && !header.isFinal) {
        return WebSocketError::ControlFragmented;
    }
    if (bytes.size() < 2) {
        return needMore;
    }
    const auto second = quint8(bytes[1]);
    const quint8 length = second & 0x7F;
    if ((second & 0x80) == 0) {
        return WebSocketError::NotMasked;
    }
    if (header.isControl() && length > 125) {
        return WebSocketError::ControlTooLong;
    }
    const qsizetype lengthSize = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (bytes.size() < 2 + lengthSize) {
        return needMore;
    }
    quint64 size = length;
    if (lengthSize == 2) {
        size = qFromBigEndian<quint16>(bytes.data() + 2);
    } else if (lengthSize == 8) {
        size = qFromBigEndian<quint64>(bytes.data() + 2);
    }
    if ((size >> 63) != 0) {
        return WebSocketError::LengthTooBig;
    }
    if ((lengthSize == 2 && size < 126) || (lengthSize == 8 && size <= 0xFFFF)) {
        return WebSocketError::LengthNotMinimal;
    }
    header.payloadSize = qsizetype(size);
    header.size = 2 + lengthSize + qsizetype(header.mask.size());
    if (bytes.size() < header.size) {
        return needMore;
    }
    std::memcpy(header.mask.data(), bytes.data() + 2 + lengthSize, header.mask.size());
    return std::optional(header);
}

void unmask(std::span<char> payload, const std::array<char, 4> &mask, qsizetype offset)
{
    std::array<char, 8> key;
    for (std::size_t i = 0; i < key.size(); ++i) {
        key[i] = mask[(i + std::size_t(offset)) % mask.size()];
    }
    quint64 wide;
    std::memcpy(&wide, key.data(), sizeof wide);
    std::size_t i = 0;
    for (; i + sizeof wide <= payload.size(); i += sizeof wide) {
        quint64 word;
        std::memcpy(&word, payload.data() + i, sizeof word);
        word ^= wide;
        std::memcpy(payload.data() + i, &word, sizeof word);
    }
    for (; i < payload.size(); ++i) {
        payload[i] = char(payload[i] ^ key[i % key.size()]);
    }
}

bool isValidCloseCode(quint16 code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1011)
        || (code >= 3000 && code <= 4999);
}

} // namespace Switchboard::Net
