// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "enginefixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Switchboard;
using namespace Switchboard::EngineIo;
using namespace std::chrono_literals;

namespace {

constexpr auto handshakeQuery = "EIO=4&transport=polling";

QByteArrayList upgradeHeaders()
{
    return {"Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="};
}

QJsonObject openObject(const QByteArray &packet)
{
    return packet.startsWith('0') ? QJsonDocument::fromJson(packet.mid(1)).object() : QJsonObject();
}

} // namespace

/** Requests that ask for a session: what they get, and every way to be refused. */
class tst_Handshaking : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void polling()
    {
        EngineFixture engine;
        const auto reply = engine.request("GET", handshakeQuery);
        QTRY_VERIFY(reply->isDone());
        QCOMPARE(reply->status(), 200);
        QCOMPARE(reply->header("content-type"), "text/plain; charset=UTF-8");
        QCOMPARE(reply->header("cache-control"), "no-store");
        QVERIFY(reply->header("set-cookie").isEmpty());
        QVERIFY(reply->header("access-control-allow-origin").isEmpty());

        const QJsonObject open = openObject(reply->body());
        QCOMPARE(open.keys(),
            QStringList({QStringLiteral("maxPayload"), QStringLiteral("pingInterval"),
                QStringLiteral("pingTimeout"), QStringLiteral("sid"), QStringLiteral("upgrades")}));
        QCOMPARE(open[u"sid"].toString().size(), 20);
        QCOMPARE(open[u"upgrades"].toArray(), QJsonArray{QStringLiteral("websocket")});
        QCOMPARE(open[u"pingInterval"].toInt(), 25'000);
        QCOMPARE(open[u"pingTimeout"].toInt(), 20'000);
        QCOMPARE(open[u"maxPayload"].toInt(), 1'000'000);
        QCOMPARE(engine.engine.sessionCount(), 1);
    }

    void webSocket()
    {
        EngineFixture engine;
        const auto client = engine.openWebSocket();
        QVERIFY(client);
        const QJsonObject open = openObject(client->received.first());
        QCOMPARE(open[u"sid"].toString().size(), 20);
        QCOMPARE(open[u"upgrades"].toArray(), QJsonArray());
        QCOMPARE(engine.engine.sessionCount(), 1);
        QCOMPARE(engine.handler.latest->via(), Traffic::Via::WebSocket);
    }

    void handshakeIsKept()
    {
        EngineFixture engine;
        const auto reply = engine.request("GET", "EIO=4&transport=polling&token=x%20y", {},
            {"X-Custom: one", "Origin: http://127.0.0.1:" + QByteArray::number(engine.port)});
        QTRY_VERIFY(reply->isDone());
        const Handshake &handshake = engine.handler.latest->handshake();
        QCOMPARE(handshake.target, "/engine.io/?EIO=4&transport=polling&token=x%20y");
        QCOMPARE(handshake.address, "127.0.0.1");
        QCOMPARE(handshake.headers.value("x-custom"), QByteArray("one"));
        QCOMPARE(handshake.issued, engine.clock.wall());
        QVERIFY(handshake.crossOrigin);
        QVERIFY(!handshake.secure);
    }

    void noUpgradesOffered_data()
    {
        QTest::addColumn<bool>("allowUpgrades");
        QTest::addColumn<bool>("webSocketTransport");
        QTest::newRow("allowUpgrades off") << false << true;
        QTest::newRow("no websocket transport") << true << false;
    }

    void noUpgradesOffered()
    {
        QFETCH(bool, allowUpgrades);
        QFETCH(bool, webSocketTransport);
        EngineFixture engine([&](ServerConfig &config) {
            config.allowUpgrades = allowUpgrades;
            config.webSocketTransport = webSocketTransport;
        });
        const auto reply = engine.request("GET", handshakeQuery);
        QTRY_VERIFY(reply->isDone());
        QCOMPARE(openObject(reply->body())[u"upgrades"].toArray(), QJsonArray());
    }

    void cookie_data()
    {
        QTest::addColumn<CookieConfig>("cookie");
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QByteArray>("suffix");
        QTest::newRow("default") << CookieConfig() << QByteArray("io=")
                                 << QByteArray("; Path=/; HttpOnly; SameSite=Lax");
        QTest::newRow("own name, nothing else")
            << CookieConfig{"session", "", false, ""} << QByteArray("session=") << QByteArray();
    }

    void cookie()
    {
        QFETCH(CookieConfig, cookie);
        QFETCH(QByteArray, prefix);
        QFETCH(QByteArray, suffix);
        EngineFixture engine([&](ServerConfig &config) { config.cookie = cookie; });
        const auto reply = engine.request("GET", handshakeQuery);
        QTRY_VERIFY(reply->isDone());
        const QByteArray sid = EngineFixture::sidOf(reply->body());
        QCOMPARE(reply->header("set-cookie"), prefix + sid + suffix);

        // Of the handshake only.
        engine.handler.latest->send(EncodedPacket::message("x"));
        const auto poll = engine.poll(sid);
        QTRY_VERIFY(poll->isDone());
        QVERIFY(poll->header("set-cookie").isEmpty());
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("code");

        const QByteArray get("GET");
        QTest::newRow("transport missing") << get << QByteArray("EIO=4") << 0;
        QTest::newRow("transport empty") << get << QByteArray("EIO=4&transport=") << 0;
        QTest::newRow("transport unknown") << get << QByteArray("EIO=4&transport=tarot") << 0;
        QTest::newRow("transport is webtransport")
            << get << QByteArray("EIO=4&transport=webtransport") << 0;
        QTest::newRow("transport is __proto__")
            << get << QByteArray("EIO=4&transport=__proto__") << 0;
        QTest::newRow("transport is constructor")
            << get << QByteArray("EIO=4&transport=constructor") << 0;
        QTest::newRow("transport with NUL") << get << QByteArray("EIO=4&transport=polling%00") << 0;
        QTest::newRow("transport as array") << get << QByteArray("EIO=4&transport[]=polling") << 0;
        QTest::newRow("transport twice")
            << get << QByteArray("EIO=4&transport=polling&transport=polling") << 0;
        QTest::newRow("transport in capitals") << get << QByteArray("EIO=4&transport=Polling") << 0;
        QTest::newRow("no query") << get << QByteArray("") << 0;

        const QByteArray known("EIO=4&transport=polling");
        QTest::newRow("sid unknown") << get << known + "&sid=AAAAAAAAAAAAAAAAAAAA" << 1;
        QTest::newRow("sid is __proto__") << get << known + "&sid=__proto__" << 1;
        QTest::newRow("sid short") << get << known + "&sid=1" << 1;
        QTest::newRow("sid long") << get << known + "&sid=" + QByteArray(6000, 'A') << 1;
        QTest::newRow("sid with NUL") << get << known + "&sid=AAAAAAAAAAAAAAAAAAA%00" << 1;
        QTest::newRow("sid twice")
            << get << known + "&sid=AAAAAAAAAAAAAAAAAAAA&sid=AAAAAAAAAAAAAAAAAAAA" << 1;
        QTest::newRow("sid unknown, POST")
            << QByteArray("POST") << known + "&sid=AAAAAAAAAAAAAAAAAAAA" << 1;

        QTest::newRow("POST") << QByteArray("POST") << known << 2;
        QTest::newRow("PUT") << QByteArray("PUT") << known << 2;
        QTest::newRow("DELETE") << QByteArray("DELETE") << known << 2;
        QTest::newRow("OPTIONS without CORS") << QByteArray("OPTIONS") << known << 2;
        QTest::newRow("sid empty counts as none") << QByteArray("POST") << known + "&sid=" << 2;

        QTest::newRow("websocket without upgrade")
            << get << QByteArray("EIO=4&transport=websocket") << 3;

        for (const QByteArray version : {"", "EIO=", "EIO=0", "EIO=2", "EIO=3", "EIO=5", "EIO=4x",
                 "EIO=04", "EIO=99999999999999999999", "EIO=4&EIO=4", "eio=4"}) {
            QTest::addRow("version '%s'", version.constData())
                << get << version + "&transport=polling" << 5;
        }
    }

    void refused()
    {
        static const char *const words[] = {"Transport unknown", "Session ID unknown",
            "Bad handshake method", "Bad request", "Forbidden", "Unsupported protocol version"};
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, query);
        QFETCH(int, code);
        EngineFixture engine;
        const auto reply = engine.request(method, query);
        QTRY_VERIFY(reply->isDone());
        QCOMPARE(reply->status(), 400);
        QCOMPARE(reply->header("content-type"), "application/json");
        QCOMPARE(reply->body(),
            "{\"code\":" + QByteArray::number(code) + ",\"message\":\"" + words[code] + "\"}");
        QCOMPARE(engine.engine.sessionCount(), 0);
        const bool isHandshake = code != 1;
        QCOMPARE(engine.counter(Counter::HandshakeRefused), quint64(isHandshake));

        const auto records = engine.records();
        QCOMPARE(records.size(), 1);
        QCOMPARE(records[0].kind, Traffic::Kind::Http);
        QCOMPARE(records[0].event.left(method.size() + 13), QByteArray(method + " /engine.io/?"));
        QCOMPARE(records[0].payload,
            "{\"status\":400,\"code\":" + QByteArray::number(code) + ",\"message\":\"" + words[code]
                + "\"}");
    }

    void headHasNoBody()
    {
        EngineFixture engine;
        const auto reply = engine.request("HEAD", handshakeQuery);
        QTRY_VERIFY(reply->hasAnswer());
        QCOMPARE(reply->status(), 400);
        QVERIFY(reply->body().isEmpty());
    }

    void refusedUpgrade_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("transport")
            << QByteArray("EIO=4&transport=tarot") << QByteArray("Transport unknown");
        QTest::newRow("sid") << QByteArray("EIO=4&transport=websocket&sid=nope")
                             << QByteArray("Session ID unknown");
        QTest::newRow("polling does not upgrade")
            << QByteArray("EIO=4&transport=polling") << QByteArray("Bad request");
        QTest::newRow("version") << QByteArray("EIO=3&transport=websocket")
                                 << QByteArray("Unsupported protocol version");
    }

    void refusedUpgrade()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, words);
        EngineFixture engine;
        const auto reply = engine.request("GET", query, {}, upgradeHeaders());
        QTRY_VERIFY(reply->isClosed());
        QCOMPARE(reply->status(), 400);
        QCOMPARE(reply->header("content-type"), "text/html");
        QCOMPARE(reply->header("connection").toLower(), "close");
        QCOMPARE(reply->body(), words);
        QCOMPARE(engine.engine.sessionCount(), 0);
    }

    void brokenWebSocketHandshake()
    {
        EngineFixture engine;
        QByteArrayList headers = upgradeHeaders();
        headers[2] = "Sec-WebSocket-Version: 12";
        const auto reply = engine.request("GET", "EIO=4&transport=websocket", {}, headers);
        QTRY_VERIFY(reply->isClosed());
        QCOMPARE(reply->status(), 426);
        QCOMPARE(engine.engine.sessionCount(), 0);
    }

    void allowRequest_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("own words") << QByteArray("members only") << QByteArray("members only");
        QTest::newRow("no words") << QByteArray() << QByteArray("Forbidden");
    }

    void allowRequest()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, words);
        EngineFixture engine;
        engine.engine.setAllowRequest(
            [&](const Net::HttpRequest &request) -> std::optional<QByteArray> {
                if (request.headers.contains("x-member")) {
                    return std::nullopt;
                }
                return message;
            });
        const auto refused = engine.request("GET", handshakeQuery);
        QTRY_VERIFY(refused->isDone());
        QCOMPARE(refused->status(), 403);
        QCOMPARE(refused->body(), "{\"code\":4,\"message\":\"" + words + "\"}");

        const auto upgrade
            = engine.request("GET", "EIO=4&transport=websocket", {}, upgradeHeaders());
        QTRY_VERIFY(upgrade->isClosed());
        QCOMPARE(upgrade->status(), 400);
        QCOMPARE(upgrade->body(), words);

        const auto member = engine.request("GET", handshakeQuery, {}, {"X-Member: yes"});
        QTRY_VERIFY(member->isDone());
        QCOMPARE(member->status(), 200);

        // Handshakes only.
        const auto post = engine.post(EngineFixture::sidOf(member->body()), "4x");
        QTRY_VERIFY(post->isDone());
        QCOMPARE(post->status(), 200);
    }

    void refusalHook()
    {
        EngineFixture engine;
        QByteArrayList told;
        engine.engine.setRefusalHook(
            [&](const Net::HttpRequest &request, Error error, QByteArrayView words) {
                told.append(request.method + ' ' + QByteArray::number(wireCode(error)) + ' '
                    + words.toByteArray());
            });
        const auto reply = engine.request("GET", "EIO=3&transport=polling");
        QTRY_VERIFY(reply->isDone());
        QCOMPARE(told, QByteArrayList{"GET 5 Unsupported protocol version"});
    }

    void sidsOfOthersStaySecret()
    {
        EngineFixture engine;
        const QByteArray sid = engine.openPolling();
        const auto reply = engine.request("GET", "EIO=4&transport=websocket&sid=" + sid);
        QTRY_VERIFY(reply->isDone());
        for (const auto &record : engine.records()) {
            QVERIFY(!record.event.contains(sid));
            QVERIFY(!record.payload.contains(sid));
        }
    }

    void path_data()
    {
        QTest::addColumn<QByteArray>("configured");
        QTest::addColumn<bool>("slash");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<bool>("served");
        const QByteArray path("/socket.io");
        QTest::newRow("exact") << path << true << QByteArray("/socket.io/") << true;
        QTest::newRow("slash in the setting")
            << QByteArray("/socket.io/") << true << QByteArray("/socket.io/") << true;
        QTest::newRow("longer, as in Node")
            << path << true << QByteArray("/socket.io/anything") << true;
        QTest::newRow("no slash") << path << true << QByteArray("/socket.io") << false;
        QTest::newRow("other") << path << true << QByteArray("/socket.iox/") << false;
        QTest::newRow("root") << path << true << QByteArray("/") << false;
        QTest::newRow("slash not wanted") << path << false << QByteArray("/socket.io") << true;
        QTest::newRow("slash not wanted, prefix")
            << path << false << QByteArray("/socket.iox") << true;
        QTest::newRow("case") << path << true << QByteArray("/Socket.io/") << false;
    }

    void path()
    {
        QFETCH(QByteArray, configured);
        QFETCH(bool, slash);
        QFETCH(QByteArray, asked);
        EngineFixture engine([&](ServerConfig &config) {
            config.path = configured;
            config.addTrailingSlash = slash;
        });
        QTEST(engine.engine.serves(asked), "served");
    }

    void cors()
    {
        EngineFixture engine([](ServerConfig &config) {
            config.cors.origins = {"http://app.example:8080"};
            config.allowedOrigins = {"http://app.example:8080"};
        });
        const QByteArray origin("Origin: http://app.example:8080");
        const auto preflight = engine.request(
            "OPTIONS", handshakeQuery, {}, {origin, "Access-Control-Request-Method: POST"});
        QTRY_VERIFY(preflight->hasAnswer());
        QCOMPARE(preflight->status(), 204);
        QCOMPARE(
            preflight->header("access-control-allow-methods"), "GET,HEAD,PUT,PATCH,POST,DELETE");

        const auto reply = engine.request("GET", handshakeQuery, {}, {origin});
        QTRY_VERIFY(reply->isDone());
        QCOMPARE(reply->header("access-control-allow-origin"), "http://app.example:8080");

        const auto error = engine.request("GET", "EIO=4", {}, {origin});
        QTRY_VERIFY(error->isDone());
        QCOMPARE(error->status(), 400);
        QCOMPARE(error->header("access-control-allow-origin"), "http://app.example:8080");
    }

    void rate()
    {
        EngineFixture engine([](ServerConfig &config) {
            config.limits.handshakesPerSecond = 1;
            config.limits.handshakesBurst = 2;
        });
        QVERIFY(!engine.openPolling().isEmpty());
        QVERIFY(!engine.openPolling().isEmpty());
        const auto refused = engine.request("GET", handshakeQuery);
        QTRY_VERIFY(refused->isDone());
        QCOMPARE(refused->status(), 429);
        QCOMPARE(refused->header("retry-after"), "1");
        QCOMPARE(engine.counter(Counter::HandshakeRateLimited), quint64(1));
        engine.advance(1s);
        QVERIFY(!engine.openPolling().isEmpty());
    }

    void afterShutdown()
    {
        EngineFixture engine;
        engine.engine.closeAll(CloseReason::ServerShuttingDown);
        const auto refused = engine.request("GET", handshakeQuery);
        QTRY_VERIFY(refused->isDone());
        QCOMPARE(refused->status(), 503);
    }

    void neverFollowed_oldestGoesFirst()
    {
        EngineFixture engine([](ServerConfig &config) { config.limits.neverFollowedSessions = 2; });
        const QByteArray first = engine.openPolling();
        const QByteArray second = engine.openPolling();
        const auto poll = engine.poll(first); // followed: no longer counts
        QTRY_VERIFY(engine.engine.session(quint32(1))->isFollowed());
        const QByteArray third = engine.openPolling();
        QCOMPARE(engine.engine.sessionCount(), 3);
        const QByteArray fourth = engine.openPolling();
        QCOMPARE(engine.engine.sessionCount(), 3);
        QVERIFY(!engine.engine.session(Sid::fromText(second)));
        QVERIFY(engine.engine.session(Sid::fromText(first)));
        QVERIFY(engine.engine.session(Sid::fromText(third)));
        QVERIFY(engine.engine.session(Sid::fromText(fourth)));
        QCOMPARE(engine.counter(Counter::SessionsNeverFollowed), quint64(1));
    }

    void neverFollowed_deadline()
    {
        EngineFixture engine;
        const QByteArray followed = engine.openPolling();
        const QByteArray idle = engine.openPolling();
        const auto poll = engine.poll(followed);
        QTRY_VERIFY(engine.engine.session(quint32(1))->isFollowed());
        engine.advance(5s);
        const QByteArray later = engine.openPolling();
        engine.advance(4990ms);
        QCOMPARE(engine.engine.sessionCount(), 3);
        engine.advance(30ms);
        QCOMPARE(engine.engine.sessionCount(), 2);
        QVERIFY(!engine.engine.session(Sid::fromText(idle)));
        engine.advance(5s);
        QCOMPARE(engine.engine.sessionCount(), 1);
        QVERIFY(engine.engine.session(Sid::fromText(followed)));
    }

    void handshakeFlood()
    {
        EngineFixture engine(
            [](ServerConfig &config) { config.limits.neverFollowedSessions = 10; });
        for (int i = 0; i < 30; ++i) {
            QVERIFY(!engine.openPolling().isEmpty());
            QVERIFY(engine.engine.sessionCount() <= 10);
        }
        QCOMPARE(engine.handler.ended.size(), 20);
    }

    void closedWhileOpening_data()
    {
        QTest::addColumn<bool>("webSocket");
        QTest::newRow("polling") << false;
        QTest::newRow("websocket") << true;
    }

    void closedWhileOpening()
    {
        QFETCH(bool, webSocket);
        EngineFixture engine;
        engine.handler.onOpened = [](Session &session) { session.close(); };
        if (webSocket) {
            const auto client = engine.webSocket();
            QTRY_VERIFY(client->isClosed());
        } else {
            const auto poll = engine.poll(engine.openPolling());
            QTRY_VERIFY(poll->isDone());
            QCOMPARE(poll->body(), "1");
        }
        QCOMPARE(engine.handler.ended.size(), 1);
        QCOMPARE(engine.engine.sessionCount(), 0);
        QTRY_COMPARE(engine.engine.leavingCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Handshaking)
#include "tst_handshaking.moc"
