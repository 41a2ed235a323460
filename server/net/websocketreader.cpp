// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/websocketreader.h"

#include "net/websocket.h"

#include <QtEndian>

#include <algorithm>
#include <utility>

namespace Switchboard::Net {

namespace {

QByteArrayView view(std::span<const char> bytes)
{
    return {bytes.data(), qsizetype(bytes.size())};
}

std::span<char> takeFront(std::span<char> &bytes, qsizetype count)
{
    const auto front = bytes.first(std::size_t(count));
    bytes = bytes.subspan(std::size_t(count));
    return front;
}

} // namespace

WebSocketReader::Event WebSocketReader::fail(WebSocketError error)
{
    m_error = error;
    m_message = {};
    m_control = {};
    Event event;
    event.kind = Event::Kind::Failed;
    event.error = error;
    return event;
}

WebSocketReader::Event WebSocketReader::next(std::span<char> &bytes)
{
    if (!m_inMessage) {
        m_message = {};
    }
    if (!m_frame) {
        m_control = {};
    }
    while (!m_error) {
        if (!m_frame && !readHeader(bytes)) {
            break;
        }
        const Event event = m_frame->isControl() ? readControl(bytes) : readData(bytes);
        // The end of a frame that does not end a message is nobody's business.
        if (event.kind != Event::Kind::NeedMore || m_frame) {
            return event;
        }
    }
    return m_error ? fail(*m_error) : Event{};
}

bool WebSocketReader::readHeader(std::span<char> &bytes)
{
    QByteArrayView head = view(bytes);
    if (m_headSize > 0) {
        const qsizetype count
            = std::min(qsizetype(m_head.size()) - m_headSize, qsizetype(bytes.size()));
        std::copy_n(bytes.begin(), count, m_head.begin() + m_headSize);
        head = QByteArrayView(m_head.data(), m_headSize + count);
    }
    const auto parsed = WebSocketFrameHeader::parse(head);
    if (!parsed) {
        m_error = parsed.error();
        return false;
    }
    if (!*parsed) {
        std::copy(head.begin(), head.end(), m_head.begin());
        m_headSize = quint8(head.size());
        bytes = {};
        return false;
    }
    const WebSocketFrameHeader header = **parsed;
    takeFront(bytes, header.size - m_headSize);
    m_headSize = 0;
    m_error = checkHeader(header);
    if (m_error) {
        return false;
    }
    m_frame = header;
    m_frameRead = 0;
    return true;
}

std::optional<WebSocketError> WebSocketReader::checkHeader(const WebSocketFrameHeader &header)
{
    // permessage-deflate would allow RSV1 on the first frame of a message, here and only here.
    if (header.reserved != 0) {
        return WebSocketError::ReservedBits;
    }
    if (header.isControl()) {
        return std::nullopt;
    }
    if (header.opcode == WebSocketOpcode::Continuation) {
        if (!m_inMessage) {
            return WebSocketError::NothingToContinue;
        }
    } else {
        if (m_inMessage) {
            return WebSocketError::ExpectedContinuation;
        }
        m_inMessage = true;
        m_isBinary = header.opcode == WebSocketOpcode::Binary;
        m_fragments = 0;
        m_utf8.reset();
    }
    if (header.payloadSize > m_limits.message - m_message.size()) {
        return WebSocketError::MessageTooBig;
    }
    if (++m_fragments > m_limits.fragments) {
        return WebSocketError::TooManyFragments;
    }
    return std::nullopt;
}

WebSocketReader::Event WebSocketReader::readData(std::span<char> &bytes)
{
    const qsizetype rest = m_frame->payloadSize - m_frameRead;
    const auto piece = takeFront(bytes, std::min(rest, qsizetype(bytes.size())));
    unmask(piece, m_frame->mask, m_frameRead);
    m_frameRead += qsizetype(piece.size());
    if (!m_isBinary && !m_utf8.feed(view(piece))) {
        return fail(WebSocketError::BadUtf8);
    }
    const bool isFrameDone = m_frameRead == m_frame->payloadSize;
    const bool isMessageDone = isFrameDone && m_frame->isFinal;
    if (isFrameDone) {
        m_frame.reset();
    }
    if (isMessageDone && m_message.isEmpty()) {
        return finishMessage(view(piece));
    }
    m_message.append(view(piece));
    return isMessageDone ? finishMessage(m_message) : Event{};
}

WebSocketReader::Event WebSocketReader::finishMessage(QByteArrayView payload)
{
    m_inMessage = false;
    if (!m_isBinary && !m_utf8.isComplete()) {
        return fail(WebSocketError::BadUtf8);
    }
    Event event;
    event.kind = Event::Kind::Message;
    event.isBinary = m_isBinary;
    event.payload = payload;
    return event;
}

WebSocketReader::Event WebSocketReader::readControl(std::span<char> &bytes)
{
    const qsizetype rest = m_frame->payloadSize - m_frameRead;
    const auto piece = takeFront(bytes, std::min(rest, qsizetype(bytes.size())));
    unmask(piece, m_frame->mask, m_frameRead);
    m_frameRead += qsizetype(piece.size());
    QByteArrayView payload = view(piece);
    if (m_frameRead < m_frame->payloadSize || !m_control.isEmpty()) {
        m_control.append(payload);
        payload = m_control;
    }
    if (m_frameRead < m_frame->payloadSize) {
        return {};
    }
    const WebSocketOpcode opcode = m_frame->opcode;
    m_frame.reset();
    if (opcode == WebSocketOpcode::Close) {
        return closeEvent(payload);
    }
    Event event;
    event.kind = opcode == WebSocketOpcode::Ping ? Event::Kind::Ping : Event::Kind::Pong;
    event.payload = payload;
    return event;
}

WebSocketReader::Event WebSocketReader::closeEvent(QByteArrayView payload)
{
    Event event;
    event.kind = Event::Kind::Close;
    event.closeCode = quint16(WebSocketCode::NoStatus);
    if (payload.isEmpty()) {
        return event;
    }
    if (payload.size() == 1) {
        return fail(WebSocketError::BadClosePayload);
    }
    event.closeCode = qFromBigEndian<quint16>(payload.data());
    event.payload = payload.sliced(2);
    if (!isValidCloseCode(event.closeCode)) {
        return fail(WebSocketError::BadCloseCode);
    }
    if (!isValidUtf8(event.payload)) {
        return fail(WebSocketError::BadUtf8);
    }
    return event;
}

} // namespace Switchboard::Net
