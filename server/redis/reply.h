// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <vector>

namespace Switchboard::Redis {

/**
 * One answer of a Redis server, of whatever shape: nothing is assumed about it.
 *
 * Value type, any thread. Protocol: RESP2.
 */
struct Reply
{
    enum class Type : quint8 { Nil, Status, Error, Integer, Text, Array };

    Type type = Type::Nil;
    qint64 integer = 0;
    /** Of Status, Error and Text. */
    QByteArray text;
    std::vector<Reply> items;

    bool isText() const { return type == Type::Text; }

    bool isInteger() const { return type == Type::Integer; }

    bool isArray() const { return type == Type::Array; }

    bool isError() const { return type == Type::Error; }

    bool isStatus(QByteArrayView which) const { return type == Type::Status && text == which; }
};

} // namespace Switchboard::Redis
