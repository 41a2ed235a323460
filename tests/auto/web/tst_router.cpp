// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/embeddedfolder.h"
#include "web/router.h"
#include "web/staticfolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Switchboard;

namespace {

class Teapot final : public Net::HttpHandler
{
public:
    qsizetype maxBody(const Net::HttpRequest &) override { return 418; }

    void handle(Net::HttpRequest, Net::HttpResponder) override { }
};

Net::HttpRequest get(const QByteArray &target)
{
    Net::HttpRequest request;
    request.method = "GET";
    request.target = target;
    return request;
}

} // namespace

class tst_Router : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answers_data();
    void answers();
    void homeIsTheOnlyDemo();
    void homeListsSeveral();
    void homeWithoutDemos();
    void ourPagesAreLocked();
    void foldersAreNotOurs();
    void otherMethodsAreRefused();
    void missedRequestsAreReported();
    void bodiesGoToRoutesOnly();
    void firstRouteWins();
    void busyFolderAnswers503();

private:
    std::unique_ptr<Web::FileTree> folder()
    {
        return std::make_unique<Web::StaticFolder>(m_folder.path(), m_openFiles);
    }

    QTemporaryDir m_folder;
    Web::OpenFiles m_openFiles;
    Web::Router m_router;
};

void tst_Router::initTestCase()
{
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("with/index.html")));
    for (const char *name : {"index.html", "app.js", "with/page.html"}) {
        QFile file(m_folder.filePath(QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name);
    }
    m_router.addDemo("site", folder());
    m_router.addDemo(
        "chat", std::make_unique<Web::EmbeddedFolder>(QStringLiteral("/switchboard/demos/chat")));
}

void tst_Router::answers_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("expected"); // Content-Type, or Location of a redirect

    const auto row
        = [](const char *name, const char *target, int status, const char *expected = "") {
              QTest::newRow(name) << QByteArray(target) << status << QByteArray(expected);
          };
    const char *html = "text/html; charset=utf-8";
    const char *script = "text/javascript; charset=utf-8";
    row("page of a folder", "/demo/site/", 200, html);
    row("page by name", "/demo/site/index.html?x=1", 200, html);
    row("script of a folder", "/demo/site/app.js", 200, script);
    row("embedded page", "/demo/chat/", 200, html);
    row("embedded script", "/demo/chat/chat.js", 200, script);
    row("escaped letters", "/demo/%63hat/", 200, html);
    row("demo without slash", "/demo/chat", 302, "/demo/chat/");
    row("query stays in the redirect", "/demo/chat?room=a&b", 302, "/demo/chat/?room=a&b");
    row("subfolder without slash", "/demo/site/with", 302, "/demo/site/with/");
    row("no demo named", "/demo/", 302, "/");
    row("no demo named, no slash", "/demo", 302, "/");
    row("index that is a folder", "/demo/site/with/", 404, html);
    row("embedded folder itself", "/demo/chat/../", 404, html);
    row("missing file", "/demo/site/nope.js", 404, html);
    row("missing embedded file", "/demo/chat/nope.js", 404, html);
    row("missing demo", "/demo/nope/", 404, html);
    row("elsewhere", "/etc/passwd", 404, html);
    row("elsewhere with slash", "/nope/", 404, html);
    row("out of the embedded demos", "/demo/chat/%2e%2e/%2e%2e/client/version", 404, html);
    row("host in the path", "//evil.test/demo/chat", 404, html);
    row("asterisk", "*", 404, html);
}

void tst_Router::answers()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, expected);
    const Net::HttpResponse response = m_router.respond(get(target));
    QCOMPARE(response.status, status);
    QCOMPARE(response.headers.value(status == 302 ? "location" : "content-type"), expected);
}

void tst_Router::homeIsTheOnlyDemo()
{
    Web::Router router;
    router.addDemo("site", folder());
    const Net::HttpResponse response = router.respond(get("/"));
    QCOMPARE(response.status, 302);
    QCOMPARE(response.headers.value("location"), "/demo/site/");
}

void tst_Router::homeListsSeveral()
{
    const Net::HttpResponse response = m_router.respond(get("/"));
    QCOMPARE(response.status, 200);
    QVERIFY(response.body.contains("href=\"/demo/site/\""));
    QVERIFY(response.body.contains("href=\"/demo/chat/\""));
}

void tst_Router::homeWithoutDemos()
{
    const Net::HttpResponse response = Web::Router().respond(get("/"));
    QCOMPARE(response.status, 200);
    QVERIFY(!response.body.contains("href"));
}

void tst_Router::ourPagesAreLocked()
{
    for (const char *target : {"/demo/chat/", "/demo/chat/chat.js", "/nope", "/"}) {
        const Net::HttpResponse response = m_router.respond(get(target));
        const QByteArrayView policy = response.headers.value("content-security-policy");
        QVERIFY2(policy.contains("frame-ancestors 'none'"), target);
        QVERIFY2(policy.startsWith("default-src 'self'"), target);
        QCOMPARE(response.headers.value("x-content-type-options"), "nosniff");
        QCOMPARE(response.headers.value("x-frame-options"), "DENY");
    }
}

void tst_Router::foldersAreNotOurs()
{
    const Net::HttpResponse response = m_router.respond(get("/demo/site/"));
    QVERIFY(!response.headers.contains("content-security-policy"));
    QCOMPARE(response.headers.value("x-content-type-options"), "nosniff");
}

void tst_Router::otherMethodsAreRefused()
{
    for (const char *method : {"POST", "PUT", "DELETE", "OPTIONS"}) {
        Net::HttpRequest request = get("/demo/chat/");
        request.method = method;
        const Net::HttpResponse response = m_router.respond(request);
        QCOMPARE(response.status, 405);
        QCOMPARE(response.headers.value("allow"), "GET, HEAD");
    }
}

void tst_Router::missedRequestsAreReported()
{
    Web::Router router;
    QByteArrayList missed;
    router.setMissed([&missed](const Net::HttpRequest &request) { missed.append(request.target); });
    router.respond(get("/"));
    router.respond(get("/socketio/?EIO=4"));
    QCOMPARE(missed, QByteArrayList{"/socketio/?EIO=4"});
}

void tst_Router::bodiesGoToRoutesOnly()
{
    Web::Router router;
    Teapot teapot;
    router.addRoute([](QByteArrayView path) { return path.startsWith("/engine/"); }, teapot);
    QCOMPARE(router.maxBody(get("/engine/?EIO=4")), 418);
    QCOMPARE(router.maxBody(get("/demo/chat/")), 0);
}

void tst_Router::firstRouteWins()
{
    class Small final : public Net::HttpHandler
    {
    public:
        void handle(Net::HttpRequest, Net::HttpResponder) override { }
    };

    Web::Router router;
    Small small;
    Teapot teapot;
    router.addRoute([](QByteArrayView path) { return path == "/engine/client.js"; }, small);
    router.addRoute([](QByteArrayView path) { return path.startsWith("/engine/"); }, teapot);
    QCOMPARE(router.maxBody(get("/engine/client.js")), 0);
    QCOMPARE(router.maxBody(get("/engine/client.css")), 418);
}

void tst_Router::busyFolderAnswers503()
{
    Web::OpenFiles none{.open = 0, .most = 0};
    Web::Router router;
    router.addDemo("site", std::make_unique<Web::StaticFolder>(m_folder.path(), none));
    const Net::HttpResponse response = router.respond(get("/demo/site/"));
    QCOMPARE(response.status, 503);
    QCOMPARE(response.headers.value("retry-after"), "1");
}

QTEST_APPLESS_MAIN(tst_Router)
#include "tst_router.moc"
