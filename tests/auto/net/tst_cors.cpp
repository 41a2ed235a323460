// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/cors.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::Net;

namespace {

HttpRequest request(const QByteArray &method, const QByteArray &origin)
{
    HttpRequest request;
    request.method = method;
    request.target = "/socket.io/";
    request.headers.append("Host", "localhost:3000");
    if (!origin.isEmpty()) {
        request.headers.append("Origin", origin);
    }
    return request;
}

QByteArray text(const HttpHeaders &headers)
{
    QByteArray result;
    for (const HttpHeader &field : headers.fields()) {
        result += field.name + ": " + field.value + '\n';
    }
    return result;
}

} // namespace

class tst_Cors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headers_data();
    void headers();
    void preflight();
    void noPreflight();
};

void tst_Cors::headers_data()
{
    QTest::addColumn<QByteArrayList>("origins");
    QTest::addColumn<bool>("credentials");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("expected");
    const QByteArrayList none;
    const QByteArrayList one{"https://app.example"};
    const QByteArrayList any{"*"};
    const QByteArray allowApp = "Access-Control-Allow-Origin: https://app.example\nVary: Origin\n";
    QTest::newRow("no Origin") << one << false << QByteArray() << QByteArray();
    QTest::newRow("listed") << one << false << QByteArray("https://app.example") << allowApp;
    QTest::newRow("listed, default port written")
        << one << false << QByteArray("https://app.example:443")
        << QByteArray("Access-Control-Allow-Origin: https://app.example:443\nVary: Origin\n");
    QTest::newRow("listed with credentials")
        << one << true << QByteArray("https://app.example")
        << allowApp + "Access-Control-Allow-Credentials: true\n";
    QTest::newRow("not listed") << one << true << QByteArray("https://evil.test") << QByteArray();
    QTest::newRow("other scheme") << one << false << QByteArray("http://app.example")
                                  << QByteArray();
    QTest::newRow("off") << none << false << QByteArray("https://app.example") << QByteArray();
    QTest::newRow("off, own page")
        << none << false << QByteArray("http://localhost:3000") << QByteArray();
    QTest::newRow("off, development server")
        << none << false << QByteArray("http://localhost:5173")
        << QByteArray("Access-Control-Allow-Origin: http://localhost:5173\nVary: Origin\n");
    QTest::newRow("off, null") << none << false << QByteArray("null") << QByteArray();
    QTest::newRow("any") << any << false << QByteArray("https://evil.test")
                         << QByteArray("Access-Control-Allow-Origin: *\n");
    // Any origin together with credentials would hand every page the visitor's cookies.
    QTest::newRow("any with credentials") << any << true << QByteArray("https://evil.test")
                                          << QByteArray("Access-Control-Allow-Origin: *\n");
}

void tst_Cors::headers()
{
    QFETCH(QByteArrayList, origins);
    QFETCH(bool, credentials);
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, expected);
    CorsConfig config;
    config.origins = origins;
    config.credentials = credentials;
    HttpHeaders headers;
    Cors::addHeaders(headers, config, request("GET", origin));
    QCOMPARE(text(headers), expected);
}

void tst_Cors::preflight()
{
    HttpRequest asking = request("OPTIONS", "http://localhost:5173");
    asking.headers.append("Access-Control-Request-Method", "POST");
    asking.headers.append("Access-Control-Request-Headers", "content-type,x-a");
    const CorsConfig config;
    QVERIFY(Cors::isPreflight(config, asking));
    const HttpResponse answer = Cors::preflight(config, asking);
    QCOMPARE(answer.status, 204);
    QCOMPARE(text(answer.headers),
        QByteArray("Access-Control-Allow-Origin: http://localhost:5173\nVary: Origin\n"
                   "Access-Control-Allow-Methods: GET,HEAD,PUT,PATCH,POST,DELETE\n"
                   "Vary: Access-Control-Request-Headers\n"
                   "Access-Control-Allow-Headers: content-type,x-a\n"));
}

void tst_Cors::noPreflight()
{
    const CorsConfig config;
    HttpRequest foreign = request("OPTIONS", "https://evil.test");
    foreign.headers.append("Access-Control-Request-Method", "POST");
    QVERIFY(!Cors::isPreflight(config, foreign));
    QVERIFY(!Cors::isPreflight(config, request("OPTIONS", "http://localhost:5173")));
    HttpRequest get = request("GET", "http://localhost:5173");
    get.headers.append("Access-Control-Request-Method", "POST");
    QVERIFY(!Cors::isPreflight(config, get));
}

QTEST_GUILESS_MAIN(tst_Cors)

#include "tst_cors.moc"
