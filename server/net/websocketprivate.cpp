// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/websocketprivate.h"

#include "net/lingeringclose.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <utility>

namespace Switchboard::Net {

namespace {

struct Verdict
{
    WebSocketCode code;
    Counter counter;
};

/** The one table from a peer's mistake to the close code it gets and what is counted. */
Verdict verdictOn(WebSocketError error)
{
    switch (error) {
    case WebSocketError::BadUtf8:
        return {WebSocketCode::InvalidPayload, Counter::WebSocketProtocolError};
    case WebSocketError::MessageTooBig:
        return {WebSocketCode::MessageTooBig, Counter::MessageTooLarge};
    case WebSocketError::TooManyFragments:
    case WebSocketError::MessageTooSlow:
        return {WebSocketCode::PolicyViolation, Counter::FragmentLimit};
    case WebSocketError::ControlFlood:
        return {WebSocketCode::PolicyViolation, Counter::ControlFlood};
    default:
        return {WebSocketCode::ProtocolError, Counter::WebSocketProtocolError};
    }
}

} // namespace

WebSocket::Private::Private(std::unique_ptr<Stream> wire, Reactor &owner, QByteArray received)
    : stream(std::move(wire))
    , reactor(owner)
    , m_held(std::move(received))
    , m_deadline([this] { expired(); })
{
    stream->setListener(this);
    stream->setReading(false);
}

void WebSocket::Private::start(WebSocket::Listener *newListener, const WebSocket::Limits &newLimits)
{
    if (state != State::Idle) {
        return;
    }
    m_listener = newListener;
    m_limits = newLimits;
    m_reader.setLimits({m_limits.message, m_limits.fragments});
    m_controlTokens = m_limits.controlFramesBurst;
    m_controlTime = reactor.clock().now();
    state = State::Open;
    if (m_held.isEmpty()) {
        stream->setReading(true);
    } else {
        reactor.flushLater(this); // not inside start()
    }
}

void WebSocket::Private::streamReceived(std::span<char> bytes)
{
    read(bytes);
    if (!bytes.empty() && state != State::Closed) {
        m_held = QByteArray(bytes.data(), qsizetype(bytes.size()));
        stream->setReading(false);
        reactor.flushLater(this);
    }
}

void WebSocket::Private::flush()
{
    if (state != State::Open && state != State::Closing) {
        return;
    }
    QByteArray held = std::exchange(m_held, {});
    std::span<char> rest(held.data(), std::size_t(held.size()));
    read(rest);
    if (state == State::Closed) {
        return;
    }
    if (rest.empty()) {
        stream->setReading(true);
    } else {
        m_held = held.last(qsizetype(rest.size()));
        reactor.flushLater(this);
    }
}

void WebSocket::Private::read(std::span<char> &bytes)
{
    for (int messages = 0; messages < m_limits.messagesPerTurn; ++messages) {
        const WebSocketReader::Event event = m_reader.next(bytes);
        if (event.kind == WebSocketReader::Event::Kind::NeedMore) {
            break;
        }
        take(event);
        if (state == State::Closed) {
            return;
        }
    }
    watchMessage();
}

void WebSocket::Private::take(const WebSocketReader::Event &event)
{
    using Kind = WebSocketReader::Event::Kind;
    switch (event.kind) {
    case Kind::NeedMore:
        break;
    case Kind::Message:
        if (state == State::Open) {
            m_listener->webSocketMessage(event.payload, event.isBinary);
        }
        break;
    case Kind::Ping:
    case Kind::Pong:
        if (!allowsControlFrame()) {
            fail(WebSocketError::ControlFlood);
        } else if (event.kind == Kind::Ping) {
            takePing(event.payload);
        }
        break;
    case Kind::Close:
        takeClose(event);
        break;
    case Kind::Failed:
        fail(event.error);
        break;
    }
}

void WebSocket::Private::takePing(QByteArrayView payload)
{
    if (state != State::Open) {
        return;
    }
    // Each ping gets its pong as long as the peer reads; of those that pile up behind a blocked
    // wire only the newest does (RFC 6455 section 5.5.3).
    if (stream->isBlocked()) {
        m_pong = payload.toByteArray();
        m_owesPong = true;
    } else {
        sendFrame(WebSocketOpcode::Pong, payload);
    }
}

void WebSocket::Private::takeClose(const WebSocketReader::Event &event)
{
    if (state == State::Open) {
        sendClose(event.closeCode, {});
    }
    // The wire is handed on before the owner hears of it and perhaps lets go of everything.
    const QByteArray reason = event.payload.toByteArray();
    linger();
    report(event.closeCode, reason);
}

bool WebSocket::Private::allowsControlFrame()
{
    const MonotonicTime now = reactor.clock().now();
    const std::chrono::duration<double> passed = now - m_controlTime;
    m_controlTime = now;
    m_controlTokens = std::min<double>(m_limits.controlFramesBurst,
        m_controlTokens + passed.count() * m_limits.controlFramesPerSecond);
    if (m_controlTokens < 1) {
        return false;
    }
    m_controlTokens -= 1;
    return true;
}

void WebSocket::Private::watchMessage()
{
    if (state != State::Open) {
        return;
    }
    if (!m_reader.isInside()) {
        m_deadline.stop();
    } else if (!m_deadline.isActive()) {
        m_deadline.start(reactor.timers(), m_limits.messageTime);
    }
}

void WebSocket::Private::fail(WebSocketError error)
{
    const Verdict verdict = verdictOn(error);
    reactor.counters().add(verdict.counter);
    if (state == State::Open) {
        sendClose(quint16(verdict.code), {});
    }
    linger();
    report(quint16(verdict.code), {});
}

void WebSocket::Private::expired()
{
    if (state == State::Open) {
        fail(WebSocketError::MessageTooSlow);
    } else {
        stream->reset();
        drop();
        report(quint16(WebSocketCode::Abnormal), {});
    }
}

void WebSocket::Private::sendFrame(WebSocketOpcode opcode, QByteArrayView payload)
{
    QByteArray frame;
    frame.reserve(payload.size() + WebSocketFrameHeader::maxSize);
    appendFrameHeader(frame, quint8(opcode), payload.size());
    frame.append(payload);
    stream->write(frame);
}

void WebSocket::Private::sendClose(quint16 code, QByteArrayView reason)
{
    QByteArray payload;
    if (code != quint16(WebSocketCode::NoStatus)) {
        payload.resize(2);
        qToBigEndian(code, payload.data());
        payload.append(reason);
    }
    sendFrame(WebSocketOpcode::Close, payload);
}

void WebSocket::Private::close(WebSocketCode code, QByteArrayView reason)
{
    if (state != State::Idle && state != State::Open) {
        return;
    }
    sendClose(quint16(code), reason);
    if (state == State::Idle) {
        linger(); // there is nobody to tell
        return;
    }
    state = State::Closing;
    m_deadline.start(reactor.timers(), m_limits.closeHandshake);
}

void WebSocket::Private::abort()
{
    if (state != State::Closed) {
        stream->close();
        drop();
    }
}

void WebSocket::Private::release()
{
    m_listener = nullptr;
    if (state == State::Closing) {
        linger();
    } else {
        abort();
    }
}

void WebSocket::Private::linger()
{
    LingeringClose::start(std::move(stream), reactor, m_limits.closeHandshake);
    state = State::Closed;
    m_deadline.stop();
    reactor.cancelFlush(this);
}

void WebSocket::Private::drop()
{
    reactor.bury(std::move(stream)); // a call of its own may be above us
    state = State::Closed;
    m_deadline.stop();
    reactor.cancelFlush(this);
}

void WebSocket::Private::report(quint16 code, QByteArrayView reason)
{
    if (WebSocket::Listener *told = std::exchange(m_listener, nullptr)) {
        told->webSocketClosed(code, reason);
    }
}

void WebSocket::Private::streamEnded()
{
    if (state != State::Closed) {
        stream->close();
        drop();
        report(quint16(WebSocketCode::Abnormal), {});
    }
}

void WebSocket::Private::streamBroken()
{
    streamEnded();
}

void WebSocket::Private::streamDrained(bool hadBlocked)
{
    if (m_owesPong && state == State::Open) {
        m_owesPong = false;
        sendFrame(WebSocketOpcode::Pong, std::exchange(m_pong, {}));
    }
    if (hadBlocked && state == State::Open) {
        m_listener->webSocketDrained();
    }
}

} // namespace Switchboard::Net
