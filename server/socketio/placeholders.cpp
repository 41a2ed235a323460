// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/placeholders.h"

#include "socketio/integers.h"

#include <limits>

namespace Switchboard::SocketIo {

namespace {

using Token = JsonScanner::Token;

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

} // namespace

bool findPlaceholders(
    QByteArrayView json, const JsonLimits &limits, int attachments, Placeholders &into)
{
    return PlaceholderFinder(json, limits, attachments).run(into);
}

bool placeholdersMatch(const ArgsView &args)
{
    if (args.attachments.empty()) {
        return true;
    }
    const QByteArray array = '[' + args.json.toByteArray() + ']';
    const JsonLimits any{JsonScanner::maxDepth, std::numeric_limits<int>::max()};
    Placeholders found;
    return findPlaceholders(array, any, static_cast<int>(args.attachments.size()), found);
}

} // namespace Switchboard::SocketIo
