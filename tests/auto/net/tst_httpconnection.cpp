// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/websocket.h"
#include "shared/httpfixture.h"
#include "shared/wireclient.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::Net;
using namespace Switchboard::Testing;

Q_DECLARE_METATYPE(Switchboard::Net::Reactor::Backend)

namespace {

/** A body of @p size bytes that counts upwards; breaks off after @p until. */
class CountingSource final : public BodySource
{
public:
    explicit CountingSource(qint64 size, qint64 until = -1)
        : m_size(size)
        , m_until(until < 0 ? size : until)
    { }

    qint64 size() const override { return m_size; }

    qsizetype read(std::span<char> into) override
    {
        const auto count = std::min<qint64>(qint64(into.size()), m_until - m_at);
        for (qint64 i = 0; i < count; ++i) {
            into[std::size_t(i)] = char((m_at + i) % 251);
        }
        m_at += count;
        return qsizetype(count);
    }

private:
    qint64 m_size;
    qint64 m_until;
    qint64 m_at = 0;
};

void answerWithTarget(HttpRequest &request, HttpResponder &responder)
{
    responder.send(HttpResponse(200, "text/plain", request.target + request.body));
}

class GoneObserver final : public HttpResponder::Observer
{
public:
    void responderGone() override { ++count; }

    int count = 0;
};

} // namespace

class tst_HttpConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onBothReactors_data();
    void onBothReactors();
    void responseFraming_data();
    void responseFraming();
    void errorAnswers_data();
    void errorAnswers();
    void pipelinedInOrder();
    void pipeliningStopsReading();
    void answerLater();
    void goneBeforeAnswer_data();
    void goneBeforeAnswer();
    void abortedByHandler();
    void bodySource();
    void bodySourceHead();
    void bodySourceBreaksOff();
    void bodySourceWaitsForSlowReader();
    void bodySourceIsNotKeptForACrawl();
    void expectContinue();
    void tooLargeIsAnsweredWithoutReading();
    void timeouts_data();
    void timeouts();
    void slowBody();
    void keepAliveEnds();
    void requestsPerConnection();
    void stalledReaderIsReset();
    void closeIdleConnections();
    void closeAllConnections();
    void serverDiesFirst();
    void headerInjection();
    void guardComesFirst();
    void peerAndLocalAddress();
    void connectionLimit();
    void connectionLimitPerAddress();
    void everyPrefixThenReset();
};

void tst_HttpConnection::onBothReactors_data()
{
    QTest::addColumn<Reactor::Backend>("backend");
    QTest::newRow("epoll") << Reactor::Backend::Epoll;
    QTest::newRow("notifier") << Reactor::Backend::Notifier;
}

void tst_HttpConnection::onBothReactors()
{
    QFETCH(Reactor::Backend, backend);
    HttpFixture fixture(backend);
    fixture.handler.answer = answerWithTarget;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    for (int i = 0; i < 3; ++i) {
        client.send(fixture.get("/" + QByteArray::number(i)));
        const auto reply = client.takeReply();
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->body, "/" + QByteArray::number(i));
    }
    QCOMPARE(fixture.server->connectionCount(), 1);
    client.finish();
    QVERIFY(client.waitForClose());
    QTRY_COMPARE(fixture.server->connectionCount(), 0);
    QTRY_COMPARE(fixture.reactor->connections().count(), 0);
}

void tst_HttpConnection::responseFraming_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("expectedHead");
    QTest::addColumn<QByteArray>("expectedBody");
    QTest::newRow("GET") << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n") << 200
                         << QByteArray(
                                "HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nContent-Length: 4\r\n")
                         << QByteArray("body");
    QTest::newRow("close") << QByteArray(
        "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                           << 200
                           << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: a/b\r\n"
                                         "Content-Length: 4\r\nConnection: close\r\n")
                           << QByteArray("body");
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n") << 200
                         << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: a/b\r\n"
                                       "Content-Length: 4\r\nConnection: close\r\n")
                         << QByteArray("body");
    QTest::newRow("1.0 keep-alive")
        << QByteArray("GET / HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n") << 200
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: a/b\r\n"
                      "Content-Length: 4\r\nConnection: keep-alive\r\n")
        << QByteArray("body");
    QTest::newRow("HEAD") << QByteArray("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n") << 200
                          << QByteArray(
                                 "HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nContent-Length: 4\r\n")
                          << QByteArray();
    QTest::newRow("204") << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n") << 204
                         << QByteArray("HTTP/1.1 204 No Content\r\nContent-Type: a/b\r\n")
                         << QByteArray();
    QTest::newRow("304") << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n") << 304
                         << QByteArray("HTTP/1.1 304 Not Modified\r\nContent-Type: a/b\r\n")
                         << QByteArray();
}

void tst_HttpConnection::responseFraming()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, expectedHead);
    QFETCH(QByteArray, expectedBody);
    HttpFixture fixture;
    fixture.handler.answer = [status](HttpRequest &, HttpResponder &responder) {
        responder.send(HttpResponse(status, "a/b", "body"));
    };
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send(bytes);
    const QByteArray expected = expectedHead + "\r\n" + expectedBody;
    QVERIFY(client.waitForBytes(expected.size()));
    if (expectedHead.contains("Connection: close")) {
        QVERIFY(client.waitForClose());
    } else {
        // A second answer shows that nothing stood behind the first.
        client.send(bytes);
        QVERIFY(client.waitForBytes(2 * expected.size()));
        QCOMPARE(client.received(), expected + expected);
        return;
    }
    QCOMPARE(client.received(), expected);
}

void tst_HttpConnection::errorAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<int>("counter");
    const auto row
        = [](const char *name, const QByteArray &bytes, const char *line, Counter counter) {
              QTest::newRow(name) << bytes
                                  << line
                      + QByteArray("\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                                  << int(counter);
          };
    row("malformed", "GET\r\n", "HTTP/1.1 400 Bad Request", Counter::HttpBadRequest);
    row("wrong host", "GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n",
        "HTTP/1.1 421 Misdirected Request", Counter::HostRefused);
    row("no host in 1.0", "GET / HTTP/1.0\r\n\r\n", "HTTP/1.1 421 Misdirected Request",
        Counter::HostRefused);
    row("wrong origin", "GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.test\r\n\r\n",
        "HTTP/1.1 403 Forbidden", Counter::OriginRefused);
    row("body too large", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1001\r\n\r\n",
        "HTTP/1.1 413 Payload Too Large", Counter::BodyTooLarge);
    row("target too long", "GET /" + QByteArray(9000, 'a'), "HTTP/1.1 414 URI Too Long",
        Counter::HttpRequestTooLarge);
    row("headers too large",
        "GET / HTTP/1.1\r\nHost: localhost\r\n" + QByteArray("A: b\r\n").repeated(100),
        "HTTP/1.1 431 Request Header Fields Too Large", Counter::HttpRequestTooLarge);
    row("unknown coding", "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 501 Not Implemented", Counter::HttpBadRequest);
    row("version", "GET / HTTP/3.0\r\nHost: localhost\r\n\r\n",
        "HTTP/1.1 505 HTTP Version Not Supported", Counter::HttpBadRequest);
    row("expectation", "GET / HTTP/1.1\r\nHost: localhost\r\nExpect: x\r\n\r\n",
        "HTTP/1.1 417 Expectation Failed", Counter::HttpBadRequest);
}

void tst_HttpConnection::errorAnswers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    QFETCH(int, counter);
    HttpFixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    // What follows an error must never be taken for a request.
    client.send(bytes + "\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(client.waitForClose());
    QCOMPARE(client.received(), expected);
    QCOMPARE(fixture.handler.count, 0);
    QCOMPARE(fixture.counted(Counter(counter)), 1U);
    QTRY_COMPARE(fixture.reactor->connections().count(), 0);
}

void tst_HttpConnection::pipelinedInOrder()
{
    HttpFixture fixture;
    fixture.handler.answer = answerWithTarget;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    constexpr int count = 500;
    QByteArray all;
    for (int i = 0; i < count; ++i) {
        all += fixture.get("/" + QByteArray::number(i));
    }
    client.send(all);
    for (int i = 0; i < count; ++i) {
        const auto reply = client.takeReply();
        QVERIFY(reply);
        QCOMPARE(reply->body, "/" + QByteArray::number(i));
    }
}

void tst_HttpConnection::pipeliningStopsReading()
{
    HttpFixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send(fixture.get("/first"));
    QTRY_COMPARE(fixture.handler.calls.size(), 1U);
    // L13: while /first waits, nothing behind it is handled, however much comes.
    const QByteArray more = fixture.get("/more");
    for (int i = 0; i < 5'000; ++i) {
        client.send(more);
    }
    WireClient other;
    QVERIFY(other.connectTo(fixture.port));
    other.send(fixture.get("/other"));
    QTRY_COMPARE(fixture.handler.calls.size(), 2U);
    QCOMPARE(fixture.handler.count, 2);
    fixture.handler.dismiss();
}

void tst_HttpConnection::answerLater()
{
    HttpFixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send(fixture.get("/1") + fixture.get("/2") + fixture.get("/3"));
    for (int i = 1; i <= 3; ++i) {
        QTRY_COMPARE(fixture.handler.calls.size(), 1U);
        RecordingHandler::Call call = std::move(fixture.handler.calls.front());
        fixture.handler.calls.pop_front();
        QCOMPARE(call.request.target, "/" + QByteArray::number(i));
        call.responder.send(HttpResponse(200, "text/plain", call.request.target));
        // The next one must not come inside send().
        QVERIFY(fixture.handler.calls.empty());
        QVERIFY(!call.responder.isAlive());
        const auto reply = client.takeReply();
        QVERIFY(reply);
        QCOMPARE(reply->body, call.request.target);
    }
}

void tst_HttpConnection::goneBeforeAnswer_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("FIN") << false;
    QTest::newRow("RST") << true;
}

void tst_HttpConnection::goneBeforeAnswer()
{
    QFETCH(bool, reset);
    HttpFixture fixture;
    QVERIFY(fixture.listen());
    GoneObserver observer;
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send(fixture.get("/"));
    QTRY_COMPARE(fixture.handler.calls.size(), 1U);
    HttpResponder &responder = fixture.handler.calls.front().responder;
    responder.setObserver(&observer);
    if (reset) {
        client.reset();
    } else {
        client.finish();
    }
    QTRY_COMPARE(observer.count, 1);
    QVERIFY(!responder.isAlive());
    responder.send(HttpResponse(200, "text/plain", "too late"));
    QVERIFY(!responder.upgrade());
    QTRY_COMPARE(fixture.server->connectionCount(), 0);
    QCOMPARE(observer.count, 1);
}

void tst_HttpConnection::abortedByHandler()
{
    HttpFixture fixture;
    fixture.handler.answer = [](HttpRequest &, HttpResponder &responder) { responder.abort(); };
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send(fixture.get("/") + fixture.get("/"));
    QVERIFY(client.waitForClose());
    QVERIFY(client.received().isEmpty());
    QCOMPARE(fixture.handler.count, 1);
}

void tst_HttpConnection::bodySource()
{
    HttpFixture fixture;
    static constexpr qint64 size = 3'000'000;
    fixture.handler.answer = [](HttpRequest &, HttpResponder &responder) {
        HttpResponse response;
        response.source = std::make_unique<CountingSource>(size);
        responder.send(std::move(response));
    };
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send(fixture.get("/1") + fixture.get("/2"));
    QByteArray expected(size, '\0');
    CountingSource(size).read({expected.data(), std::size_t(size)});
    for (int i = 0; i < 2; ++i) {
        const auto reply = client.takeReply();
        QVERIFY(reply);
        QVERIFY(reply->body == expected);
    }
}

void tst_HttpConnection::bodySourceHead()
{
    HttpFixture fixture;
    fixture.handler.answer = [](HttpRequest &, HttpResponder &responder) {
        HttpResponse response;
        response.source = std::make_unique<CountingSource>(12'345);
        responder.send(std::move(response));
    };
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    const QByteArray head = "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    client.send(head + head);
    for (int i = 0; i < 2; ++i) {
        const auto reply = client.takeReply(true);
        QVERIFY(reply);
        QCOMPARE(reply->header("Content-Length"), QByteArray("12345"));
    }
    QVERIFY(client.received().isEmpty());
}

void tst_HttpConnection::bodySourceBreaksOff()
{
    HttpFixture fixture;
    fixture.handler.answer = [](HttpRequest &, HttpResponder &responder) {
        HttpResponse response;
        response.source = std::make_unique<CountingSource>(1'000'000, 70'000);
        responder.send(std::move(response));
    };
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send(fixture.get("/"));
    // The promised length was not kept, so the connection must not live on.
    QVERIFY(client.waitForClose());
    QVERIFY(client.received().size() < 1'000'000);
}

void tst_HttpConnection::bodySourceWaitsForSlowReader()
{
    HttpFixture fixture;
    qint64 read = 0;

    class Watched final : public BodySource
    {
    public:
        explicit Watched(qint64 &counter)
            : m_counter(counter)
        { }

        qint64 size() const override { return 1LL << 40; }

        qsizetype read(std::span<char> into) override
        {
            m_counter += qint64(into.size());
            return qsizetype(into.size());
        }

    private:
        qint64 &m_counter;
    };

    fixture.handler.answer = [&read](HttpRequest &, HttpResponder &responder) {
        HttpResponse response;
        response.source = std::make_unique<Watched>(read);
        responder.send(std::move(response));
    };
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.stopReading();
    client.send(fixture.get("/"));
    // What is read ahead is what fits into the system's buffers and one chunk, not the file.
    QTRY_VERIFY(read > 64 * 1024);
    WireClient other;
    fixture.handler.answer = answerWithTarget;
    QVERIFY(other.connectTo(fixture.port));
    qint64 before = -1;
    for (int i = 0; i < 500 && before != read; ++i) {
        before = read;
        other.send(fixture.get("/"));
        QVERIFY(other.takeReply());
    }
    QCOMPARE(read, before);
    QVERIFY(read < 64 * 1024 * 1024);
}

void tst_HttpConnection::bodySourceIsNotKeptForACrawl()
{
    // L12 for files: a reader that takes a byte now and then is not idle, and yet too slow.
    ManualClock clock;
    HttpFixture fixture(Reactor::Backend::Default, &clock);
    fixture.config.limits.writeStall = std::chrono::hours(1);
    fixture.handler.answer = [](HttpRequest &, HttpResponder &responder) {
        HttpResponse response;
        response.source = std::make_unique<CountingSource>(1LL << 30);
        responder.send(std::move(response));
    };
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.stopReading();
    client.send(fixture.get("/"));
    QTRY_COMPARE(fixture.handler.count, 1);
    // The first window sees what fitted into the system's buffers, the second sees nothing.
    fixture.advance(clock, std::chrono::milliseconds(60'020));
    QTRY_COMPARE(fixture.reactor->connections().count(), 1);
    fixture.advance(clock, std::chrono::milliseconds(60'020));
    fixture.advance(clock, std::chrono::milliseconds(60'020));
    QTRY_COMPARE(fixture.reactor->connections().count(), 0);
    QCOMPARE(fixture.counted(Counter::HttpTimeout), 1U);
}

void tst_HttpConnection::expectContinue()
{
    HttpFixture fixture;
    fixture.handler.answer = answerWithTarget;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send(
        "POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    const QByteArray interim = "HTTP/1.1 100 Continue\r\n\r\n";
    QVERIFY(client.waitForBytes(interim.size()));
    QCOMPARE(client.received(), interim);
    const auto first = client.takeReply();
    QVERIFY(first);
    client.send("abc");
    const auto reply = client.takeReply();
    QVERIFY(reply);
    QCOMPARE(reply->body, QByteArray("/aabc"));
}

void tst_HttpConnection::tooLargeIsAnsweredWithoutReading()
{
    HttpFixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: "
                "2000\r\n\r\n");
    const auto reply = client.takeReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, 413);
    // The answer must survive a client that goes on sending.
    client.send(QByteArray(2000, 'x'));
    QVERIFY(client.waitForClose());
    QCOMPARE(fixture.handler.count, 0);
}

void tst_HttpConnection::timeouts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<int>("status");
    QTest::newRow("L08 nothing sent") << QByteArray() << 10'000 << 0;
    QTest::newRow("L08 half a request line") << QByteArray("GET") << 10'000 << 408;
    QTest::newRow("L08 headers without end")
        << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\nA: ") << 10'000 << 408;
    QTest::newRow("L10 no body") << QByteArray(
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n")
                                 << 5'000 << 408;
}

void tst_HttpConnection::timeouts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, milliseconds);
    QFETCH(int, status);
    ManualClock clock;
    HttpFixture fixture(Reactor::Backend::Default, &clock);
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    QTRY_COMPARE(fixture.server->connectionCount(), 1);
    client.sendByteByByte(bytes);
    // A second connection's answer shows that the first one's bytes have been read.
    fixture.handler.answer = answerWithTarget;
    WireClient other;
    QVERIFY(other.connectTo(fixture.port));
    other.send(fixture.get("/"));
    QVERIFY(other.takeReply());
    fixture.advance(clock, std::chrono::milliseconds(milliseconds - 20));
    QCOMPARE(fixture.counted(Counter::HttpTimeout), 0U);
    fixture.advance(clock, std::chrono::milliseconds(40));
    QVERIFY(client.waitForClose());
    QCOMPARE(client.received().left(12),
        status ? "HTTP/1.1 " + QByteArray::number(status) : QByteArray());
    QCOMPARE(fixture.counted(Counter::HttpTimeout), status ? 1U : 0U);
}

void tst_HttpConnection::slowBody()
{
    ManualClock clock;
    HttpFixture fixture(Reactor::Backend::Default, &clock);
    fixture.handler.bodyLimit = 1'000'000;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n"
        + QByteArray(20 * 1024, 'x'));
    QTRY_VERIFY(fixture.reactor->timers().activeCount() == 1);
    WireClient other;
    fixture.handler.answer = answerWithTarget;
    QVERIFY(other.connectTo(fixture.port));
    other.send(fixture.get("/"));
    QVERIFY(other.takeReply());
    // 20 KiB last for 20 seconds at 1 KiB/s.
    for (int second = 0; second < 19; ++second) {
        fixture.advance(clock, std::chrono::seconds(1));
        QCOMPARE(fixture.counted(Counter::HttpTimeout), 0U);
    }
    for (int second = 0; second < 4; ++second) {
        fixture.advance(clock, std::chrono::seconds(1));
    }
    QVERIFY(client.waitForClose());
    QVERIFY(client.received().startsWith("HTTP/1.1 408 "));
    QCOMPARE(fixture.counted(Counter::HttpTimeout), 1U);
}

void tst_HttpConnection::keepAliveEnds()
{
    ManualClock clock;
    HttpFixture fixture(Reactor::Backend::Default, &clock);
    fixture.handler.answer = answerWithTarget;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send(fixture.get("/"));
    QVERIFY(client.takeReply());
    fixture.advance(clock, std::chrono::milliseconds(14'980));
    client.send(fixture.get("/"));
    QVERIFY(client.takeReply());
    fixture.advance(clock, std::chrono::milliseconds(15'040));
    QVERIFY(client.waitForClose());
    QVERIFY(client.received().isEmpty());
}

void tst_HttpConnection::requestsPerConnection()
{
    HttpFixture fixture;
    fixture.config.limits.requestsPerConnection = 2;
    fixture.handler.answer = answerWithTarget;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send(fixture.get("/") + fixture.get("/") + fixture.get("/"));
    QVERIFY(client.takeReply());
    const auto last = client.takeReply();
    QVERIFY(last);
    QCOMPARE(last->header("Connection"), QByteArray("close"));
    QVERIFY(client.waitForClose());
    QCOMPARE(fixture.handler.count, 2);
}

void tst_HttpConnection::stalledReaderIsReset()
{
    ManualClock clock;
    HttpFixture fixture(Reactor::Backend::Default, &clock);
    fixture.handler.answer = [](HttpRequest &, HttpResponder &responder) {
        responder.send(HttpResponse(200, "text/plain", QByteArray(32 * 1024 * 1024, 'x')));
    };
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.stopReading();
    client.send(fixture.get("/"));
    QTRY_COMPARE(fixture.handler.count, 1);
    WireClient other;
    QVERIFY(other.connectTo(fixture.port));
    fixture.handler.answer = answerWithTarget;
    other.send(fixture.get("/"));
    QVERIFY(other.takeReply());
    QCOMPARE(fixture.server->connectionCount(), 2);
    fixture.advance(clock, std::chrono::milliseconds(30'020)); // L12
    fixture.advance(clock, std::chrono::milliseconds(30'020));
    QTRY_COMPARE(fixture.reactor->connections().count(), 0);
}

void tst_HttpConnection::closeIdleConnections()
{
    HttpFixture fixture;
    QVERIFY(fixture.listen());
    WireClient idle;
    QVERIFY(idle.connectTo(fixture.port));
    WireClient busy;
    QVERIFY(busy.connectTo(fixture.port));
    busy.send(fixture.get("/"));
    QTRY_COMPARE(fixture.handler.calls.size(), 1U);
    QTRY_COMPARE(fixture.server->connectionCount(), 2);
    fixture.server->closeListeners();
    fixture.server->closeIdleConnections();
    QVERIFY(idle.waitForClose());
    fixture.handler.calls.front().responder.send(HttpResponse(200, "text/plain", "bye"));
    fixture.handler.calls.clear();
    const auto reply = busy.takeReply();
    QVERIFY(reply);
    QCOMPARE(reply->header("Connection"), QByteArray("close"));
    QVERIFY(busy.waitForClose());
    QVERIFY(!fixture.server->isListening());
    QTRY_COMPARE(fixture.server->connectionCount(), 0);
}

void tst_HttpConnection::closeAllConnections()
{
    HttpFixture fixture;
    QVERIFY(fixture.listen());
    GoneObserver observer;
    std::array<WireClient, 3> clients;
    for (WireClient &client : clients) {
        QVERIFY(client.connectTo(fixture.port));
        client.send(fixture.get("/"));
    }
    QTRY_COMPARE(fixture.handler.calls.size(), 3U);
    for (RecordingHandler::Call &call : fixture.handler.calls) {
        call.responder.setObserver(&observer);
    }
    fixture.server->closeAllConnections();
    QCOMPARE(observer.count, 3);
    QCOMPARE(fixture.server->connectionCount(), 0);
    for (WireClient &client : clients) {
        QVERIFY(client.waitForClose());
    }
}

void tst_HttpConnection::serverDiesFirst()
{
    HttpFixture fixture;
    QVERIFY(fixture.listen());
    GoneObserver observer;
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send(fixture.get("/"));
    QTRY_COMPARE(fixture.handler.calls.size(), 1U);
    fixture.handler.calls.front().responder.setObserver(&observer);
    fixture.server.reset();
    QCOMPARE(observer.count, 1);
    QVERIFY(!fixture.handler.calls.front().responder.isAlive());
    QVERIFY(client.waitForClose());
}

void tst_HttpConnection::headerInjection()
{
    HttpFixture fixture;
    fixture.handler.answer = [](HttpRequest &, HttpResponder &responder) {
        HttpResponse response(200, "text/plain", {});
        response.headers.append("X-Good", "yes");
        response.headers.append("X-Bad", "a\r\nSet-Cookie: evil=1");
        response.headers.append("X-Bad: y\r\nZ", "a");
        response.headers.append("X-Nul", QByteArray("a\0b", 3));
        responder.send(std::move(response));
    };
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send(fixture.get("/"));
    const auto reply = client.takeReply();
    QVERIFY(reply);
    QCOMPARE(reply->head,
        QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-Good: yes\r\n"
                   "Content-Length: 0\r\n"));
}

void tst_HttpConnection::guardComesFirst()
{
    HttpFixture fixture;
    QByteArray refused;
    fixture.server->setRefusalHook([&refused](const HttpRequest &request, GuardVerdict verdict) {
        refused = request.headers.value("origin").toByteArray()
            + QByteArray::number(int(verdict == GuardVerdict::WrongOrigin));
    });
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    client.send("POST /socket.io/ HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.test\r\n"
                "Content-Length: 999999999\r\n\r\n");
    const auto reply = client.takeReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, 403);
    QCOMPARE(refused, QByteArray("http://evil.test1"));
    QCOMPARE(fixture.handler.count, 0);
}

void tst_HttpConnection::peerAndLocalAddress()
{
    HttpFixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port, QHostAddress(QHostAddress::LocalHost),
        QHostAddress(QStringLiteral("127.0.0.5"))));
    client.send(fixture.get("/a?b=%41+c"));
    QTRY_COMPARE(fixture.handler.calls.size(), 1U);
    const HttpRequest &request = fixture.handler.calls.front().request;
    QCOMPARE(request.peerAddress, QByteArray("127.0.0.5"));
    QVERIFY(request.peerPort != 0);
    QCOMPARE(request.localAddress, QByteArray("127.0.0.1"));
    QCOMPARE(request.localPort, fixture.port);
    QCOMPARE(request.path(), QByteArrayView("/a"));
    QCOMPARE(queryValue(request.query(), "b"), QByteArray("A c"));
    QVERIFY(!request.secure);
}

void tst_HttpConnection::connectionLimit()
{
    HttpFixture fixture;
    fixture.config.limits.connections = 2;
    fixture.handler.answer = answerWithTarget;
    QVERIFY(fixture.listen());
    std::array<WireClient, 2> clients;
    for (WireClient &client : clients) {
        QVERIFY(client.connectTo(fixture.port));
    }
    QTRY_COMPARE(fixture.server->connectionCount(), 2);
    WireClient third;
    QVERIFY(third.connectTo(fixture.port));
    const auto refused = third.takeReply();
    QVERIFY(refused);
    QCOMPARE(refused->status, 503);
    QVERIFY(third.waitForClose());
    QCOMPARE(fixture.counted(Counter::ConnectionsRefused), 1U);
    clients[0].reset();
    QTRY_COMPARE(fixture.server->connectionCount(), 1);
    WireClient fourth;
    QVERIFY(fourth.connectTo(fixture.port));
    fourth.send(fixture.get("/"));
    const auto served = fourth.takeReply();
    QVERIFY(served);
    QCOMPARE(served->status, 200);
}

void tst_HttpConnection::connectionLimitPerAddress()
{
    HttpFixture fixture;
    fixture.config.limits.connectionsPerAddress = 1;
    QVERIFY(fixture.listen());
    const QHostAddress host(QHostAddress::LocalHost);
    WireClient first;
    QVERIFY(first.connectTo(fixture.port, host, QHostAddress(QStringLiteral("127.0.0.6"))));
    QTRY_COMPARE(fixture.server->connectionCount(), 1);
    WireClient second;
    QVERIFY(second.connectTo(fixture.port, host, QHostAddress(QStringLiteral("127.0.0.6"))));
    const auto refused = second.takeReply();
    QVERIFY(refused);
    QCOMPARE(refused->status, 503);
    WireClient elsewhere;
    QVERIFY(elsewhere.connectTo(fixture.port, host, QHostAddress(QStringLiteral("127.0.0.7"))));
    QTRY_COMPARE(fixture.server->connectionCount(), 2);
}

void tst_HttpConnection::everyPrefixThenReset()
{
    HttpFixture fixture;
    fixture.handler.answer = answerWithTarget;
    QVERIFY(fixture.listen());
    const QByteArray whole = "POST /a HTTP/1.1\r\nHost: localhost\r\n"
                             "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n";
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        WireClient client;
        QVERIFY(client.connectTo(fixture.port));
        client.send(whole.first(size));
        if (size % 2 == 0) {
            client.finish();
        } else {
            client.reset();
        }
        QVERIFY(client.waitForClose());
    }
    QTRY_COMPARE(fixture.server->connectionCount(), 0);
    QTRY_COMPARE(fixture.reactor->connections().count(), 0);
}

QTEST_GUILESS_MAIN(tst_HttpConnection)

#include "tst_httpconnection.moc"
