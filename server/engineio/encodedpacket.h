// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QSharedData>

#include <span>

namespace Switchboard::EngineIo {

/**
 * What one send puts on the wire, encoded once and shared by all its receivers.
 *
 * One text message and the binary messages that belong to it (a Socket.IO packet and its
 * attachments). The WebSocket form is made at once, as one run of frames; polling reads a lone text
 * out of its frame, and the polling form of binary messages is made for the first who needs it.
 *
 * Thread: engine thread. Implicitly shared through Ptr; immutable to its holders.
 * Protocol: Engine.IO v4, "Encoding".
 */
class EncodedPacket : public QSharedData
{
public:
    using Ptr = QExplicitlySharedDataPointer<const EncodedPacket>;

    /**
     * @param text        a message without the Engine.IO type; '4' is put before it
     * @param attachments sent after it, in order
     */
    static Ptr message(QByteArrayView text, std::span<const QByteArray> attachments = {});

    /** A lone binary message. */
    static Ptr binary(QByteArrayView bytes);

    /** One of Engine.IO's own packets as it stands, such as "3probe"; no message. */
    static Ptr control(QByteArrayView packet);

    /** Complete frames, ready for WebSocket::sendFrames(). */
    const QByteArray &webSocketFrames() const { return m_frames; }

    /** Packets joined by U+001E, ready for a polling body. */
    QByteArrayView pollingText() const;

    /** Bytes of the messages themselves, for counters. */
    qsizetype payloadSize() const { return m_payloadSize; }

    /** The same with what Engine.IO adds: payloads of the WebSocket frames. */
    qsizetype wireSize() const { return m_wireSize; }

    /** Messages in it: one and the attachments. */
    int packetCount() const { return m_packetCount; }

private:
    EncodedPacket() = default;

    void appendText(QByteArrayView type, QByteArrayView text);
    void appendBinary(QByteArrayView bytes);
    QByteArray encodeForPolling() const;

    QByteArray m_frames;
    mutable QByteArray m_pollingText;
    qsizetype m_payloadSize = 0;
    qsizetype m_wireSize = 0;
    qsizetype m_textOffset = 0;
    qsizetype m_textSize = 0;
    int m_packetCount = 0;
};

} // namespace Switchboard::EngineIo
