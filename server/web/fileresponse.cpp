// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/fileresponse.h"

#include "web/mimetypes.h"

#include <optional>

namespace Switchboard::Web {

namespace {

struct ByteRange
{
    qint64 offset = 0;
    qint64 length = 0;
};

enum class RangeKind : quint8 { Whole, Part, Unsatisfiable };

std::optional<qint64> parseNumber(QByteArrayView digits)
{
    // Eighteen digits cannot overflow; longer numbers are beyond every file.
    if (digits.isEmpty() || digits.size() > 18) {
        return std::nullopt;
    }
    qint64 value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

RangeKind parseRange(QByteArrayView header, qint64 size, ByteRange &range)
{
    if (!header.startsWith("bytes=")) {
        return RangeKind::Whole;
    }
    const QByteArrayView spec = header.sliced(6).trimmed();
    const qsizetype dash = spec.indexOf('-');
    if (dash < 0) {
        return RangeKind::Whole;
    }
    const QByteArrayView firstText = spec.first(dash);
    const QByteArrayView lastText = spec.sliced(dash + 1);
    const std::optional<qint64> first = parseNumber(firstText);
    const std::optional<qint64> last = parseNumber(lastText);
    if (firstText.isEmpty() && last) {
        range.length = std::min(*last, size);
        range.offset = size - range.length;
        return range.length > 0 ? RangeKind::Part : RangeKind::Unsatisfiable;
    }
    if (!first || (!last && !lastText.isEmpty()) || (last && *last < *first)) {
        return RangeKind::Whole;
    }
    if (*first >= size) {
        return RangeKind::Unsatisfiable;
    }
    range.offset = *first;
    range.length = (last ? std::min(*last, size - 1) : size - 1) - *first + 1;
    return RangeKind::Part;
}

QByteArrayView withoutWeakness(QByteArrayView etag)
{
    return etag.startsWith("W/") ? etag.sliced(2) : etag;
}

Net::HttpResponse emptyResponse(int status)
{
    Net::HttpResponse response;
    response.status = status;
    return response;
}

} // namespace

bool etagMatches(QByteArrayView ifNoneMatch, QByteArrayView etag)
{
    qsizetype begin = 0;
    while (begin <= ifNoneMatch.size()) {
        qsizetype end = ifNoneMatch.indexOf(',', begin);
        if (end < 0) {
            end = ifNoneMatch.size();
        }
        const QByteArrayView item = ifNoneMatch.sliced(begin, end - begin).trimmed();
        if (item == "*" || (!item.isEmpty() && withoutWeakness(item) == withoutWeakness(etag))) {
            return true;
        }
        begin = end + 1;
    }
    return false;
}

Net::HttpResponse fileResponse(
    const Net::HttpRequest &request, ServedFile file, QByteArrayView fileName)
{
    Net::HttpResponse response;
    const Net::HttpHeaders &asked = request.headers;
    if (etagMatches(asked.value("if-none-match"), file.etag)) {
        response = emptyResponse(304);
        response.headers.append("ETag", file.etag);
        response.headers.append("Cache-Control", "no-cache");
        return response;
    }

    const qint64 size = file.body->size();
    ByteRange range;
    RangeKind kind = RangeKind::Whole;
    const QByteArrayView ifRange = asked.value("if-range");
    if (request.method == "GET" && (ifRange.isEmpty() || ifRange == file.etag)) {
        kind = parseRange(asked.value("range"), size, range);
    }
    if (kind == RangeKind::Unsatisfiable) {
        response = emptyResponse(416);
        response.headers.append("Content-Range", "bytes */" + QByteArray::number(size));
        return response;
    }
    if (kind == RangeKind::Part) {
        response.status = 206;
        response.headers.append("Content-Range",
            "bytes " + QByteArray::number(range.offset) + '-'
                + QByteArray::number(range.offset + range.length - 1) + '/'
                + QByteArray::number(size));
        file.body->narrow(range.offset, range.length);
    }
    const QByteArray type = contentType(fileName);
    response.headers.append("Content-Type", type);
    if (isDownload(type)) {
        response.headers.append("Content-Disposition", "attachment");
    }
    response.headers.append("ETag", file.etag);
    // Files change while a demo is being written: ask each time, answered by 304.
    response.headers.append("Cache-Control", "no-cache");
    response.headers.append("Accept-Ranges", "bytes");
    response.source = std::move(file.body);
    return response;
}

} // namespace Switchboard::Web
