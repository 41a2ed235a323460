// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/websocket.h"
#include "net/websockethandshake.h"
#include "shared/httpfixture.h"
#include "shared/wireclient.h"

#include <QTest>
#include <QWebSocket>

using namespace Switchboard;
using namespace Switchboard::Net;
using namespace Switchboard::Testing;

namespace {

constexpr int text = 0x1;
constexpr int binary = 0x2;
constexpr int closing = 0x8;
constexpr int ping = 0x9;
constexpr int pong = 0xA;

/** One upgraded connection that records what it is told, and echoes unless told not to. */
class Peer final : public WebSocket::Listener
{
public:
    explicit Peer(std::unique_ptr<WebSocket> upgraded)
        : socket(std::move(upgraded))
    { }

    void webSocketMessage(QByteArrayView payload, bool isBinary) override
    {
        ++messages;
        last = payload.toByteArray();
        if (!socket) {
            return;
        }
        if (destroyOnMessage) {
            socket.reset();
        } else if (echoes && isBinary) {
            socket->sendBinary(payload);
        } else if (echoes) {
            socket->sendText(payload);
        }
    }

    void webSocketClosed(quint16 code, QByteArrayView why) override
    {
        ++closed;
        closeCode = code;
        reason = why.toByteArray();
        if (destroyOnClose) {
            socket.reset();
        }
    }

    void webSocketDrained() override { ++drained; }

    std::unique_ptr<WebSocket> socket;
    bool echoes = true;
    bool destroyOnMessage = false;
    bool destroyOnClose = true;
    int messages = 0;
    int closed = 0;
    int drained = 0;
    int closeCode = 0;
    QByteArray last;
    QByteArray reason;
};

class Fixture : public HttpFixture
{
public:
    explicit Fixture(
        Reactor::Backend backend = Reactor::Backend::Default, const Clock *clock = nullptr)
        : HttpFixture(backend, clock)
    {
        handler.answer = [this](HttpRequest &request, HttpResponder &responder) {
            if (const auto error = WebSocketHandshake::check(request)) {
                responder.send(WebSocketHandshake::refusal(*error));
                return;
            }
            peer = std::make_unique<Peer>(responder.upgrade());
            if (starts) {
                peer->socket->start(peer.get(), limits);
            }
        };
    }

    bool open(WireClient &client) { return client.connectTo(port) && client.upgrade("/", port); }

    std::unique_ptr<Peer> peer;
    WebSocket::Limits limits;
    bool starts = true;
};

} // namespace

class tst_WebSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void echo_data();
    void echo();
    void handshake_data();
    void handshake();
    void qtClient_data();
    void qtClient();
    void earlyFrames();
    void oneByteAtATime();
    void protocolErrors_data();
    void protocolErrors();
    void fragmentsAndControlFrames();
    void closeByPeer_data();
    void closeByPeer();
    void closeByServer();
    void closeReasonIsCut();
    void closeIsAnsweredEvenIfDestroyed();
    void closeHandshakeTimesOut();
    void peerVanishes_data();
    void peerVanishes();
    void destroyedInMessage();
    void abortSendsNoCloseFrame();
    void notStarted();
    void messageDeadline();
    void controlFlood();
    void fragmentFlood();
    void pingsWhileBlocked();
    void backPressure();
    void fairness();
    void manyConnections();
};

void tst_WebSocket::echo_data()
{
    QTest::addColumn<int>("backend");
    QTest::addColumn<int>("opcode");
    QTest::addColumn<QByteArray>("payload");
    for (const auto backend : {Reactor::Backend::Epoll, Reactor::Backend::Notifier}) {
        const auto name = [backend](const QByteArray &what) -> QByteArray {
            return what + (backend == Reactor::Backend::Epoll ? " epoll" : " notifier");
        };
        for (const int size : {0, 1, 7, 8, 125, 126, 127, 65'535, 65'536, 300'000, 1'000'000}) {
            QTest::newRow(name(QByteArray::number(size)).constData())
                << int(backend) << binary << QByteArray(size, char(size));
        }
        QTest::newRow(name("text").constData())
            << int(backend) << text << QByteArray("h\xC3\xA4llo \xF0\x9F\x98\x80");
    }
}

void tst_WebSocket::echo()
{
    QFETCH(int, backend);
    QFETCH(int, opcode);
    QFETCH(QByteArray, payload);
    Fixture fixture{Reactor::Backend(backend)};
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    for (int i = 0; i < 2; ++i) {
        client.sendFrame(opcode, payload);
        const auto frame = client.takeFrame();
        QVERIFY(frame);
        QCOMPARE(frame->opcode, opcode);
        QVERIFY(frame->isFinal);
        QVERIFY(frame->payload == payload);
    }
}

void tst_WebSocket::handshake_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray get = "GET / HTTP/1.1\r\nHost: localhost\r\n";
    const QByteArray upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
    const QByteArray version = "Sec-WebSocket-Version: 13\r\n";
    const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    QTest::newRow("good") << get + upgrade + version + key << 101;
    QTest::newRow("tokens in lists and any case")
        << get + "Upgrade: h2c, WebSocket\r\nConnection: keep-alive, UPGRADE\r\n" + version + key
        << 101;
    // ws 2017, CVE-2021-32640: odd headers beside it are nobody's business.
    QTest::newRow("odd extensions") << get + upgrade + version + key
            + "Sec-WebSocket-Extensions: constructor, __proto__; a=\"\\\r\n"
                                    << 101;
    QTest::newRow("protocol of spaces") << get + upgrade + version + key
            + "Sec-WebSocket-Protocol: b" + QByteArray(7000, ' ')
            + "x\r\n" << 101;
    QTest::newRow("POST") << "POST / HTTP/1.1\r\nHost: localhost\r\n" + upgrade + version + key
                          << 405;
    QTest::newRow("HTTP/1.0") << "GET / HTTP/1.0\r\nHost: localhost\r\n" + upgrade + version + key
                              << 400;
    QTest::newRow("no Upgrade") << get + "Connection: Upgrade\r\n" + version + key << 400;
    QTest::newRow("no Connection") << get + "Upgrade: websocket\r\n" + version + key << 400;
    QTest::newRow("other Upgrade")
        << get + "Upgrade: websockets\r\nConnection: Upgrade\r\n" + version + key << 400;
    QTest::newRow("no version") << get + upgrade + key << 426;
    QTest::newRow("old version") << get + upgrade + "Sec-WebSocket-Version: 8\r\n" + key << 426;
    QTest::newRow("version list") << get + upgrade + "Sec-WebSocket-Version: 13, 8\r\n" + key
                                  << 426;
    QTest::newRow("no key") << get + upgrade + version << 400;
    QTest::newRow("short key") << get + upgrade + version + "Sec-WebSocket-Key: c2hvcnQ=\r\n"
                               << 400;
    QTest::newRow("key not base64")
        << get + upgrade + version + "Sec-WebSocket-Key: !GhlIHNhbXBsZSBub25jZQ==\r\n"
        << 400;
    QTest::newRow("two keys") << get + upgrade + version + key + key << 400;
}

void tst_WebSocket::handshake()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send(bytes + "\r\n");
    const auto reply = client.takeReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    if (status == 101) {
        QCOMPARE(reply->head,
            QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                       "Connection: Upgrade\r\n"
                       "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
        client.sendFrame(text, "a");
        QVERIFY(client.takeFrame());
        return;
    }
    if (status == 426) {
        QCOMPARE(reply->header("Sec-WebSocket-Version"), QByteArray("13"));
    }
    QVERIFY(client.waitForClose());
    QVERIFY(!fixture.peer);
}

void tst_WebSocket::qtClient_data()
{
    QTest::addColumn<int>("backend");
    QTest::newRow("epoll") << int(Reactor::Backend::Epoll);
    QTest::newRow("notifier") << int(Reactor::Backend::Notifier);
}

void tst_WebSocket::qtClient()
{
    QFETCH(int, backend);
    Fixture fixture{Reactor::Backend(backend)};
    QVERIFY(fixture.listen());
    QWebSocket client;
    QStringList texts;
    QByteArrayList binaries;
    int pongs = 0;
    connect(&client, &QWebSocket::textMessageReceived, this,
        [&texts](const QString &message) { texts += message; });
    connect(&client, &QWebSocket::binaryMessageReceived, this,
        [&binaries](const QByteArray &message) { binaries += message; });
    connect(&client, &QWebSocket::pong, this, [&pongs] { ++pongs; });
    client.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(fixture.port)));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    const QString greeting = QStringLiteral("gr\u00FC\u00DF dich \U0001F600");
    client.sendTextMessage(greeting);
    const QByteArray large(900'000, 'x');
    client.sendBinaryMessage(large);
    client.ping("p");
    QTRY_COMPARE(texts, QStringList(greeting));
    QTRY_COMPARE(binaries, (QByteArrayList{large}));
    QTRY_COMPARE(pongs, 1);
    client.close(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("later"));
    QTRY_COMPARE(fixture.peer->closed, 1);
    QCOMPARE(fixture.peer->closeCode, 1001);
    QCOMPARE(fixture.peer->reason, QByteArray("later"));
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(client.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    QTRY_COMPARE(fixture.reactor->connections().count(), 0);
}

void tst_WebSocket::earlyFrames()
{
    // Frames that come in one segment with the request belong to the WebSocket.
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        + WireClient::frame(text, "one") + WireClient::frame(text, "two").first(4));
    const auto reply = client.takeReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, 101);
    const auto first = client.takeFrame();
    QVERIFY(first);
    QCOMPARE(first->payload, QByteArray("one"));
    client.send(WireClient::frame(text, "two").sliced(4));
    const auto second = client.takeFrame();
    QVERIFY(second);
    QCOMPARE(second->payload, QByteArray("two"));
}

void tst_WebSocket::oneByteAtATime()
{
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    client.sendByteByByte(WireClient::frame(text, "h\xC3\xA4", false) + WireClient::frame(ping, "x")
        + WireClient::frame(0, QByteArray(130, 'y')));
    const auto answer = client.takeFrame();
    QVERIFY(answer);
    QCOMPARE(answer->opcode, pong);
    const auto message = client.takeFrame();
    QVERIFY(message);
    QCOMPARE(message->payload, "h\xC3\xA4" + QByteArray(130, 'y'));
}

void tst_WebSocket::protocolErrors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("not masked") << QByteArray("\x81\x01x") << 1002;
    QTest::newRow("reserved bit") << QByteArray("\xC1\x80") + WireClient::mask << 1002;
    QTest::newRow("bad text") << WireClient::frame(text, "\xFF") << 1007;
    QTest::newRow("too big") << WireClient::frameHeader(binary, 1'000'001) << 1009;
    QTest::newRow("2^63-1") << WireClient::frameHeader(binary, quint64(1) << 62) << 1009;
    QTest::newRow("high bit") << WireClient::frameHeader(binary, quint64(1) << 63) << 1002;
    QTest::newRow("continuation of nothing") << WireClient::frame(0, "x") << 1002;
}

void tst_WebSocket::protocolErrors()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    // The close frame must arrive although more is under way than we will ever read.
    client.send(bytes + QByteArray(100'000, 'x'));
    const auto frame = client.takeFrame();
    QVERIFY(frame);
    QCOMPARE(frame->opcode, closing);
    QCOMPARE(frame->closeCode(), code);
    QVERIFY(client.waitForClose());
    QCOMPARE(fixture.peer->closed, 1);
    QCOMPARE(fixture.peer->closeCode, code);
    QCOMPARE(fixture.peer->messages, 0);
}

void tst_WebSocket::fragmentsAndControlFrames()
{
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    client.send(WireClient::frame(text, "a", false) + WireClient::frame(ping, "1")
        + WireClient::frame(0, "b", false) + WireClient::frame(pong, "unasked")
        + WireClient::frame(ping, "2") + WireClient::frame(0, "c"));
    for (const char *expected : {"1", "2"}) {
        const auto frame = client.takeFrame();
        QVERIFY(frame);
        QCOMPARE(frame->opcode, pong);
        QCOMPARE(frame->payload, QByteArray(expected));
    }
    const auto frame = client.takeFrame();
    QVERIFY(frame);
    QCOMPARE(frame->payload, QByteArray("abc"));
}

void tst_WebSocket::closeByPeer_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("reported");
    QTest::addColumn<int>("answered");
    QTest::newRow("empty") << QByteArray() << 1005 << 1005;
    QTest::newRow("1000") << QByteArray("\x03\xE8") << 1000 << 1000;
    QTest::newRow("4999 with reason") << QByteArray("\x13\x87why") << 4999 << 4999;
    QTest::newRow("one byte") << QByteArray("\x03") << 1002 << 1002;
    QTest::newRow("1005") << QByteArray("\x03\xED") << 1002 << 1002;
    QTest::newRow("bad reason") << QByteArray("\x03\xE8\xFF") << 1007 << 1007;
}

void tst_WebSocket::closeByPeer()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, reported);
    QFETCH(int, answered);
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    client.send(WireClient::frame(closing, payload) + WireClient::frame(text, "too late"));
    const auto frame = client.takeFrame();
    QVERIFY(frame);
    QCOMPARE(frame->closeCode(), answered);
    QVERIFY(client.waitForClose());
    QCOMPARE(fixture.peer->closed, 1);
    QCOMPARE(fixture.peer->closeCode, reported);
    QCOMPARE(fixture.peer->messages, 0);
    QTRY_COMPARE(fixture.reactor->connections().count(), 0);
}

void tst_WebSocket::closeByServer()
{
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    fixture.peer->socket->sendText("last");
    fixture.peer->socket->close(WebSocketCode::GoingAway, "bye");
    fixture.peer->socket->sendText("never");
    QVERIFY(!fixture.peer->socket->isWritable());
    const auto message = client.takeFrame();
    QVERIFY(message);
    QCOMPARE(message->payload, QByteArray("last"));
    const auto frame = client.takeFrame();
    QVERIFY(frame);
    QCOMPARE(frame->closeCode(), 1001);
    QCOMPARE(frame->payload.sliced(2), QByteArray("bye"));
    client.sendFrame(text, "ignored");
    client.sendFrame(closing, frame->payload);
    QVERIFY(client.waitForClose());
    QCOMPARE(fixture.peer->messages, 0);
    QCOMPARE(fixture.peer->closed, 1);
    QCOMPARE(fixture.peer->closeCode, 1001);
    QVERIFY(client.received().isEmpty());
}

void tst_WebSocket::closeReasonIsCut()
{
    // CVE-2016-10518: at most 123 bytes, whole code points, nothing uninitialised.
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    fixture.peer->socket->close(WebSocketCode::Normal, QByteArray("\xE2\x82\xAC").repeated(50));
    const auto frame = client.takeFrame();
    QVERIFY(frame);
    QCOMPARE(frame->payload.sliced(2), QByteArray("\xE2\x82\xAC").repeated(41));
}

void tst_WebSocket::closeIsAnsweredEvenIfDestroyed()
{
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    fixture.peer->socket->close(WebSocketCode::NoStatus);
    fixture.peer->socket.reset();
    const auto frame = client.takeFrame();
    QVERIFY(frame);
    QCOMPARE(frame->closeCode(), 1005);
    client.sendFrame(closing, {});
    client.finish();
    QVERIFY(client.waitForClose());
    QTRY_COMPARE(fixture.reactor->connections().count(), 0);
    QCOMPARE(fixture.peer->closed, 0);
}

void tst_WebSocket::closeHandshakeTimesOut()
{
    ManualClock clock;
    Fixture fixture(Reactor::Backend::Default, &clock);
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    fixture.peer->socket->close(WebSocketCode::Normal);
    QVERIFY(client.takeFrame());
    fixture.advance(clock, std::chrono::milliseconds(2'980));
    QCOMPARE(fixture.peer->closed, 0);
    fixture.advance(clock, std::chrono::milliseconds(40)); // L19
    QCOMPARE(fixture.peer->closed, 1);
    QCOMPARE(fixture.peer->closeCode, 1006);
    QVERIFY(client.waitForClose());
}

void tst_WebSocket::peerVanishes_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("FIN without close frame") << false;
    QTest::newRow("RST") << true;
}

void tst_WebSocket::peerVanishes()
{
    QFETCH(bool, reset);
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    if (reset) {
        client.reset();
    } else {
        client.finish();
    }
    QTRY_COMPARE(fixture.peer->closed, 1);
    QCOMPARE(fixture.peer->closeCode, 1006);
    QTRY_COMPARE(fixture.reactor->connections().count(), 0);
}

void tst_WebSocket::destroyedInMessage()
{
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    fixture.peer->destroyOnMessage = true;
    client.send(WireClient::frame(text, "1") + WireClient::frame(text, "2"));
    QVERIFY(client.waitForClose());
    QCOMPARE(fixture.peer->messages, 1);
    QCOMPARE(fixture.peer->closed, 0);
    QTRY_COMPARE(fixture.reactor->connections().count(), 0);
}

void tst_WebSocket::abortSendsNoCloseFrame()
{
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    fixture.peer->socket->abort();
    QVERIFY(client.waitForClose());
    QVERIFY(client.received().isEmpty());
    QCOMPARE(fixture.peer->closed, 0);
    QCOMPARE(fixture.peer->socket->queuedBytes(), 0);
    fixture.peer->socket->sendText("no-op");
    fixture.peer->socket->close(WebSocketCode::Normal);
}

void tst_WebSocket::notStarted()
{
    Fixture fixture;
    fixture.starts = false;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    client.sendFrame(text, "early");
    fixture.peer->socket->sendText("hello");
    QVERIFY(client.takeFrame());
    QCOMPARE(fixture.peer->messages, 0);
    fixture.peer->socket->start(fixture.peer.get(), fixture.limits);
    const auto frame = client.takeFrame();
    QVERIFY(frame);
    QCOMPARE(frame->payload, QByteArray("early"));
}

void tst_WebSocket::messageDeadline()
{
    ManualClock clock;
    Fixture fixture(Reactor::Backend::Default, &clock);
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    client.send(WireClient::frame(text, "a", false) + WireClient::frame(ping, "?"));
    QVERIFY(client.takeFrame());
    fixture.advance(clock, std::chrono::milliseconds(29'980));
    QCOMPARE(fixture.peer->closed, 0);
    client.send(WireClient::frame(0, "b", false) + WireClient::frame(ping, "?"));
    QVERIFY(client.takeFrame());
    fixture.advance(clock, std::chrono::milliseconds(40)); // L16: counted from its beginning
    const auto frame = client.takeFrame();
    QVERIFY(frame);
    QCOMPARE(frame->closeCode(), 1008);
    QCOMPARE(fixture.peer->closed, 1);
    QCOMPARE(fixture.counted(Counter::FragmentLimit), 1U);
}

void tst_WebSocket::controlFlood()
{
    ManualClock clock;
    Fixture fixture(Reactor::Backend::Default, &clock);
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    client.send(WireClient::frame(ping, "x").repeated(200));
    for (int i = 0; i < 200; ++i) {
        const auto frame = client.takeFrame();
        QVERIFY(frame);
        QCOMPARE(frame->opcode, pong);
    }
    clock.advance(std::chrono::milliseconds(100)); // L17: ten more
    client.send(WireClient::frame(pong, "x").repeated(11));
    const auto frame = client.takeFrame();
    QVERIFY(frame);
    QCOMPARE(frame->closeCode(), 1008);
    QCOMPARE(fixture.counted(Counter::ControlFlood), 1U);
}

void tst_WebSocket::fragmentFlood()
{
    // CVE-2026-48779: empty fragments count, and what is kept is the payload alone.
    Fixture fixture;
    fixture.limits.messagesPerTurn = 500;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    client.send(WireClient::frame(text, "", false));
    const QByteArray empties = WireClient::frame(0, "", false).repeated(1000);
    for (int i = 0; i < 66; ++i) {
        client.send(empties);
    }
    const auto frame = client.takeFrame();
    QVERIFY(frame);
    QCOMPARE(frame->closeCode(), 1008);
    QCOMPARE(fixture.counted(Counter::FragmentLimit), 1U);
}

void tst_WebSocket::pingsWhileBlocked()
{
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    client.stopReading();
    fixture.peer->echoes = false;
    const QByteArray block(1'000'000, 'x');
    for (int i = 0; i < 100 && fixture.peer->socket->isWritable(); ++i) {
        fixture.peer->socket->sendBinary(block);
        client.sendFrame(text, "tick");
        QTRY_COMPARE(fixture.peer->messages, i + 1);
    }
    QVERIFY(!fixture.peer->socket->isWritable());
    const qsizetype queued = fixture.peer->socket->queuedBytes();
    const int before = fixture.peer->messages;
    client.send(WireClient::frame(ping, "old").repeated(100) + WireClient::frame(ping, "new")
        + WireClient::frame(text, "done"));
    QTRY_COMPARE(fixture.peer->messages, before + 1);
    QVERIFY(fixture.peer->socket->queuedBytes() <= queued);
}

void tst_WebSocket::backPressure()
{
    Fixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(fixture.open(client));
    client.stopReading();
    WebSocket &socket = *fixture.peer->socket;
    const QByteArray block(20'000'000, 'x');
    QVERIFY(socket.isWritable());
    socket.sendBinary(block);
    QCOMPARE(socket.queuedBytes(), block.size() + 10);
    QVERIFY(socket.isWritable()); // nobody has tried yet
    QTRY_VERIFY(!socket.isWritable());
    QCOMPARE(fixture.peer->drained, 0);
    client.resumeReading();
    QTRY_COMPARE(fixture.peer->drained, 1);
    QVERIFY(socket.isWritable());
    QCOMPARE(socket.queuedBytes(), 0);
    const auto frame = client.takeFrame();
    QVERIFY(frame);
    QVERIFY(frame->payload == block);
}

void tst_WebSocket::fairness()
{
    // L35: a flood is taken in slices; what another client says meanwhile gets through.
    Fixture fixture;
    fixture.limits.messagesPerTurn = 10;
    QVERIFY(fixture.listen());
    WireClient flood;
    QVERIFY(fixture.open(flood));
    const std::unique_ptr<Peer> flooded = std::move(fixture.peer);
    flooded->echoes = false;
    WireClient other;
    QVERIFY(fixture.open(other));
    constexpr int count = 20'000;
    flood.send(WireClient::frame(text, "x").repeated(count));
    other.sendFrame(text, "me");
    QTRY_COMPARE(fixture.peer->messages, 1);
    QVERIFY(flooded->messages < count);
    QTRY_COMPARE(flooded->messages, count);
}

void tst_WebSocket::manyConnections()
{
    Fixture fixture;
    QVERIFY(fixture.listen());
    std::vector<std::unique_ptr<Peer>> peers;
    std::vector<std::unique_ptr<WireClient>> clients;
    constexpr int count = 200;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<WireClient>());
        QVERIFY(fixture.open(*clients.back()));
        peers.push_back(std::move(fixture.peer));
    }
    QCOMPARE(fixture.reactor->connections().count(), count);
    QCOMPARE(fixture.server->connectionCount(), 0);
    QByteArray frame;
    WebSocket::appendFrameHeader(frame, text, 5);
    frame.append("hello");
    for (const std::unique_ptr<Peer> &peer : peers) {
        peer->socket->sendFrames(frame);
    }
    for (const std::unique_ptr<WireClient> &client : clients) {
        const auto got = client->takeFrame();
        QVERIFY(got);
        QCOMPARE(got->payload, QByteArray("hello"));
    }
    fixture.server.reset(); // WebSockets outlive it
    clients.front()->sendFrame(text, "still here");
    QVERIFY(clients.front()->takeFrame());
    peers.clear();
    QCOMPARE(fixture.reactor->connections().count(), 0);
}

QTEST_GUILESS_MAIN(tst_WebSocket)

#include "tst_websocket.moc"
