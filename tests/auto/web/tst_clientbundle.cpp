// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/clientbundle.h"

#include <QTest>

using namespace Switchboard;

namespace {

Net::HttpRequest get(
    const QByteArray &target, const QByteArray &header = {}, const QByteArray &value = {})
{
    Net::HttpRequest request;
    request.method = "GET";
    request.target = target;
    if (!header.isEmpty()) {
        request.headers.append(header, value);
    }
    return request;
}

QByteArray quotedVersion()
{
    return '"' + Web::ClientBundle::version() + '"';
}

} // namespace

class tst_ClientBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serves_data();
    void serves();
    void files_data();
    void files();
    void missing_data();
    void missing();
    void encoding_data();
    void encoding();
    void notModified();
    void otherMethodsAreRefused();
    void trailingSlashOfThePathDoesNotMatter();
};

void tst_ClientBundle::serves_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("expected");

    QTest::newRow("script") << QByteArray("/socket.io/socket.io.js") << true;
    QTest::newRow("looks like one") << QByteArray("/socket.io/socket.io.exe") << true;
    QTest::newRow("engine") << QByteArray("/socket.io/") << false;
    QTest::newRow("elsewhere") << QByteArray("/socket.io.js") << false;
    QTest::newRow("below another") << QByteArray("/a/socket.io/socket.io.js") << false;
}

void tst_ClientBundle::serves()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, expected);
    QCOMPARE(Web::ClientBundle("/socket.io").serves(path), expected);
}

void tst_ClientBundle::files_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("type");

    for (const char *name :
        {"socket.io.js", "socket.io.min.js", "socket.io.esm.min.js", "socket.io.msgpack.min.js"}) {
        QTest::newRow(name) << QByteArray(name)
                            << QByteArray("application/javascript; charset=utf-8");
        const QByteArray map = QByteArray(name) + ".map";
        QTest::newRow(map.constData()) << map << QByteArray("application/json; charset=utf-8");
    }
}

void tst_ClientBundle::files()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, type);
    Web::ClientBundle bundle("/socket.io");
    const Net::HttpResponse response = bundle.respond(get("/socket.io/" + name + "?v=1"));
    QCOMPARE(response.status, 200);
    QCOMPARE(response.headers.value("content-type"), type);
    QCOMPARE(response.headers.value("etag"), quotedVersion());
    QCOMPARE(response.headers.value("cache-control"), "public, max-age=0");
    QVERIFY(!response.headers.contains("content-encoding"));
    if (name.endsWith(".map")) {
        QVERIFY(response.body.startsWith("{\"version\":3"));
    } else {
        QVERIFY(response.body.contains(QByteArray("Socket.IO v" + Web::ClientBundle::version())));
    }
}

void tst_ClientBundle::missing_data()
{
    QTest::addColumn<QByteArray>("target");

    QTest::newRow("variant that does not exist") << QByteArray("/socket.io/socket.io.esm.js");
    QTest::newRow("NUL") << QByteArray("/socket.io/socket.io.js%00");
    QTest::newRow("escaped") << QByteArray("/socket.io/socket.io.%6as");
    QTest::newRow("stored form") << QByteArray("/socket.io/socket.io.js.gz");
    QTest::newRow("upper case") << QByteArray("/socket.io/socket.io.JS");
    QTest::newRow("folder") << QByteArray("/socket.io/socket.io.js/");
    QTest::newRow("file in it") << QByteArray("/socket.io/socket.io.js/socket.io.js");
    QTest::newRow("parent") << QByteArray("/socket.io/socket.io./../version");
    QTest::newRow("version file") << QByteArray("/socket.io/socket.io.version");
}

void tst_ClientBundle::missing()
{
    QFETCH(QByteArray, target);
    Web::ClientBundle bundle("/socket.io");
    QVERIFY(bundle.serves(get(target).path()));
    QCOMPARE(bundle.respond(get(target)).status, 404);
}

void tst_ClientBundle::encoding_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<bool>("zipped");

    QTest::newRow("browser") << QByteArray("gzip, deflate, br") << true;
    QTest::newRow("weighted") << QByteArray("br;q=1.0, GZIP;q=0.5") << true;
    QTest::newRow("forbidden") << QByteArray("gzip;q=0, identity") << false;
    QTest::newRow("forbidden with digits") << QByteArray("gzip; q=0.000") << false;
    QTest::newRow("other") << QByteArray("br") << false;
    QTest::newRow("identity") << QByteArray("identity") << false;
    QTest::newRow("longer name") << QByteArray("gzipped") << false;
}

void tst_ClientBundle::encoding()
{
    QFETCH(QByteArray, accept);
    QFETCH(bool, zipped);
    Web::ClientBundle bundle("/socket.io");
    const Net::HttpResponse response
        = bundle.respond(get("/socket.io/socket.io.min.js", "Accept-Encoding", accept));
    QCOMPARE(response.headers.value("content-encoding"), zipped ? "gzip" : "");
    QCOMPARE(response.headers.value("vary"), "Accept-Encoding");
    QCOMPARE(response.body.startsWith("\x1f\x8b"), zipped);
}

void tst_ClientBundle::notModified()
{
    Web::ClientBundle bundle("/socket.io");
    const QByteArray etag = quotedVersion();
    for (const QByteArray &match : QByteArrayList{etag, "W/" + etag}) {
        const Net::HttpResponse response
            = bundle.respond(get("/socket.io/socket.io.js", "If-None-Match", match));
        QCOMPARE(response.status, 304);
        QVERIFY(response.body.isEmpty());
        QCOMPARE(response.headers.value("etag"), etag);
    }
    const Net::HttpResponse other
        = bundle.respond(get("/socket.io/socket.io.js", "If-None-Match", "\"0.0.1\""));
    QCOMPARE(other.status, 200);
}

void tst_ClientBundle::otherMethodsAreRefused()
{
    Web::ClientBundle bundle("/socket.io");
    Net::HttpRequest request = get("/socket.io/socket.io.js");
    request.method = "POST";
    const Net::HttpResponse response = bundle.respond(request);
    QCOMPARE(response.status, 405);
    QCOMPARE(response.headers.value("allow"), "GET, HEAD");
}

void tst_ClientBundle::trailingSlashOfThePathDoesNotMatter()
{
    QVERIFY(Web::ClientBundle("/rt/").serves("/rt/socket.io.js"));
    QCOMPARE(Web::ClientBundle("/rt/").respond(get("/rt/socket.io.js")).status, 200);
}

QTEST_APPLESS_MAIN(tst_ClientBundle)
#include "tst_clientbundle.moc"
