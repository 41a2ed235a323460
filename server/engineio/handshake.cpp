// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/handshake.h"

#include <optional>

namespace Switchboard::EngineIo {

namespace {

struct Line
{
    QByteArrayView name;
    QByteArrayView value;
};

/** Cuts the first line off @p lines, or nothing at their end. */
std::optional<Line> takeLine(QByteArrayView &lines)
{
    if (lines.isEmpty()) {
        return std::nullopt;
    }
    const qsizetype colon = lines.indexOf(':');
    const qsizetype end = lines.indexOf('\n', colon);
    const Line line{lines.first(colon), lines.sliced(colon + 1, end - colon - 1)};
    lines = lines.sliced(end + 1);
    return line;
}

std::optional<QByteArrayView> find(QByteArrayView lines, QByteArrayView name)
{
    while (const auto line = takeLine(lines)) {
        if (line->name.compare(name, Qt::CaseInsensitive) == 0) {
            return line->value;
        }
    }
    return std::nullopt;
}

} // namespace

HeaderBlock::HeaderBlock(const Net::HttpHeaders &headers)
{
    qsizetype size = 0;
    for (const Net::HttpHeader &field : headers.fields()) {
        size += field.name.size() + field.value.size() + 2;
    }
    m_lines.reserve(size);
    for (const Net::HttpHeader &field : headers.fields()) {
        m_lines.append(field.name).append(':').append(field.value).append('\n');
    }
}

QByteArrayView HeaderBlock::value(QByteArrayView name) const
{
    return find(m_lines, name).value_or(QByteArrayView());
}

bool HeaderBlock::contains(QByteArrayView name) const
{
    return find(m_lines, name).has_value();
}

QList<Net::HttpHeader> HeaderBlock::fields() const
{
    QList<Net::HttpHeader> fields;
    QByteArrayView lines(m_lines);
    while (const auto line = takeLine(lines)) {
        fields.append({line->name.toByteArray(), line->value.toByteArray()});
    }
    return fields;
}

QByteArray openPacket(const ServerConfig &config, const Sid &sid, bool upgradable)
{
    return QByteArrayLiteral("0{\"sid\":\"") + sid.view()
        + "\",\"upgrades\":" + (upgradable ? "[\"websocket\"]" : "[]")
        + ",\"pingInterval\":" + QByteArray::number(qint64(config.pingInterval.count()))
        + ",\"pingTimeout\":" + QByteArray::number(qint64(config.pingTimeout.count()))
        + ",\"maxPayload\":" + QByteArray::number(config.maxHttpBufferSize) + '}';
}

QByteArray setCookie(const CookieConfig &cookie, const Sid &sid)
{
    QByteArray text = cookie.name + '=' + sid.view();
    if (!cookie.path.isEmpty()) {
        text += "; Path=" + cookie.path;
    }
    if (cookie.httpOnly) {
        text += "; HttpOnly";
    }
    if (!cookie.sameSite.isEmpty()) {
        text += "; SameSite=" + cookie.sameSite.left(1).toUpper() + cookie.sameSite.mid(1);
    }
    return text;
}

} // namespace Switchboard::EngineIo
