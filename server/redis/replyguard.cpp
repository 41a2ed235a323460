// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/replyguard.h"

#include <algorithm>
#include <utility>

namespace Switchboard::Redis {

ReplyGuard::ReplyGuard(ReplyLimits limits)
    : m_limits(limits)
{
    Q_ASSERT(limits.depth <= deepest);
}

std::optional<ReplyError> ReplyGuard::feed(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size() && !m_error;) {
        if (m_state == State::Body) {
            const qint64 skipped = std::min<qint64>(m_body, bytes.size() - at);
            at += skipped;
            m_reply += skipped;
            m_body -= skipped;
            if (m_body == 0) {
                valueDone();
            }
            continue;
        }
        ++m_reply;
        feedByte(bytes[at++]);
    }
    return m_error;
}

void ReplyGuard::feedByte(char c)
{
    if (m_state == State::Type) {
        startLine(c);
        return;
    }
    if (c == '\n' && m_return) {
        endLine();
        return;
    }
    // As the reader sees it: only the two together end a line, so a lone one is content.
    const bool afterReturn = std::exchange(m_return, c == '\r');
    if (++m_line > m_limits.line) {
        fail(ReplyError::LineTooLong);
    } else if (m_state == State::Number && (afterReturn || !m_return)) {
        if (c == '-' && m_line == 1) {
            m_negative = true;
        } else if (!afterReturn && c >= '0' && c <= '9' && m_digits < 18) {
            ++m_digits;
            m_number = m_number * 10 + (c - '0');
        } else {
            fail(ReplyError::BadLength);
        }
    }
}

void ReplyGuard::startLine(char type)
{
    if (QByteArrayView("+-:$*").indexOf(type) < 0) {
        fail(ReplyError::NotRedis);
        return;
    }
    m_type = type;
    m_state = type == '$' || type == '*' ? State::Number : State::Text;
    m_return = false;
    m_line = 0;
    m_digits = 0;
    m_number = 0;
    m_negative = false;
}

void ReplyGuard::endLine()
{
    if (m_state == State::Text) {
        valueDone();
        return;
    }
    if (m_digits == 0 || (m_negative && m_number != 1)) {
        fail(ReplyError::BadLength);
    } else if (m_negative) {
        valueDone(); // nil
    } else if (m_type == '$') {
        if (m_number > m_limits.bulk) {
            fail(ReplyError::BulkTooLarge);
        } else if (m_reply + m_number > m_limits.reply) {
            fail(ReplyError::ReplyTooLarge);
        } else {
            m_body = m_number + 2;
            m_state = State::Body;
        }
    } else if (m_number > m_limits.elements - m_elements) {
        fail(ReplyError::TooManyElements);
    } else if (m_number == 0) {
        valueDone();
    } else if (m_depth == m_limits.depth) {
        fail(ReplyError::TooDeep);
    } else {
        m_elements += m_number;
        m_open[static_cast<std::size_t>(m_depth++)] = m_number;
        m_state = State::Type;
    }
}

void ReplyGuard::valueDone()
{
    m_state = State::Type;
    while (m_depth > 0 && --m_open[static_cast<std::size_t>(m_depth - 1)] == 0) {
        --m_depth;
    }
    if (m_depth == 0) {
        m_elements = 0;
        m_reply = 0;
    } else if (m_reply > m_limits.reply) {
        fail(ReplyError::ReplyTooLarge);
    }
}

} // namespace Switchboard::Redis
