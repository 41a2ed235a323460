// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/originguard.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::Net;

namespace {

HttpRequest request(const QList<HttpHeader> &headers)
{
    HttpRequest request;
    request.method = "GET";
    request.target = "/socket.io/?EIO=4&transport=websocket";
    request.localAddress = "192.168.7.9";
    request.localPort = 3000;
    for (const HttpHeader &field : headers) {
        request.headers.append(field.name, field.value);
    }
    return request;
}

ServerConfig config()
{
    ServerConfig config;
    config.allowedHosts = {"demo.example", "tunnel.example:8443"};
    config.allowedOrigins = {"https://app.example", "capacitor://localhost"};
    return config;
}

QString verdict(const ServerConfig &settings, const QList<HttpHeader> &headers)
{
    switch (checkOrigin(settings, request(headers))) {
    case GuardVerdict::Pass:
        return QStringLiteral("pass");
    case GuardVerdict::WrongHost:
        return QStringLiteral("421");
    case GuardVerdict::WrongOrigin:
        return QStringLiteral("403");
    }
    return {};
}

} // namespace

class tst_OriginGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hosts_data();
    void hosts();
    void origins_data();
    void origins();
    void matrix();
    void crossSiteWithoutOrigin_data();
    void crossSiteWithoutOrigin();
    void nullOrigin();
    void anyOrigin();
    void everyOriginFieldCounts();
};

void tst_OriginGuard::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QString>("expected");
    const auto rows = [](const char *expected, const QByteArrayList &hosts) {
        for (const QByteArray &host : hosts) {
            QTest::newRow(host.isEmpty() ? "empty" : host.constData())
                << host << QString::fromLatin1(expected);
        }
    };
    rows("pass",
        {"localhost", "localhost:3000", "LocalHost:3000", "localhost.", "chat.localhost:3000",
            "127.0.0.1", "127.0.0.1:3000", "[::1]:3000", "[::1]", "localhost:5173",
            "192.168.7.9:3000", "demo.example", "DEMO.example:80", "tunnel.example:8443"});
    rows("421",
        {"", "evil.test", "evil.test:3000", "0.0.0.0", "0.0.0.0:3000", "[::]:3000",
            "localhost.evil.test", "evillocalhost", "127.0.0.1.evil.test", "127.0.0.2", "127.1",
            "2130706433", "0x7f.1", "192.168.7.10:3000", "tunnel.example", "tunnel.example:3000",
            "sub.demo.example", "demo.example.evil.test", "[::1", "localhost:0", "localhost:99999",
            "localhost:3000:1", "localhost@evil.test", "localhost/..", ".localhost@",
            "[::1]evil.test", "local host"});
}

void tst_OriginGuard::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(QString, expected);
    QCOMPARE(verdict(config(), {{"Host", host}}), expected);
}

void tst_OriginGuard::origins_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QString>("expected");
    const auto rows = [](const char *expected, const QByteArrayList &origins) {
        for (const QByteArray &origin : origins) {
            QTest::newRow(origin.isEmpty() ? "empty" : origin.constData())
                << origin << QString::fromLatin1(expected);
        }
    };
    // Asked as demo.example:3000, which is not a loopback name.
    rows("pass",
        {"http://demo.example:3000", "https://demo.example:3000", "http://localhost:5173",
            "https://localhost", "http://127.0.0.1:8000", "http://[::1]:1234",
            "http://app.localhost:5173", "https://app.example", "HTTPS://APP.example:443",
            "capacitor://localhost"});
    rows("403",
        {"", "null", "http://demo.example", "http://demo.example:3001", "http://app.example",
            "https://app.example:444", "https://app.example.evil.test", "https://evil-app.example",
            "https://evil.test", "http://localhost.evil.test", "http://evillocalhost",
            "http://127.0.0.1.evil.test", "http://127.0.0.2:3000", "http://192.168.7.9:8000",
            "http://10.0.0.1", "ftp://localhost", "file://", "localhost", "http://localhost:5173/",
            "http://localhost:5173, http://evil.test", "http://user@localhost",
            "chrome-extension://x", "http://localhost:5173#", "//localhost"});
}

void tst_OriginGuard::origins()
{
    QFETCH(QByteArray, origin);
    QFETCH(QString, expected);
    QCOMPARE(verdict(config(), {{"Host", "demo.example:3000"}, {"Origin", origin}}), expected);
}

void tst_OriginGuard::matrix()
{
    // Golden: Host x Origin x Sec-Fetch-Site; - means that the header is missing.
    const QByteArrayList hosts{"localhost:3000", "192.168.7.9:3000", "evil.test:3000"};
    const QByteArrayList origins{"-", "http://localhost:3000", "http://192.168.7.9:3000",
        "http://127.0.0.1:8000", "http://evil.test:3000", "null"};
    const QByteArrayList sites{"-", "same-origin", "same-site", "cross-site", "none"};
    const QByteArray golden = "localhost:3000 -: pass pass pass 403 pass\n"
                              "localhost:3000 http://localhost:3000: pass pass pass pass pass\n"
                              "localhost:3000 http://192.168.7.9:3000: 403 403 403 403 403\n"
                              "localhost:3000 http://127.0.0.1:8000: pass pass pass pass pass\n"
                              "localhost:3000 http://evil.test:3000: 403 403 403 403 403\n"
                              "localhost:3000 null: 403 403 403 403 403\n"
                              "192.168.7.9:3000 -: pass pass pass 403 pass\n"
                              "192.168.7.9:3000 http://localhost:3000: pass pass pass pass pass\n"
                              "192.168.7.9:3000 http://192.168.7.9:3000: pass pass pass pass pass\n"
                              "192.168.7.9:3000 http://127.0.0.1:8000: pass pass pass pass pass\n"
                              "192.168.7.9:3000 http://evil.test:3000: 403 403 403 403 403\n"
                              "192.168.7.9:3000 null: 403 403 403 403 403\n"
                              "evil.test:3000 -: 421 421 421 421 421\n"
                              "evil.test:3000 http://localhost:3000: 421 421 421 421 421\n"
                              "evil.test:3000 http://192.168.7.9:3000: 421 421 421 421 421\n"
                              "evil.test:3000 http://127.0.0.1:8000: 421 421 421 421 421\n"
                              "evil.test:3000 http://evil.test:3000: 421 421 421 421 421\n"
                              "evil.test:3000 null: 421 421 421 421 421\n";
    QByteArray table;
    for (const QByteArray &host : hosts) {
        for (const QByteArray &origin : origins) {
            table += host + ' ' + origin + ':';
            for (const QByteArray &site : sites) {
                QList<HttpHeader> headers{{"Host", host}};
                if (origin != "-") {
                    headers.append({"Origin", origin});
                }
                if (site != "-") {
                    headers.append({"Sec-Fetch-Site", site});
                }
                table += ' ' + verdict(ServerConfig(), headers).toLatin1();
            }
            table += '\n';
        }
    }
    QCOMPARE(table, golden);
}

void tst_OriginGuard::crossSiteWithoutOrigin_data()
{
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<QByteArray>("dest");
    QTest::addColumn<QByteArray>("referer");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *mode, const char *dest, const char *referer,
                         const char *expected) {
        QTest::newRow(name) << QByteArray(mode) << QByteArray(dest) << QByteArray(referer)
                            << QString::fromLatin1(expected);
    };
    row("link in a page", "navigate", "document", "https://evil.test/a", "pass");
    row("frame", "navigate", "iframe", "https://evil.test/a", "403");
    row("script", "no-cors", "script", "https://evil.test/a", "403");
    row("script without Referer", "no-cors", "script", "", "403");
    row("script of a local page", "no-cors", "script", "http://127.0.0.1:8000/index.html", "pass");
    row("script, local page without path", "no-cors", "script", "http://127.0.0.1:8000", "pass");
    row("script, Referer that only starts well", "no-cors", "script", "http://127.0.0.1.evil.test/",
        "403");
    row("script, Referer with our name in it", "no-cors", "script",
        "https://evil.test/http://localhost/", "403");
    row("image", "no-cors", "image", "https://evil.test/", "403");
}

void tst_OriginGuard::crossSiteWithoutOrigin()
{
    QFETCH(QByteArray, mode);
    QFETCH(QByteArray, dest);
    QFETCH(QByteArray, referer);
    QFETCH(QString, expected);
    QCOMPARE(verdict(ServerConfig(),
                 {{"Host", "localhost:3000"}, {"Sec-Fetch-Site", "cross-site"},
                     {"Sec-Fetch-Mode", mode}, {"Sec-Fetch-Dest", dest}, {"Referer", referer}}),
        expected);
}

void tst_OriginGuard::nullOrigin()
{
    ServerConfig settings;
    const QList<HttpHeader> headers{{"Host", "localhost"}, {"Origin", "null"}};
    settings.cors.origins = {"*"};
    QCOMPARE(verdict(settings, headers), QStringLiteral("403"));
    settings.allowNullOrigin = true;
    QCOMPARE(verdict(settings, headers), QStringLiteral("pass"));
}

void tst_OriginGuard::anyOrigin()
{
    ServerConfig settings;
    settings.cors.origins = {"*"};
    QCOMPARE(verdict(settings, {{"Host", "localhost"}, {"Origin", "https://anyone.test"}}),
        QStringLiteral("pass"));
    // The name in Host is a different question.
    QCOMPARE(verdict(settings, {{"Host", "evil.test"}, {"Origin", "http://evil.test"}}),
        QStringLiteral("421"));
}

void tst_OriginGuard::everyOriginFieldCounts()
{
    QCOMPARE(verdict(ServerConfig(),
                 {{"Host", "localhost"}, {"Origin", "http://localhost"},
                     {"origin", "http://evil.test"}}),
        QStringLiteral("403"));
}

QTEST_GUILESS_MAIN(tst_OriginGuard)

#include "tst_originguard.moc"
