// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/clientbundle.h"

#include "web/fileresponse.h"

#include <QResource>

#include <zlib.h>

namespace Switchboard::Web {

namespace {

QByteArray embedded(const QString &name)
{
    const QResource resource(u":/switchboard/client/" % name);
    return resource.isValid() ? resource.uncompressedData() : QByteArray();
}

/** Inflates a gzip file of our own; its last four bytes are the size. */
QByteArray gunzip(const QByteArray &zipped)
{
    Q_ASSERT(zipped.size() > 18);
    quint32 size = 0;
    for (int i = 1; i <= 4; ++i) {
        size = size << 8 | quint8(zipped[zipped.size() - i]);
    }
    QByteArray plain(qsizetype(size), Qt::Uninitialized);
    z_stream stream{};
    constexpr int gzipWindow = 15 + 16;
    [[maybe_unused]] int result = inflateInit2(&stream, gzipWindow);
    Q_ASSERT(result == Z_OK);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(zipped.constData()));
    stream.avail_in = uInt(zipped.size());
    stream.next_out = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_out = size;
    result = inflate(&stream, Z_FINISH);
    Q_ASSERT(result == Z_STREAM_END);
    inflateEnd(&stream);
    return plain;
}

/** Whether an Accept-Encoding lets gzip through; "gzip;q=0" does not. */
bool acceptsGzip(QByteArrayView acceptEncoding)
{
    for (const QByteArray &item : acceptEncoding.toByteArray().split(',')) {
        const qsizetype semicolon = item.indexOf(';');
        const QByteArray coding = item.first(semicolon < 0 ? item.size() : semicolon).trimmed();
        if (coding.compare("gzip", Qt::CaseInsensitive) != 0) {
            continue;
        }
        const qsizetype q = item.indexOf("q=", qMax<qsizetype>(semicolon, 0));
        return semicolon < 0 || q < 0 || item.sliced(q + 2).trimmed().toDouble() > 0;
    }
    return false;
}

} // namespace

ClientBundle::ClientBundle(QByteArray enginePath)
    : m_prefix(std::move(enginePath))
    , m_etag('"' + version() + '"')
{
    while (m_prefix.endsWith('/')) {
        m_prefix.chop(1);
    }
    m_prefix += "/socket.io.";
}

QByteArray ClientBundle::version()
{
    return embedded(QStringLiteral("version")).trimmed();
}

bool ClientBundle::serves(QByteArrayView path) const
{
    return path.startsWith(m_prefix);
}

void ClientBundle::handle(Net::HttpRequest request, Net::HttpResponder responder)
{
    responder.send(respond(request));
}

const QByteArray &ClientBundle::plain(const QByteArray &name, const QByteArray &zipped)
{
    QByteArray &content = m_plain[name];
    if (content.isEmpty()) {
        content = gunzip(zipped);
    }
    return content;
}

Net::HttpResponse ClientBundle::respond(const Net::HttpRequest &request)
{
    if (request.method != "GET" && request.method != "HEAD") {
        Net::HttpResponse response(405, "text/plain", "Method Not Allowed");
        response.headers.append("Allow", "GET, HEAD");
        return response;
    }
    const QByteArrayView path = request.path();
    const QByteArray name = path.sliced(path.lastIndexOf('/') + 1).toByteArray();
    // No part of the request becomes a file name: it must equal the end of an embedded one.
    const bool isName
        = path.size() == m_prefix.size() - qsizetype(std::strlen("socket.io.")) + name.size()
        && std::all_of(
            name.begin(), name.end(), [](char c) { return c == '.' || (c >= 'a' && c <= 'z'); });
    const QByteArray zipped = isName ? embedded(QString::fromLatin1(name) % u".gz") : QByteArray();
    if (zipped.isEmpty()) {
        return {404, "text/plain", "Not Found"};
    }

    Net::HttpResponse response;
    response.headers.append("Cache-Control", "public, max-age=0");
    response.headers.append("ETag", m_etag);
    response.headers.append("Vary", "Accept-Encoding");
    if (etagMatches(request.headers.value("if-none-match"), m_etag)) {
        response.status = 304;
        return response;
    }
    response.headers.append("Content-Type",
        name.endsWith(".map") ? "application/json; charset=utf-8"
                              : "application/javascript; charset=utf-8");
    response.headers.append("X-Content-Type-Options", "nosniff");
    if (acceptsGzip(request.headers.value("accept-encoding"))) {
        response.headers.append("Content-Encoding", "gzip");
        response.body = zipped;
    } else {
        response.body = plain(name, zipped);
    }
    return response;
}

} // namespace Switchboard::Web
