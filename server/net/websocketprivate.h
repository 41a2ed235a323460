// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timerwheel.h"
#include "net/stream.h"
#include "net/websocket.h"
#include "net/websocketreader.h"

namespace Switchboard::Net {

/**
 * What a WebSocket is made of, apart because it may have to outlive it by one turn: the public
 * object may be destroyed inside a call that comes from here.
 *
 * Closing ends in finish() whatever the reason; there the wire goes to a LingeringClose, so the
 * peer gets our last frame even if the owner lets go at once.
 */
class WebSocket::Private final : public Mortal, private Stream::Listener, private Flushable
{
public:
    enum class State : quint8 {
        Idle, // not started
        Open,
        Closing, // our close frame is out, theirs is not in
        Closed, // the stream is gone
    };

    Private(std::unique_ptr<Stream> wire, Reactor &owner, QByteArray received);

    void start(WebSocket::Listener *newListener, const WebSocket::Limits &newLimits);
    void sendFrame(WebSocketOpcode opcode, QByteArrayView payload);
    void close(WebSocketCode code, QByteArrayView reason);
    void abort();
    /** The owner lets go: drops the wire, or lets it linger when a close frame is under way. */
    void release();

    std::unique_ptr<Stream> stream;
    Reactor &reactor;
    State state = State::Idle;

private:
    void streamReceived(std::span<char> bytes) override;
    void streamEnded() override;
    void streamDrained(bool hadBlocked) override;
    void streamBroken() override;
    /** Goes on with what was held for the sake of fairness. */
    void flush() override;

    /** Reads until all is read, it closed, or this turn's share is used up. */
    void read(std::span<char> &bytes);
    void take(const WebSocketReader::Event &event);
    void takePing(QByteArrayView payload);
    void takeClose(const WebSocketReader::Event &event);
    bool allowsControlFrame();
    void watchMessage();
    void fail(WebSocketError error);
    void expired();
    void sendClose(quint16 code, QByteArrayView reason);
    void linger();
    void drop();
    void report(quint16 code, QByteArrayView reason);

    WebSocket::Listener *m_listener = nullptr;
    WebSocket::Limits m_limits;
    WebSocketReader m_reader;
    QByteArray m_held; // received, not read yet
    QByteArray m_pong; // payload of the newest ping that waits for room
    bool m_owesPong = false;
    double m_controlTokens = 0;
    MonotonicTime m_controlTime{0};
    WheelTimer m_deadline; // of the message while open, of the handshake while closing
};

} // namespace Switchboard::Net
