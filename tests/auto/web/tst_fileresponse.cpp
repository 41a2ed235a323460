// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/fileresponse.h"

#include <QTest>

#include <cstring>

using namespace Switchboard;

namespace {

class Letters final : public Web::FileBody
{
public:
    explicit Letters(qint64 size)
        : FileBody(size)
    { }

protected:
    qsizetype readAt(qint64 offset, std::span<char> into) override
    {
        for (std::size_t i = 0; i < into.size(); ++i) {
            into[i] = char('a' + (offset + qint64(i)) % 26);
        }
        return qsizetype(into.size());
    }
};

Net::HttpResponse ask(const QByteArrayList &headerLines, qint64 size = 26,
    const char *method = "GET", const char *fileName = "page.html")
{
    Net::HttpRequest request;
    request.method = method;
    for (const QByteArray &line : headerLines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    return Web::fileResponse(request, {std::make_unique<Letters>(size), "\"v1\""}, fileName);
}

QByteArray bodyOf(Net::HttpResponse &response)
{
    if (!response.source) {
        return response.body;
    }
    QByteArray body(response.source->size(), '\0');
    const qsizetype count = response.source->read({body.data(), std::size_t(body.size())});
    return body.first(std::max<qsizetype>(count, 0));
}

} // namespace

class tst_FileResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whole();
    void unknownTypeIsSaved();
    void range_data();
    void range();
    void notModified_data();
    void notModified();
};

void tst_FileResponse::whole()
{
    Net::HttpResponse response = ask({});
    QCOMPARE(response.status, 200);
    QCOMPARE(response.headers.value("content-type"), "text/html; charset=utf-8");
    QCOMPARE(response.headers.value("etag"), "\"v1\"");
    QCOMPARE(response.headers.value("cache-control"), "no-cache");
    QCOMPARE(response.headers.value("accept-ranges"), "bytes");
    QVERIFY(!response.headers.contains("content-disposition"));
    QCOMPARE(bodyOf(response), "abcdefghijklmnopqrstuvwxyz");
}

void tst_FileResponse::unknownTypeIsSaved()
{
    const Net::HttpResponse response = ask({}, 26, "GET", "setup.exe");
    QCOMPARE(response.headers.value("content-disposition"), "attachment");
}

void tst_FileResponse::range_data()
{
    QTest::addColumn<QByteArrayList>("headers");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentRange");
    QTest::addColumn<QByteArray>("body");

    const QByteArray all = "abcdefghijklmnopqrstuvwxyz";
    const auto row = [](const char *name, const QByteArrayList &headers, int status,
                         const QByteArray &contentRange, const QByteArray &body, qint64 size = 26) {
        QTest::newRow(name) << headers << size << status << contentRange << body;
    };
    row("first bytes", {"Range: bytes=0-2"}, 206, "bytes 0-2/26", "abc");
    row("one byte", {"Range: bytes=25-25"}, 206, "bytes 25-25/26", "z");
    row("to the end", {"Range: bytes=24-"}, 206, "bytes 24-25/26", "yz");
    row("last bytes", {"Range: bytes=-3"}, 206, "bytes 23-25/26", "xyz");
    row("more last bytes than there are", {"Range: bytes=-99"}, 206, "bytes 0-25/26", all);
    row("end beyond the file", {"Range: bytes=24-99"}, 206, "bytes 24-25/26", "yz");
    row("If-Range holds", {"Range: bytes=0-0", "If-Range: \"v1\""}, 206, "bytes 0-0/26", "a");
    row("If-Range is old", {"Range: bytes=0-0", "If-Range: \"v0\""}, 200, "", all);
    row("If-Range is a date", {"Range: bytes=0-0", "If-Range: Mon, 23 Nov 2026 10:00:00 GMT"}, 200,
        "", all);
    row("weak If-Range", {"Range: bytes=0-0", "If-Range: W/\"v1\""}, 200, "", all);
    row("starts at the end", {"Range: bytes=26-"}, 416, "bytes */26", "");
    row("no last bytes", {"Range: bytes=-0"}, 416, "bytes */26", "");
    row("empty file", {"Range: bytes=0-"}, 416, "bytes */0", "", 0);
    row("several", {"Range: bytes=0-0,2-2"}, 200, "", all);
    row("thousand", {"Range: bytes=" + QByteArray("0-0,").repeated(1000) + "1-1"}, 200, "", all);
    row("backwards", {"Range: bytes=5-2"}, 200, "", all);
    row("other unit", {"Range: lines=0-2"}, 200, "", all);
    row("nothing", {"Range: bytes=-"}, 200, "", all);
    row("no dash", {"Range: bytes=5"}, 200, "", all);
    row("sign", {"Range: bytes=+1-2"}, 200, "", all);
    row("beyond 64 bits", {"Range: bytes=18446744073709551616-"}, 200, "", all);
    row("largest number read", {"Range: bytes=999999999999999999-"}, 416, "bytes */26", "");
}

void tst_FileResponse::range()
{
    QFETCH(QByteArrayList, headers);
    QFETCH(qint64, size);
    QFETCH(int, status);
    QFETCH(QByteArray, contentRange);
    QFETCH(QByteArray, body);
    Net::HttpResponse response = ask(headers, size);
    QCOMPARE(response.status, status);
    QCOMPARE(response.headers.value("content-range"), contentRange);
    QCOMPARE(bodyOf(response), body);
}

void tst_FileResponse::notModified_data()
{
    QTest::addColumn<QByteArray>("ifNoneMatch");
    QTest::addColumn<int>("status");

    QTest::newRow("same") << QByteArray("\"v1\"") << 304;
    QTest::newRow("weak") << QByteArray("W/\"v1\"") << 304;
    QTest::newRow("in a list") << QByteArray("\"v0\", W/\"v1\" ,\"v2\"") << 304;
    QTest::newRow("any") << QByteArray("*") << 304;
    QTest::newRow("other") << QByteArray("\"v0\"") << 200;
    QTest::newRow("without quotes") << QByteArray("v1") << 200;
    QTest::newRow("empty items") << QByteArray(",,") << 200;
    QTest::newRow("part of it") << QByteArray("\"v1") << 200;
}

void tst_FileResponse::notModified()
{
    QFETCH(QByteArray, ifNoneMatch);
    QFETCH(int, status);
    Net::HttpResponse response
        = ask({"If-None-Match: " + ifNoneMatch, "Range: bytes=0-0"}, 26, "HEAD");
    QCOMPARE(response.status, status);
    QCOMPARE(response.headers.value("etag"), "\"v1\"");
    QCOMPARE(bodyOf(response).isEmpty(), status == 304);
}

QTEST_APPLESS_MAIN(tst_FileResponse)
#include "tst_fileresponse.moc"
