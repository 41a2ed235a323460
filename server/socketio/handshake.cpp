// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/handshake.h"

#include "net/httprequest.h"

#include <QDateTime>
#include <QLocale>

namespace Switchboard::SocketIo {

QByteArray Handshake::time() const
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(issued).count();
    const auto when = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return (QLocale::c().toString(when, u"ddd MMM dd yyyy HH:mm:ss")
        + QStringLiteral(" GMT+0000 (Coordinated Universal Time)"))
        .toUtf8();
}

QByteArray Handshake::query(QByteArrayView name) const
{
    const auto mark = url.indexOf('?');
    return mark < 0 ? QByteArray() : Net::queryValue(QByteArrayView(url).sliced(mark + 1), name);
}

} // namespace Switchboard::SocketIo
