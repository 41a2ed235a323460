// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/requestpath.h"

#include "core/utf8.h"

namespace Switchboard::Web {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

std::optional<QByteArray> decodePercent(QByteArrayView encoded)
{
    QByteArray decoded;
    decoded.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        if (encoded[i] != '%') {
            decoded.append(encoded[i]);
            continue;
        }
        if (i + 2 >= encoded.size()) {
            return std::nullopt;
        }
        const int high = hexDigit(encoded[i + 1]);
        const int low = hexDigit(encoded[i + 2]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        decoded.append(char(high * 16 + low));
        i += 2;
    }
    return decoded;
}

bool isAllowedByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte != 0x7f && c != '\\';
}

} // namespace

std::optional<RequestPath> parseRequestPath(QByteArrayView encoded)
{
    const std::optional<QByteArray> decoded = decodePercent(encoded);
    if (!decoded || !decoded->startsWith('/') || !isValidUtf8(*decoded)
        || !std::all_of(decoded->begin(), decoded->end(), isAllowedByte)) {
        return std::nullopt;
    }
    RequestPath path;
    path.isFolder = decoded->endsWith('/');
    if (decoded->size() == 1) {
        return path;
    }
    const QByteArrayView inner = QByteArrayView(*decoded).sliced(1).chopped(path.isFolder ? 1 : 0);
    qsizetype begin = 0;
    while (begin <= inner.size()) {
        qsizetype end = inner.indexOf('/', begin);
        if (end < 0) {
            end = inner.size();
        }
        const QByteArrayView segment = inner.sliced(begin, end - begin);
        if (segment.isEmpty() || segment.startsWith('.')) {
            return std::nullopt;
        }
        path.segments.append(segment.toByteArray());
        begin = end + 1;
    }
    return path;
}

} // namespace Switchboard::Web
