// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QStringView>

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <span>

namespace Switchboard::SocketIo {

/**
 * Arguments of an event or an ack as they stand on the wire: a loan for the call.
 *
 * Value type; views into what its maker holds.
 */
struct ArgsView
{
    /** Valid JSON texts separated by commas, without brackets. */
    QByteArrayView json;
    /** What {"_placeholder":true,"num":n} in json refers to. */
    std::span<const QByteArray> attachments;

    /** Bytes of arguments and attachments together. */
    qsizetype size() const;
};

/** JSON text that goes out as it is. Precondition: it is one valid JSON value. */
struct RawJson
{
    QByteArray text;
};

/** Bytes that travel as an attachment; a Buffer or ArrayBuffer on the other side. */
struct Binary
{
    QByteArray bytes;
};

/** One argument, from whatever the caller has at hand. Value type. */
class Value
{
public:
    Value(std::nullptr_t);
    Value(QStringView text);
    Value(const QString &text);
    /** @p utf8 must be valid UTF-8. */
    Value(const char *utf8);
    Value(double number);
    Value(const QJsonValue &value);
    Value(const QJsonObject &object);
    Value(const QJsonArray &array);
    Value(RawJson json);
    Value(Binary binary);

    template <std::integral T>
    Value(T number)
        : m_json(std::same_as<T, bool> ? QByteArray(number ? "true" : "false")
                                       : QByteArray::number(number))
    { }

private:
    friend class Args;

    QByteArray m_json;
    QByteArray m_bytes;
    bool m_isBinary = false;
};

/**
 * Arguments that own their bytes: Args{1, "two", Binary{bytes}}.
 *
 * Encodes each value once, when it is appended. Value type, implicitly shared.
 */
class Args
{
public:
    Args() = default;
    Args(std::initializer_list<Value> values);

    Args &append(const Value &value);

    operator ArgsView() const;

private:
    QByteArray m_json;
    QList<QByteArray> m_attachments;
};

/** Appends the object that stands for attachment @p number. */
void appendPlaceholder(QByteArray &to, qsizetype number);

} // namespace Switchboard::SocketIo
