// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/tcplistener.h"
#include "net/websocket.h"
#include "shared/httpfixture.h"
#include "shared/wireclient.h"

#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Switchboard;
using namespace Switchboard::Net;
using namespace Switchboard::Testing;

namespace {

/** Takes every descriptor the process may still have, and gives them back at the end. */
class DescriptorHog
{
public:
    DescriptorHog()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit few = m_before;
        few.rlim_cur = 128;
        ::setrlimit(RLIMIT_NOFILE, &few);
        for (int taken = ::open("/dev/null", O_RDONLY | O_CLOEXEC); taken >= 0;
             taken = ::open("/dev/null", O_RDONLY | O_CLOEXEC)) {
            m_taken.push_back(taken);
        }
    }

    ~DescriptorHog()
    {
        release(int(m_taken.size()));
        ::setrlimit(RLIMIT_NOFILE, &m_before);
    }

    void release(int count)
    {
        for (; count > 0 && !m_taken.empty(); --count) {
            ::close(m_taken.back());
            m_taken.pop_back();
        }
    }

private:
    rlimit m_before{};
    std::vector<int> m_taken;
};

} // namespace

class tst_TcpListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void portTaken();
    void addressUnknown();
    void portDenied();
    void severalListeners();
    void outOfDescriptors_data();
    void outOfDescriptors();
    void portIsFreeAtOnce();
};

void tst_TcpListener::portTaken()
{
    HttpFixture fixture;
    QVERIFY(fixture.listen());
    HttpFixture second;
    const auto result = second.server->listen(QHostAddress(QHostAddress::LocalHost), fixture.port);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, ListenFailure::Reason::PortTaken);
    QVERIFY(!result.error().detail.isEmpty());
    QVERIFY(!second.server->isListening());
}

void tst_TcpListener::addressUnknown()
{
    HttpFixture fixture;
    const auto result = fixture.server->listen(QHostAddress(QStringLiteral("203.0.113.7")), 0);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, ListenFailure::Reason::AddressUnknown);
}

void tst_TcpListener::portDenied()
{
    if (::geteuid() == 0) {
        QSKIP("the superuser may listen on any port");
    }
    HttpFixture fixture;
    const auto result = fixture.server->listen(QHostAddress(QHostAddress::LocalHost), 1);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, ListenFailure::Reason::Denied);
}

void tst_TcpListener::severalListeners()
{
    HttpFixture fixture;
    QVERIFY(fixture.listen());
    const QHostAddress other(QStringLiteral("127.0.0.9"));
    QVERIFY(fixture.server->listen(other, fixture.port));
    QCOMPARE(fixture.server->listening().size(), 2U);
    fixture.handler.answer = [](HttpRequest &request, HttpResponder &responder) {
        responder.send(HttpResponse(200, "text/plain", request.localAddress));
    };
    WireClient client;
    QVERIFY(client.connectTo(fixture.port, other));
    client.send("GET / HTTP/1.1\r\nHost: 127.0.0.9\r\n\r\n");
    const auto reply = client.takeReply();
    QVERIFY(reply);
    QCOMPARE(reply->body, QByteArray("127.0.0.9"));
    QVERIFY(fixture.server->closeListener(other));
    QVERIFY(!fixture.server->closeListener(other));
    WireClient late;
    QVERIFY(!late.connectTo(fixture.port, other));
    WireClient still;
    QVERIFY(still.connectTo(fixture.port));
}

void tst_TcpListener::outOfDescriptors_data()
{
    QTest::addColumn<int>("backend");
    QTest::newRow("epoll") << int(Reactor::Backend::Epoll);
    QTest::newRow("notifier") << int(Reactor::Backend::Notifier);
}

void tst_TcpListener::outOfDescriptors()
{
    // F7: QTcpServer would spin here; L53: who comes is told, and service returns by itself.
    QFETCH(int, backend);
    HttpFixture fixture{Reactor::Backend(backend)};
    fixture.handler.answer = [](HttpRequest &, HttpResponder &responder) {
        responder.send(HttpResponse(200, "text/plain", "ok"));
    };
    QVERIFY(fixture.listen());
    QTest::ignoreMessage(QtWarningMsg, "out of file descriptors; new connections are answered 503");
    DescriptorHog hog;
    hog.release(1); // for the client's own end
    WireClient refused;
    QVERIFY(refused.connectTo(fixture.port));
    const auto answer = refused.takeReply();
    QVERIFY(answer);
    QCOMPARE(answer->status, 503);
    QVERIFY(refused.waitForClose());
    QVERIFY(fixture.counted(Counter::AcceptFailed) >= 1);
    hog.release(20);
    WireClient served;
    QVERIFY(served.connectTo(fixture.port));
    served.send(fixture.get("/"));
    const auto reply = served.takeReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
}

void tst_TcpListener::portIsFreeAtOnce()
{
    HttpFixture fixture;
    QVERIFY(fixture.listen());
    WireClient client;
    QVERIFY(client.connectTo(fixture.port));
    QTRY_COMPARE(fixture.server->connectionCount(), 1);
    fixture.server->closeListeners();
    fixture.server->closeAllConnections();
    QVERIFY(fixture.server->listen(QHostAddress(QHostAddress::LocalHost), fixture.port));
}

QTEST_GUILESS_MAIN(tst_TcpListener)

#include "tst_tcplistener.moc"
