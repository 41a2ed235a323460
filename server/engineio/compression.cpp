// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/compression.h"

#include <zlib.h>

namespace Switchboard::EngineIo {

namespace {

constexpr int windowBits = 15;
constexpr int gzipWrapper = 16;
constexpr int memoryLevel = 8;

/** The weight after ";q=", 1 without one, 0 when it is no number. */
double weightOf(QByteArrayView parameters)
{
    const QByteArray text = parameters.trimmed().toByteArray().toLower();
    if (text.isEmpty()) {
        return 1;
    }
    return text.startsWith("q=") ? text.mid(2).toDouble() : 0;
}

struct Weights
{
    double gzip = -1;
    double deflate = -1;
    double any = -1;
};

void read(Weights &weights, QByteArrayView item)
{
    const qsizetype semicolon = item.indexOf(';');
    const QByteArrayView token = (semicolon < 0 ? item : item.first(semicolon)).trimmed();
    const double weight = semicolon < 0 ? 1 : weightOf(item.sliced(semicolon + 1));
    if (token.compare("gzip", Qt::CaseInsensitive) == 0) {
        weights.gzip = weight;
    } else if (token.compare("deflate", Qt::CaseInsensitive) == 0) {
        weights.deflate = weight;
    } else if (token == "*") {
        weights.any = weight;
    }
}

} // namespace

ContentCoding negotiateCoding(QByteArrayView acceptEncoding)
{
    Weights weights;
    while (!acceptEncoding.isEmpty()) {
        const qsizetype comma = acceptEncoding.indexOf(',');
        read(weights, comma < 0 ? acceptEncoding : acceptEncoding.first(comma));
        acceptEncoding = comma < 0 ? QByteArrayView() : acceptEncoding.sliced(comma + 1);
    }
    const double gzip = weights.gzip < 0 ? weights.any : weights.gzip;
    const double deflate = weights.deflate < 0 ? weights.any : weights.deflate;
    if (gzip <= 0 && deflate <= 0) {
        return ContentCoding::Identity;
    }
    return gzip >= deflate ? ContentCoding::Gzip : ContentCoding::Deflate;
}

const char *name(ContentCoding coding)
{
    switch (coding) {
    case ContentCoding::Identity:
        return "identity";
    case ContentCoding::Gzip:
        return "gzip";
    case ContentCoding::Deflate:
        return "deflate";
    }
    Q_UNREACHABLE();
}

QByteArray compress(QByteArrayView body, ContentCoding coding)
{
    Q_ASSERT(coding != ContentCoding::Identity);
    const int wrapper = coding == ContentCoding::Gzip ? gzipWrapper : 0;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, windowBits + wrapper, memoryLevel,
            Z_DEFAULT_STRATEGY)
        != Z_OK) {
        return {};
    }
    QByteArray result(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(body.size()))),
        Qt::Uninitialized);
    // zlib only reads through next_in; its type says so where ZLIB_CONST is defined.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.data()));
    stream.avail_in = static_cast<uInt>(body.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    const int outcome = deflate(&stream, Z_FINISH);
    result.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return outcome == Z_STREAM_END ? result : QByteArray();
}

} // namespace Switchboard::EngineIo
