// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/decoder.h"

#include "socketio/integers.h"
#include "socketio/placeholders.h"

#include <limits>
#include <optional>

namespace Switchboard::SocketIo {

namespace {

using Token = JsonScanner::Token;

QByteArrayView between(QByteArrayView first, QByteArrayView last)
{
    return {first.data(), last.data() + last.size()};
}

/** Reads from the front to the back; each step takes its part of m_rest. */
class Reader
{
public:
    Reader(QByteArrayView text, const DecodeLimits &limits)
        : m_rest(text)
        , m_limits(limits)
    { }

    Result<Packet, DecodeError> run()
    {
        if (const auto error = readAll()) {
            return *error;
        }
        return std::move(m_packet);
    }

private:
    using Failure = std::optional<DecodeError>;

    Failure readAll()
    {
        if (m_rest.isEmpty()) {
            return DecodeError::Empty;
        }
        const char type = m_rest.front();
        if (type < '0' || type > '6') {
            return DecodeError::UnknownType;
        }
        m_packet.type = static_cast<PacketType>(type - '0');
        m_rest = m_rest.sliced(1);
        if (m_packet.type == PacketType::BinaryEvent || m_packet.type == PacketType::BinaryAck) {
            if (const auto error = readAttachmentCount()) {
                return error;
            }
        }
        readNamespace();
        if (const auto error = readAckId()) {
            return error;
        }
        return readPayload();
    }

    Failure readAttachmentCount()
    {
        const auto length = digitsIn(m_rest);
        if (length == 0 || length == m_rest.size() || m_rest[length] != '-' || m_rest[0] == '0') {
            return DecodeError::BadAttachmentCount;
        }
        if (length > 3 || toNumber(m_rest.first(length)) > m_limits.attachments) {
            return DecodeError::TooManyAttachments;
        }
        m_packet.attachments = static_cast<int>(toNumber(m_rest.first(length)));
        m_rest = m_rest.sliced(length + 1);
        return {};
    }

    void readNamespace()
    {
        if (!m_rest.startsWith('/')) {
            return;
        }
        const auto comma = m_rest.indexOf(',');
        m_packet.nsp = comma < 0 ? m_rest : m_rest.first(comma);
        m_rest = comma < 0 ? QByteArrayView() : m_rest.sliced(comma + 1);
    }

    Failure readAckId()
    {
        const auto length = digitsIn(m_rest);
        if (length == 0) {
            return m_packet.isAck() ? Failure(DecodeError::MissingAckId) : Failure();
        }
        if (length <= mostDigits) {
            m_packet.ackId = toNumber(m_rest.first(length));
        } else if (m_packet.isAck()) {
            m_packet.ackId = std::numeric_limits<qint64>::max(); // nobody issued it
        } else {
            return DecodeError::BadAckId;
        }
        m_rest = m_rest.sliced(length);
        return {};
    }

    Failure readPayload()
    {
        switch (m_packet.type) {
        case PacketType::Connect:
            return readObject(Token::ObjectBegin);
        case PacketType::ConnectError:
            return readObject(Token::String);
        case PacketType::Disconnect:
            return m_rest.isEmpty() ? Failure() : Failure(DecodeError::BadPayload);
        default:
            break;
        }
        if (const auto error = readArray()) {
            return error;
        }
        if (m_packet.attachments > 0
            && !findPlaceholders(
                m_rest, m_limits.json, m_packet.attachments, m_packet.placeholders)) {
            return DecodeError::IllegalAttachments;
        }
        return {};
    }

    /** An object, or @p other, or nothing at all. */
    Failure readObject(Token other)
    {
        if (m_rest.isEmpty()) {
            return {};
        }
        JsonScanner scanner(m_rest, m_limits.json);
        const Token first = scanner.next();
        const auto value = first == Token::Error ? std::nullopt : scanner.finishValue(first);
        if (!value || scanner.next() != Token::End) {
            return DecodeError::BadJson;
        }
        m_packet.payload = *value;
        return first == Token::ObjectBegin || first == other ? Failure()
                                                             : Failure(DecodeError::BadPayload);
    }

    Failure readArray()
    {
        JsonScanner scanner(m_rest, m_limits.json);
        const Token first = scanner.next();
        if (first != Token::ArrayBegin) {
            return first == Token::Error ? DecodeError::BadJson : DecodeError::BadPayload;
        }
        Token token = scanner.next();
        if (m_packet.isEvent()) {
            if (const auto error = readEventName(token, scanner.lexeme())) {
                return error;
            }
            token = scanner.next();
        }
        while (token != Token::ArrayEnd) {
            const auto value = token == Token::Error ? std::nullopt : scanner.finishValue(token);
            if (!value) {
                return DecodeError::BadJson;
            }
            m_packet.args.append(*value);
            token = scanner.next();
        }
        if (scanner.next() != Token::End) {
            return DecodeError::BadJson;
        }
        if (!m_packet.args.isEmpty()) {
            m_packet.payload = between(m_packet.args.first(), m_packet.args.last());
        }
        return {};
    }

    Failure readEventName(Token token, QByteArrayView lexeme)
    {
        if (token == Token::Number && isPlainInteger(lexeme)) {
            m_packet.event = lexeme;
            return {};
        }
        if (token != Token::String) {
            return token == Token::Error ? DecodeError::BadJson : DecodeError::BadEventName;
        }
        m_packet.event = lexeme.sliced(1, lexeme.size() - 2);
        if (m_packet.event.contains('\\')) {
            m_packet.decodedEvent = Json::decodeString(lexeme);
            m_packet.event = m_packet.decodedEvent;
        }
        if (m_packet.event.size() > m_limits.eventName) {
            return DecodeError::EventNameTooLong;
        }
        if (isReservedEvent(m_packet.event)) {
            return DecodeError::ReservedEventName;
        }
        return {};
    }

    QByteArrayView m_rest;
    const DecodeLimits &m_limits;
    Packet m_packet;
};

} // namespace

const char *text(DecodeError error)
{
    switch (error) {
    case DecodeError::Empty:
        return "empty packet";
    case DecodeError::UnknownType:
        return "unknown packet type";
    case DecodeError::BadAttachmentCount:
        return "bad attachment count";
    case DecodeError::TooManyAttachments:
        return "too many attachments";
    case DecodeError::BadAckId:
        return "bad ack id";
    case DecodeError::MissingAckId:
        return "ack without id";
    case DecodeError::BadJson:
        return "payload is not JSON";
    case DecodeError::BadPayload:
        return "invalid payload";
    case DecodeError::BadEventName:
        return "event name is not a string";
    case DecodeError::EventNameTooLong:
        return "event name too long";
    case DecodeError::ReservedEventName:
        return "reserved event name";
    case DecodeError::IllegalAttachments:
        return "illegal attachments";
    }
    return "";
}

Result<Packet, DecodeError> decode(QByteArrayView text, const DecodeLimits &limits)
{
    return Reader(text, limits).run();
}

} // namespace Switchboard::SocketIo
