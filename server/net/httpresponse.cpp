// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/httpresponse.h"

#include "net/httperrors.h"
#include "net/httptext.h"

#include <algorithm>

namespace Switchboard::Net {

bool isBodiless(int status)
{
    return status < 200 || status == 204 || status == 304;
}

QByteArray encodeHead(const HttpResponse &response, ResponseFraming framing)
{
    QByteArray head;
    head.reserve(256);
    head.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    head.append(reasonPhrase(response.status)).append("\r\n");
    for (const HttpHeader &field : response.headers.fields()) {
        // Values may echo what a peer sent; a line break would start a header of its choice.
        if (isToken(field.name)
            && std::all_of(field.value.begin(), field.value.end(), isFieldChar)) {
            head.append(field.name).append(": ").append(field.value).append("\r\n");
        }
    }
    if (!isBodiless(response.status)) {
        const qint64 size = response.source ? response.source->size() : response.body.size();
        head.append("Content-Length: ").append(QByteArray::number(size)).append("\r\n");
    }
    if (response.status != 101) {
        if (!framing.keepAlive) {
            head.append("Connection: close\r\n");
        } else if (!framing.isHttp11) {
            head.append("Connection: keep-alive\r\n");
        }
    }
    head.append("\r\n");
    return head;
}

} // namespace Switchboard::Net
