// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/utf8.h"
#include "net/websocketframe.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>
#include <span>

namespace Switchboard::Net {

/**
 * Turns the bytes of a client into messages and control frames (RFC 6455 sections 5 and 8).
 *
 * A message that arrives whole is unmasked where it lies and handed out without a copy; pieces are
 * gathered in one buffer, which is freed after the message. Text is checked as it comes, so that
 * it fails at its first bad byte.
 *
 * A total function with state: no I/O, no clock, nothing allocated beyond what arrived.
 * Thread: any one.
 */
class WebSocketReader
{
public:
    struct Limits
    {
        qsizetype message = 1'000'000; // L15
        int fragments = 65'536; // L16
    };

    struct Event
    {
        enum class Kind : quint8 {
            NeedMore, // all bytes are consumed
            Message,
            Ping,
            Pong,
            Close, // code NoStatus (1005) when the frame had none
            Failed, // nothing more can be read
        };

        Kind kind = Kind::NeedMore;
        bool isBinary = false;
        quint16 closeCode = 0;
        WebSocketError error = WebSocketError::ReservedBits;
        /** Message, application data, or close reason; valid until the next call. */
        QByteArrayView payload;
    };

    void setLimits(const Limits &limits) { m_limits = limits; }

    /** Next event; consumes what it took from the front of @p bytes and overwrites it. */
    Event next(std::span<char> &bytes);

    /** A message or frame has begun and is not complete. */
    bool isInside() const { return m_inMessage || m_frame || m_headSize > 0; }

private:
    Event fail(WebSocketError error);
    /** False when more bytes are needed or it failed; the latter shows in m_error. */
    bool readHeader(std::span<char> &bytes);
    std::optional<WebSocketError> checkHeader(const WebSocketFrameHeader &header);
    Event readData(std::span<char> &bytes);
    Event readControl(std::span<char> &bytes);
    Event finishMessage(QByteArrayView payload);
    Event closeEvent(QByteArrayView payload);

    Limits m_limits;
    std::optional<WebSocketError> m_error;
    std::optional<WebSocketFrameHeader> m_frame; // whose payload is being read
    qsizetype m_frameRead = 0;
    std::array<char, WebSocketFrameHeader::maxSize> m_head; // start of a header that was cut
    quint8 m_headSize = 0;
    bool m_inMessage = false;
    bool m_isBinary = false;
    int m_fragments = 0;
    Utf8Validator m_utf8;
    QByteArray m_message; // pieces so far, or the message handed out last
    QByteArray m_control; // pieces of a control frame
};

} // namespace Switchboard::Net
