// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "../rawclient.h"
#include "engine/enginehost.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QtTest>

using namespace Switchboard;
using namespace Switchboard::App;
using namespace std::chrono_literals;

namespace {

LaunchOptions onAnyPort()
{
    LaunchOptions options;
    options.config.port = 0;
    options.portChosen = true;
    return options;
}

EmitRequest request(const QByteArray &event, const QByteArrayList &arguments)
{
    EmitRequest request;
    request.event = event;
    request.arguments = arguments;
    return request;
}

} // namespace

class tst_EngineHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void startsAndStops();
    void startsAgainAfterStopUnderWay();
    void takesNextPortUnlessOneWasChosen();
    void reportsChosenPortTaken();
    void reportsWhatPrepareRefused();
    void repliesOnThisThread();
    void forgetsRepliesToTheDead();
    void dropsCommandsWithoutServer();
    void listsClientsOnlyWhileWatched();
    void emitsDigitsAsTyped();
    void streamsAnswers();
    void tellsWhoDidNotAnswer();
    void disconnectsClient();

private:
    bool run();
    bool join(RawClient &client);

    std::unique_ptr<EngineHost> m_host;
};

void tst_EngineHost::init()
{
    m_host = std::make_unique<EngineHost>();
}

void tst_EngineHost::cleanup()
{
    m_host.reset();
}

bool tst_EngineHost::run()
{
    m_host->start(onAnyPort());
    return QTest::qWaitFor([this] { return m_host->state() == ServerState::Running; });
}

bool tst_EngineHost::join(RawClient &client)
{
    client.open(m_host->port());
    return QTest::qWaitFor([&] { return client.hasJoined(); });
}

void tst_EngineHost::startsAndStops()
{
    QList<ServerState> states;
    connect(m_host.get(), &EngineHost::stateChanged, this, [&] { states.append(m_host->state()); });
    QVERIFY(run());
    QVERIFY(m_host->port() != 0);
    RawClient client;
    QVERIFY(join(client));
    m_host->stop();
    QTRY_COMPARE(m_host->state(), ServerState::Stopped);
    QTRY_VERIFY(!client.isOpen());
    QCOMPARE(m_host->port(), 0);
    QCOMPARE(states,
        (QList{ServerState::Starting, ServerState::Running, ServerState::Stopping,
            ServerState::Stopped}));
}

void tst_EngineHost::startsAgainAfterStopUnderWay()
{
    QVERIFY(run());
    m_host->stop();
    m_host->start(onAnyPort());
    QCOMPARE(m_host->state(), ServerState::Stopping);
    QTRY_COMPARE(m_host->state(), ServerState::Running);
    RawClient client;
    QVERIFY(join(client));
}

void tst_EngineHost::takesNextPortUnlessOneWasChosen()
{
    QTcpServer occupant;
    QVERIFY(occupant.listen(QHostAddress::LocalHost));
    LaunchOptions options;
    options.config.port = occupant.serverPort();
    m_host->start(options);
    QTRY_COMPARE(m_host->state(), ServerState::Running);
    QVERIFY(m_host->port() > occupant.serverPort());
    QVERIFY(m_host->port() <= occupant.serverPort() + 20);
    QVERIFY(m_host->portFallback());
    QCOMPARE(m_host->portFallback()->port, occupant.serverPort());
}

void tst_EngineHost::reportsChosenPortTaken()
{
    QTcpServer occupant;
    QVERIFY(occupant.listen(QHostAddress::LocalHost));
    LaunchOptions options;
    options.config.port = occupant.serverPort();
    options.portChosen = true;
    m_host->start(options);
    QTRY_COMPARE(m_host->state(), ServerState::PortTaken);
    QVERIFY(m_host->startProblem().contains(QString::number(occupant.serverPort())));
    occupant.close();
    m_host->start(options);
    QTRY_COMPARE(m_host->state(), ServerState::Running);
    QCOMPARE(m_host->startProblem(), QString());
}

void tst_EngineHost::reportsWhatPrepareRefused()
{
    LaunchOptions options = onAnyPort();
    options.prepare = [](Server &) { return std::optional(QStringLiteral("No such file.")); };
    m_host->start(options);
    QTRY_COMPARE(m_host->state(), ServerState::Failed);
    QCOMPARE(m_host->startProblem(), QStringLiteral("No such file."));
}

void tst_EngineHost::repliesOnThisThread()
{
    QVERIFY(run());
    QThread *asked = nullptr;
    QThread *replied = nullptr;
    int port = 0;
    m_host->request(
        this,
        [&asked](Server &server) {
            asked = QThread::currentThread();
            return int(server.port());
        },
        [&](int value) {
            replied = QThread::currentThread();
            port = value;
        });
    QTRY_COMPARE(port, m_host->port());
    QVERIFY(asked != QThread::currentThread());
    QCOMPARE(replied, QThread::currentThread());
}

void tst_EngineHost::forgetsRepliesToTheDead()
{
    QVERIFY(run());
    bool isTold = false;
    bool isPast = false;
    auto context = std::make_unique<QObject>();
    m_host->request(
        context.get(), [](Server &) { return 1; }, [&](int) { isTold = true; });
    context.reset();
    m_host->request(
        this, [](Server &) { return 2; }, [&](int) { isPast = true; });
    QTRY_VERIFY(isPast);
    QVERIFY(!isTold);
}

void tst_EngineHost::dropsCommandsWithoutServer()
{
    std::atomic<bool> isRun = false;
    m_host->post([&](Server &) { isRun = true; });
    QVERIFY(run());
    bool isPast = false;
    m_host->request(
        this, [](Server &) { return 0; }, [&](int) { isPast = true; });
    QTRY_VERIFY(isPast);
    QVERIFY(!isRun);
}

void tst_EngineHost::listsClientsOnlyWhileWatched()
{
    QVERIFY(run());
    RawClient client;
    QVERIFY(join(client));
    QSignalSpy snapshots(m_host.get(), &EngineHost::snapshotTaken);
    QSignalSpy lists(m_host.get(), &EngineHost::clientsTaken);
    QTRY_COMPARE(m_host->snapshot().clients, 1);
    QCOMPARE(lists.size(), 0);
    m_host->watchClients();
    QTRY_VERIFY(!lists.isEmpty());
    const auto clients = lists.last().first().value<QList<ClientInfo>>();
    QCOMPARE(clients.size(), 1);
    QCOMPARE(clients.first().memberships.size(), 1);
    m_host->unwatchClients();
    const qsizetype before = snapshots.size();
    lists.clear();
    QTRY_VERIFY(snapshots.size() > before + 1);
    QVERIFY(lists.size() <= 1); // one may have been on its way
}

void tst_EngineHost::emitsDigitsAsTyped()
{
    QVERIFY(run());
    RawClient client;
    QVERIFY(join(client));
    int reached = -1;
    m_host->emitEvents(
        [](const Server &) {
            return QList{request("order", {R"({"id":90071992547409931234567890,"f":1.00})"})};
        },
        this, [&](int clients) { reached = clients; });
    QTRY_COMPARE(reached, 1);
    QTRY_COMPARE(
        client.last(), QStringLiteral(R"(42["order",{"id":90071992547409931234567890,"f":1.00}])"));
}

void tst_EngineHost::streamsAnswers()
{
    QVERIFY(run());
    RawClient client;
    QVERIFY(join(client));
    QList<AckAnswer> answers;
    m_host->emitEvents(
        [](const Server &) {
            EmitRequest asking = request("ask", {});
            asking.ackTimeout = 5s;
            return QList{asking};
        },
        this, {}, [&](const QList<AckAnswer> &batch) { answers += batch; });
    QTRY_VERIFY(client.last().startsWith(u"42"));
    const QString id = client.last().mid(2, client.last().indexOf(u'[') - 2);
    QVERIFY(!id.isEmpty());
    client.send(u"43" + id + uR"([{"ok":true},7])");
    QTRY_COMPARE(answers.size(), 1);
    QVERIFY(answers.first().answered);
    QCOMPARE(answers.first().payload, QByteArray(R"({"ok":true},7)"));
}

void tst_EngineHost::tellsWhoDidNotAnswer()
{
    QVERIFY(run());
    RawClient client;
    QVERIFY(join(client));
    QList<AckAnswer> answers;
    m_host->emitEvents(
        [](const Server &) {
            EmitRequest asking = request("ask", {});
            asking.ackTimeout = 100ms;
            return QList{asking};
        },
        this, {}, [&](const QList<AckAnswer> &batch) { answers += batch; });
    QTRY_COMPARE(answers.size(), 1);
    QVERIFY(!answers.first().answered);
}

void tst_EngineHost::disconnectsClient()
{
    QVERIFY(run());
    RawClient client;
    QVERIFY(join(client));
    bool isKnown = false;
    m_host->request(
        this,
        [](Server &server) { return server.disconnectClient(server.clients().first().serial); },
        [&](bool known) { isKnown = known; });
    QTRY_VERIFY(isKnown);
    QTRY_VERIFY(!client.isOpen());
}

QTEST_GUILESS_MAIN(tst_EngineHost)
#include "tst_enginehost.moc"
