// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/httprequest.h"

#include "net/httptext.h"

#include <algorithm>

namespace Switchboard::Net {

namespace {

/** Calls @p visit with each name and value, still encoded, until it returns false. */
template <typename Visit> void forEachItem(QByteArrayView query, Visit visit)
{
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView item = end < 0 ? query : query.first(end);
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
        if (item.isEmpty()) {
            continue;
        }
        const qsizetype equals = item.indexOf('=');
        const QByteArrayView name = equals < 0 ? item : item.first(equals);
        const QByteArrayView value = equals < 0 ? QByteArrayView() : item.sliced(equals + 1);
        if (!visit(name, value)) {
            return;
        }
    }
}

/** Undoes percent escapes and the form encoding's '+'. */
QByteArray decode(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        if (low >= 0) {
            result.append(char(high * 16 + low));
            i += 2;
        } else {
            result.append(text[i] == '+' ? ' ' : text[i]);
        }
    }
    return result;
}

} // namespace

QByteArrayView HttpHeaders::value(QByteArrayView name) const
{
    for (const HttpHeader &field : m_fields) {
        if (equalsIgnoringCase(field.name, name)) {
            return field.value;
        }
    }
    return {};
}

qsizetype HttpHeaders::count(QByteArrayView name) const
{
    return std::count_if(m_fields.cbegin(), m_fields.cend(),
        [name](const HttpHeader &field) { return equalsIgnoringCase(field.name, name); });
}

bool HttpHeaders::hasToken(QByteArrayView name, QByteArrayView token) const
{
    for (const HttpHeader &field : m_fields) {
        if (!equalsIgnoringCase(field.name, name)) {
            continue;
        }
        QByteArrayView rest = field.value;
        while (!rest.isEmpty()) {
            const qsizetype comma = rest.indexOf(',');
            const QByteArrayView item = comma < 0 ? rest : rest.first(comma);
            if (equalsIgnoringCase(trimmed(item), token)) {
                return true;
            }
            rest = comma < 0 ? QByteArrayView() : rest.sliced(comma + 1);
        }
    }
    return false;
}

QByteArrayView HttpRequest::path() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArrayView(target) : QByteArrayView(target).first(mark);
}

QByteArrayView HttpRequest::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArrayView() : QByteArrayView(target).sliced(mark + 1);
}

bool HttpRequest::isWebSocketUpgrade() const
{
    return isUpgrade() && headers.hasToken("upgrade", "websocket");
}

QByteArray queryValue(QByteArrayView query, QByteArrayView name)
{
    QByteArray result;
    forEachItem(query, [&](QByteArrayView key, QByteArrayView value) {
        const bool found = key == name || decode(key) == name;
        if (found) {
            result = decode(value);
        }
        return !found;
    });
    return result;
}

bool queryHas(QByteArrayView query, QByteArrayView name)
{
    bool found = false;
    forEachItem(query, [&](QByteArrayView key, QByteArrayView) {
        found = key == name || decode(key) == name;
        return !found;
    });
    return found;
}

QList<std::pair<QByteArray, QByteArray>> queryItems(QByteArrayView query)
{
    QList<std::pair<QByteArray, QByteArray>> items;
    forEachItem(query, [&](QByteArrayView key, QByteArrayView value) {
        items.emplace_back(decode(key), decode(value));
        return true;
    });
    return items;
}

} // namespace Switchboard::Net
