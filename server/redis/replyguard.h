// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/limits.h"

#include <QByteArrayView>

#include <array>
#include <optional>

namespace Switchboard::Redis {

/** Why the bytes of a server cannot be read, or are refused. */
enum class ReplyError : quint8 {
    NotRedis = 1, // a first byte that starts no reply: another kind of server
    BadLength,
    BulkTooLarge,
    TooManyElements,
    TooDeep,
    LineTooLong,
    ReplyTooLarge,
    Malformed, // found by the reader
};

/**
 * Looks over the bytes of a server before the reader keeps them, and stops at an announcement
 * beyond the limits: "$536870912" is refused, not waited for.
 *
 * Follows the nesting of replies cut anywhere, and keeps no byte of them. Total, O(n), no
 * allocation, no recursion. Value type, any thread. Protocol: RESP2.
 */
class ReplyGuard
{
public:
    explicit ReplyGuard(ReplyLimits limits = {});

    /** Nothing as long as all is well; an error stays. */
    std::optional<ReplyError> feed(QByteArrayView bytes);

private:
    enum class State : quint8 { Type, Text, Number, Body };

    static constexpr int deepest = 16;

    void feedByte(char c);
    void startLine(char type);
    void endLine();
    void valueDone();

    void fail(ReplyError error) { m_error = error; }

    ReplyLimits m_limits;
    std::optional<ReplyError> m_error;
    State m_state = State::Type;
    char m_type = 0;
    bool m_return = false; // the byte before was one
    bool m_negative = false;
    int m_digits = 0;
    int m_depth = 0;
    qint64 m_number = 0;
    qint64 m_line = 0; // bytes of the line so far
    qint64 m_body = 0; // bytes of the bulk still to come, with its line end
    qint64 m_elements = 0; // announced in this reply
    qint64 m_reply = 0; // bytes of this reply
    std::array<qint64, deepest> m_open{}; // items each open array still waits for
};

} // namespace Switchboard::Redis
