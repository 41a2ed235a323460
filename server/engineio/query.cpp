// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/query.h"

#include "net/httprequest.h"

namespace Switchboard::EngineIo {

namespace {

void add(QByteArray &to, const QByteArray &value)
{
    if (to.isNull()) {
        to = value.isNull() ? QByteArray("") : value; // there, if only by name
    } else {
        to += ',' + value;
    }
}

} // namespace

Query Query::parse(QByteArrayView text)
{
    Query query;
    for (const auto &[name, value] : Net::queryItems(text)) {
        if (name == "transport") {
            add(query.transport, value);
        } else if (name == "sid") {
            add(query.sid, value);
        } else if (name == "EIO") {
            add(query.version, value);
        }
    }
    return query;
}

} // namespace Switchboard::EngineIo
