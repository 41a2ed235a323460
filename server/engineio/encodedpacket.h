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
 * attachments). The WebSocket form is made at once, as one run of frames; the polling form of
 * binary messages when the first polling receiver needs it.
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

    /** Complete frames, ready for WebSocket::sendFrames(). */
    const QByteArray &webSocketFrames() const { return m_frames; }

    /** Packets joined by U+001E, ready for a polling body. */
    QByteArrayView pollingText() const;

    /** Bytes of the messages themselves, for counters. */
    qsizetype payloadSize() const { return m_payloadSize; }

    /** Packets in it: one and the attachments. */
    int packetCount() const { return m_packetCount; }

private:
    EncodedPacket() = default;

    QByteArray m_frames;
    mutable QByteArray m_pollingText;
    qsizetype m_payloadSize = 0;
    qsizetype m_textOffset = 0;
    qsizetype m_textSize = 0;
    int m_packetCount = 1;
};

} // namespace Switchboard::EngineIo
