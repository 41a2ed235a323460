// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/args.h"

#include "core/jsonscanner.h"

#include <QJsonDocument>

#include <cmath>

namespace Switchboard::SocketIo {

namespace {

QByteArray jsonOf(const QJsonValue &value)
{
    // A document is an array or an object; brackets around the value are cut off again.
    const auto text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return text.sliced(1, text.size() - 2);
}

} // namespace

qsizetype ArgsView::size() const
{
    qsizetype bytes = json.size();
    for (const QByteArray &attachment : attachments) {
        bytes += attachment.size();
    }
    return bytes;
}

Value::Value(std::nullptr_t)
    : m_json("null")
{ }

Value::Value(QStringView text)
    : m_json(Json::encodeString(text.toUtf8()))
{ }

Value::Value(const QString &text)
    : Value(QStringView(text))
{ }

Value::Value(const char *utf8)
    : m_json(Json::encodeString(QByteArrayView(utf8)))
{ }

Value::Value(double number)
    : m_json(std::isfinite(number) ? QByteArray::number(number, 'g', QLocale::FloatingPointShortest)
                                   : QByteArray("null"))
{ }

Value::Value(const QJsonValue &value)
    : m_json(value.isUndefined() ? QByteArray("null") : jsonOf(value))
{ }

Value::Value(const QJsonObject &object)
    : m_json(QJsonDocument(object).toJson(QJsonDocument::Compact))
{ }

Value::Value(const QJsonArray &array)
    : m_json(QJsonDocument(array).toJson(QJsonDocument::Compact))
{ }

Value::Value(RawJson json)
    : m_json(std::move(json.text))
{
    Q_ASSERT(!Json::check(m_json));
}

Value::Value(Binary binary)
    : m_bytes(std::move(binary.bytes))
    , m_isBinary(true)
{ }

Args::Args(std::initializer_list<Value> values)
{
    for (const Value &value : values) {
        append(value);
    }
}

Args &Args::append(const Value &value)
{
    if (!m_json.isEmpty()) {
        m_json += ',';
    }
    if (value.m_isBinary) {
        appendPlaceholder(m_json, m_attachments.size());
        m_attachments.append(value.m_bytes);
    } else {
        m_json += value.m_json;
    }
    return *this;
}

Args::operator ArgsView() const
{
    return {m_json, {m_attachments.constData(), static_cast<std::size_t>(m_attachments.size())}};
}

void appendPlaceholder(QByteArray &to, qsizetype number)
{
    to += "{\"_placeholder\":true,\"num\":";
    to += QByteArray::number(number);
    to += '}';
}

} // namespace Switchboard::SocketIo
