// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/websockethandshake.h"

#include <QCryptographicHash>

namespace Switchboard::Net::WebSocketHandshake {

std::optional<Error> check(const HttpRequest &request)
{
    if (request.method != "GET") {
        return Error::NotGet;
    }
    if (!request.isHttp11) {
        return Error::NotHttp11;
    }
    if (!request.isWebSocketUpgrade()) {
        return Error::NotAnUpgrade;
    }
    if (request.headers.value("sec-websocket-version") != "13") {
        return Error::BadVersion;
    }
    const QByteArray key = request.headers.value("sec-websocket-key").toByteArray();
    const auto decoded
        = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    if (request.headers.count("sec-websocket-key") != 1 || key.size() != 24 || !decoded
        || decoded.decoded.size() != 16) {
        return Error::BadKey;
    }
    return std::nullopt;
}

HttpResponse refusal(Error error)
{
    HttpResponse response;
    response.close = true;
    switch (error) {
    case Error::NotGet:
        response.status = 405;
        response.headers.append("Allow", "GET");
        break;
    case Error::BadVersion:
        response.status = 426;
        response.headers.append("Upgrade", "websocket");
        response.headers.append("Sec-WebSocket-Version", "13");
        break;
    case Error::NotHttp11:
    case Error::NotAnUpgrade:
    case Error::BadKey:
        response.status = 400;
        break;
    }
    return response;
}

QByteArray acceptKey(QByteArrayView key)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(key);
    hash.addData(QByteArrayView("258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
    return hash.result().toBase64();
}

} // namespace Switchboard::Net::WebSocketHandshake
