// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/websocket.h"

#include "net/lingeringclose.h"
#include "net/websocketprivate.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <utility>

namespace Switchboard::Net {

namespace {

constexpr qsizetype maxCloseReason = 123;

/** @p text cut to @p most bytes, not inside a code point. */
QByteArrayView cutUtf8(QByteArrayView text, qsizetype most)
{
    if (text.size() <= most) {
        return text;
    }
    while (most > 0 && (quint8(text[most]) & 0xC0) == 0x80) {
        --most;
    }
    return text.first(most);
}

} // namespace

WebSocket::WebSocket(std::unique_ptr<Stream> stream, Reactor &reactor, QByteArray received)
    : d(std::make_unique<Private>(std::move(stream), reactor, std::move(received)))
{ }

WebSocket::~WebSocket()
{
    d->release();
    Reactor &reactor = d->reactor;
    reactor.bury(std::move(d));
}

void WebSocket::start(Listener *listener, const Limits &limits)
{
    d->start(listener, limits);
}

void WebSocket::sendFrames(const QByteArray &frames)
{
    if (d->state < Private::State::Closing) {
        d->stream->write(frames);
    }
}

void WebSocket::sendText(QByteArrayView text)
{
    if (d->state < Private::State::Closing) {
        d->sendFrame(WebSocketOpcode::Text, text);
    }
}

void WebSocket::sendBinary(QByteArrayView bytes)
{
    if (d->state < Private::State::Closing) {
        d->sendFrame(WebSocketOpcode::Binary, bytes);
    }
}

void WebSocket::close(WebSocketCode code, QByteArrayView reason)
{
    d->close(code, cutUtf8(reason, maxCloseReason));
}

void WebSocket::abort()
{
    d->abort();
}

bool WebSocket::isWritable() const
{
    return d->state < Private::State::Closing && !d->stream->isBlocked();
}

qsizetype WebSocket::queuedBytes() const
{
    return d->stream ? d->stream->queuedBytes() : 0;
}

void WebSocket::appendFrameHeader(QByteArray &to, quint8 opcode, qsizetype size)
{
    std::array<char, 10> header;
    qsizetype length = 2;
    header[0] = char(0x80 | opcode);
    if (size < 126) {
        header[1] = char(size);
    } else if (size <= 0xFFFF) {
        header[1] = 126;
        qToBigEndian(quint16(size), header.data() + 2);
        length = 4;
    } else {
        header[1] = 127;
        qToBigEndian(quint64(size), header.data() + 2);
        length = 10;
    }
    to.append(header.data(), length);
}

} // namespace Switchboard::Net
