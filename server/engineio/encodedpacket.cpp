// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/encodedpacket.h"

#include "engineio/packet.h"
#include "net/websocket.h"

#include <QtEndian>

namespace Switchboard::EngineIo {

namespace {

constexpr quint8 textFrame = 1;
constexpr quint8 binaryFrame = 2;
constexpr qsizetype largestFrameHeader = 10;

/** Cuts the first frame off @p frames. @return its payload */
QByteArrayView takeFrame(QByteArrayView &frames)
{
    const auto shortSize = static_cast<quint8>(frames[1]);
    qsizetype header = 2;
    qsizetype size = shortSize;
    if (shortSize == 126) {
        header = 4;
        size = qFromBigEndian<quint16>(frames.data() + 2);
    } else if (shortSize == 127) {
        header = 10;
        size = static_cast<qsizetype>(qFromBigEndian<quint64>(frames.data() + 2));
    }
    const QByteArrayView payload = frames.sliced(header, size);
    frames = frames.sliced(header + size);
    return payload;
}

} // namespace

EncodedPacket::Ptr EncodedPacket::message(
    QByteArrayView text, std::span<const QByteArray> attachments)
{
    qsizetype size = largestFrameHeader + 1 + text.size();
    for (const QByteArray &attachment : attachments) {
        size += largestFrameHeader + attachment.size();
    }
    auto *packet = new EncodedPacket;
    const Ptr result(packet);
    packet->m_frames.reserve(size);
    packet->appendText("4", text);
    packet->m_payloadSize = text.size();
    packet->m_packetCount = 1;
    for (const QByteArray &attachment : attachments) {
        packet->appendBinary(attachment);
    }
    return result;
}

EncodedPacket::Ptr EncodedPacket::binary(QByteArrayView bytes)
{
    auto *packet = new EncodedPacket;
    const Ptr result(packet);
    packet->m_frames.reserve(largestFrameHeader + bytes.size());
    packet->appendBinary(bytes);
    return result;
}

EncodedPacket::Ptr EncodedPacket::control(QByteArrayView packet)
{
    auto *control = new EncodedPacket;
    const Ptr result(control);
    control->appendText({}, packet);
    return result;
}

QByteArrayView EncodedPacket::pollingText() const
{
    const bool textOnly = m_textOffset + m_textSize == m_frames.size();
    if (textOnly) {
        return QByteArrayView(m_frames).sliced(m_textOffset, m_textSize);
    }
    if (m_pollingText.isEmpty()) {
        m_pollingText = encodeForPolling();
    }
    return m_pollingText;
}

QByteArray EncodedPacket::encodeForPolling() const
{
    QByteArray text;
    text.reserve(m_frames.size() * 4 / 3 + 4 * m_packetCount);
    QByteArrayView rest(m_frames);
    if (m_textSize > 0) {
        text.append(takeFrame(rest));
    }
    while (!rest.isEmpty()) {
        if (!text.isEmpty()) {
            text.append(packetSeparator);
        }
        const QByteArrayView bytes = takeFrame(rest);
        text.append('b');
        text.append(QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64());
    }
    return text;
}

void EncodedPacket::appendText(QByteArrayView type, QByteArrayView text)
{
    m_textSize = type.size() + text.size();
    Net::WebSocket::appendFrameHeader(m_frames, textFrame, m_textSize);
    m_textOffset = m_frames.size();
    m_wireSize += m_textSize;
    m_frames.append(type);
    m_frames.append(text);
}

void EncodedPacket::appendBinary(QByteArrayView bytes)
{
    Net::WebSocket::appendFrameHeader(m_frames, binaryFrame, bytes.size());
    m_frames.append(bytes);
    m_payloadSize += bytes.size();
    m_wireSize += bytes.size();
    ++m_packetCount;
}

} // namespace Switchboard::EngineIo
