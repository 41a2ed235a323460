// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/decoder.h"

#include <limits>
#include <optional>

namespace Switchboard::SocketIo {

namespace {

using Token = JsonScanner::Token;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/** Length of the run of digits at the start of @p text. */
qsizetype digitsIn(QByteArrayView text)
{
    qsizetype length = 0;
    while (length < text.size() && isDigit(text[length])) {
        ++length;
    }
    return length;
}

/** Precondition: at most 18 digits. */
qint64 toNumber(QByteArrayView digits)
{
    qint64 number = 0;
    for (const char digit : digits) {
        number = number * 10 + (digit - '0');
    }
    return number;
}

constexpr qsizetype mostDigits = 15;

/** True when JavaScript's String(Number(lexeme)) is the lexeme itself. */
bool isPlainInteger(QByteArrayView lexeme)
{
    const bool negative = lexeme.startsWith('-');
    const auto digits = negative ? lexeme.sliced(1) : lexeme;
    return digits.size() <= mostDigits && digitsIn(digits) == digits.size()
        && !(negative && digits == "0");
}

QByteArrayView between(QByteArrayView first, QByteArrayView last)
{
    return {first.data(), last.data() + last.size()};
}

/**
 * Finds the placeholders of a binary packet and checks their numbers.
 *
 * A reader would replace every object with "_placeholder": true, wherever it is nested, so each
 * one counts. Frames stand for the containers that are open.
 */
class PlaceholderFinder
{
public:
    PlaceholderFinder(QByteArrayView json, const JsonLimits &limits, int attachments)
        : m_scanner(json, limits)
        , m_json(json)
        , m_attachments(attachments)
        , m_used(attachments, false)
    { }

    bool run(Placeholders &into)
    {
        for (Token token = m_scanner.next(); token != Token::End; token = m_scanner.next()) {
            if (token == Token::Error || !take(token, into)) {
                return false;
            }
        }
        return true;
    }

private:
    enum class Member : quint8 { Other, Mark, Number };

    struct Frame
    {
        qsizetype start = 0;
        qint64 number = -1;
        Member member = Member::Other;
        bool marked = false;
    };

    bool take(Token token, Placeholders &into)
    {
        if (token == Token::Key) {
            m_frames.last().member = memberOf(m_scanner.lexeme());
            return true;
        }
        if (token == Token::ArrayEnd) {
            m_frames.removeLast();
            return true;
        }
        if (token == Token::ObjectEnd) {
            const Frame frame = m_frames.last();
            m_frames.removeLast();
            return !frame.marked || add(frame, into);
        }
        if (!m_frames.isEmpty()) {
            noteMember(m_frames.last(), token);
        }
        if (token == Token::ArrayBegin || token == Token::ObjectBegin) {
            m_frames.append(Frame{.start = m_scanner.offset()});
        }
        return true;
    }

    static Member memberOf(QByteArrayView key)
    {
        QByteArray decoded;
        auto name = key.sliced(1, key.size() - 2);
        if (name.contains('\\')) {
            decoded = Json::decodeString(key);
            name = decoded;
        }
        return name == "_placeholder" ? Member::Mark
            : name == "num"           ? Member::Number
                                      : Member::Other;
    }

    void noteMember(Frame &frame, Token token) const
    {
        if (frame.member == Member::Mark) {
            frame.marked = token == Token::True;
        } else if (frame.member == Member::Number) {
            const auto lexeme = m_scanner.lexeme();
            const bool isIndex
                = token == Token::Number && isPlainInteger(lexeme) && lexeme[0] != '-';
            frame.number = isIndex ? toNumber(lexeme) : -1;
        }
        frame.member = Member::Other;
    }

    bool add(const Frame &frame, Placeholders &into)
    {
        if (frame.number < 0 || frame.number >= m_attachments) {
            return false;
        }
        const auto text = m_json.sliced(
            frame.start, m_scanner.offset() + m_scanner.lexeme().size() - frame.start);
        const bool nested = !into.isEmpty() && into.last().text.data() > text.data();
        bool &used = m_used[static_cast<qsizetype>(frame.number)];
        if (nested || used) {
            return false;
        }
        used = true;
        into.append({text, static_cast<qsizetype>(frame.number)});
        return true;
    }

    JsonScanner m_scanner;
    QByteArrayView m_json;
    qint64 m_attachments;
    QVarLengthArray<bool, 16> m_used;
    QVarLengthArray<Frame, 16> m_frames;
};

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
            && !PlaceholderFinder(m_rest, m_limits.json, m_packet.attachments)
                    .run(m_packet.placeholders)) {
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
