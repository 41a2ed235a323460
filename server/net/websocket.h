// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/reactor.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace Switchboard::Net {

class Stream;

/** Status codes of RFC 6455 section 7.4.1 that we send or report. */
enum class WebSocketCode : quint16 {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    UnsupportedData = 1003,
    NoStatus = 1005, // reported only: the close frame had none
    Abnormal = 1006, // reported only: the wire broke without a close frame
    InvalidPayload = 1007,
    PolicyViolation = 1008,
    MessageTooBig = 1009,
    InternalError = 1011,
};

/**
 * One server-side WebSocket (RFC 6455): messages in, frames out, closing handshake.
 *
 * Reassembles fragments into one buffer, validates UTF-8 as it arrives, answers pings, enforces
 * the limits L15 to L17 and L19. Reads no further than the listener's fairness budget per turn.
 * Knows nothing of Engine.IO.
 *
 * Thread: engine thread. Lifetime: owned by whoever upgraded; may be destroyed inside any of its
 * listener's calls, which drops the wire at once.
 */
class WebSocket : public Mortal
{
public:
    class Listener
    {
    public:
        /** @p payload is valid during the call only; valid UTF-8 unless @p binary. */
        virtual void webSocketMessage(QByteArrayView payload, bool binary) = 0;

        /** The socket is closed; called once, unless the owner destroyed or aborted it before. */
        virtual void webSocketClosed(quint16 code, QByteArrayView reason) = 0;

        /** Everything queued has reached the system after isWritable() had been false. */
        virtual void webSocketDrained() { }

    protected:
        ~Listener() = default;
    };

    struct Limits
    {
        qsizetype message = 1'000'000; // L15
        int fragments = 65'536; // L16
        std::chrono::milliseconds messageTime{30'000}; // L16
        int controlFramesPerSecond = 100; // L17
        int controlFramesBurst = 200;
        int messagesPerTurn = 500; // L35; the rest comes with the next turns
        std::chrono::milliseconds closeHandshake{3'000}; // L19
    };

    /** @param received what the peer sent right behind its handshake */
    WebSocket(std::unique_ptr<Stream> stream, Reactor &reactor, QByteArray received = {});
    ~WebSocket() override;

    /** Starts delivering messages, beginning with what came along with the handshake. */
    void start(Listener *listener, const Limits &limits);

    /** Queues bytes that already are one or more complete unmasked frames. No-op once closing. */
    void sendFrames(const QByteArray &frames);
    void sendText(QByteArrayView text);
    void sendBinary(QByteArrayView bytes);

    /** Starts the closing handshake; code NoStatus sends an empty close frame. Reasons are cut to
     * 123 bytes on a code point. */
    void close(WebSocketCode code, QByteArrayView reason = {});

    /** Drops the wire without a close frame; the listener is not called again. */
    void abort();

    /** False while bytes wait in user space for the peer to read. */
    bool isWritable() const;
    qsizetype queuedBytes() const;

    /** Frame header for @p size bytes sent by a server: 2, 4 or 10 bytes appended to @p to. */
    static void appendFrameHeader(QByteArray &to, quint8 opcode, qsizetype size);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Switchboard::Net
