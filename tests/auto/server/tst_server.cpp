// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "server.h"

#include "shared/wireclient.h"
#include "socketio/server.h"

#include <QHostAddress>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Switchboard;
using namespace std::chrono_literals;
using Testing::WireClient;

namespace {

ServerConfig anyPort()
{
    ServerConfig config;
    config.port = 0;
    return config;
}

EmitRequest request(const QByteArray &event, const QByteArrayList &arguments = {})
{
    EmitRequest made;
    made.event = event;
    made.arguments = arguments;
    return made;
}

EmitRequest question(const QByteArray &event, std::chrono::milliseconds ackTimeout)
{
    EmitRequest made = request(event);
    made.ackTimeout = ackTimeout;
    return made;
}

/** Whether somebody listens there; unlike WireClient it learns of a refusal at once. */
bool accepts(const QString &address, quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(address, port);
    return socket.waitForConnected(5'000);
}

/** A Socket.IO client made of nothing but text: joined to one namespace over WebSocket. */
class Client
{
public:
    /** Empty when the namespace was not joined. */
    QByteArray join(quint16 port, const QByteArray &nsp = "/", const QByteArray &auth = {})
    {
        const QByteArray prefix = nsp == "/" ? QByteArray() : nsp + ',';
        if (!m_wire.connectTo(port)
            || !m_wire.upgrade("/socket.io/?EIO=4&transport=websocket", port)) {
            return {};
        }
        const QByteArray open = next();
        send("40" + prefix + auth);
        const QByteArray answer = next();
        return open.startsWith('0') && answer.startsWith("40") ? answer : QByteArray();
    }

    void send(const QByteArray &text) { m_wire.sendFrame(1, text); }

    /** The next message, or an empty one when none comes. */
    QByteArray next()
    {
        const auto frame = m_wire.takeFrame();
        return frame && frame->opcode <= 2 ? frame->payload : QByteArray();
    }

    WireClient &wire() { return m_wire; }

private:
    WireClient m_wire;
};

} // namespace

class tst_Server : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listensOnBothLoopbackAddresses();
    void takenPortIsNamed();
    void takenIpv6IsAProblemAndNoFailure();
    void addressThatIsNotHere();
    void sentences_data();
    void sentences();
    void emitsToEveryoneAndTells();
    void emitTargets_data();
    void emitTargets();
    void acksComeOneByOne();
    void ackThatNeverComes();
    void binaryArguments();
    void joinsLeavesDisconnects();
    void describesClients();
    void describesNamespaces();
    void countsInTheSnapshot();
    void sharingAddsAndRemovesListeners();
    void sharingAnUnknownAddressFails();
    void problems_data();
    void problems();
    void protocolProblems_data();
    void protocolProblems();
    void pingTimeoutIsAProblem();
    void allowOriginTakesEffect();
    void reactionsOpenTheirNamespaces();
    void brokenReactionsSayWhere();
    void folderNames_data();
    void folderNames();
    void stopTellsClients();
    void stopEndsWithoutThem();
    void destroyedWithClients();
};

void tst_Server::listensOnBothLoopbackAddresses()
{
    Server server(anyPort());
    QVERIFY(!server.isListening());
    const auto port = server.start();
    QVERIFY(port.ok());
    QCOMPARE(server.port(), *port);
    QVERIFY(server.isListening());
    WireClient four;
    QVERIFY(four.connectTo(*port));
    WireClient six;
    if (!QTcpServer().listen(QHostAddress::LocalHostIPv6)) {
        QSKIP("This machine has no IPv6.");
    }
    QVERIFY(six.connectTo(*port, QHostAddress(QHostAddress::LocalHostIPv6)));
}

void tst_Server::takenPortIsNamed()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ServerConfig config;
    config.port = other.serverPort();
    Server server(config);
    const auto port = server.start();
    QVERIFY(!port.ok());
    QCOMPARE(port.error().reason, ListenError::Reason::PortTaken);
    QCOMPARE(port.error().port, config.port);
    const QString process = QString::number(QCoreApplication::applicationPid());
    QVERIFY(port.error().sentence().contains(process));
    QVERIFY(!server.isListening());
}

void tst_Server::takenIpv6IsAProblemAndNoFailure()
{
    QTcpServer other;
    if (!other.listen(QHostAddress::LocalHostIPv6)) {
        QSKIP("This machine has no IPv6.");
    }
    ServerConfig config;
    config.port = other.serverPort();
    Server server(config);
    QSignalSpy problems(&server, &Server::problem);
    QVERIFY(server.start().ok());
    QCOMPARE(problems.count(), 1);
    QCOMPARE(problems.first().first().toString(), QStringLiteral("localhost-taken"));
}

void tst_Server::addressThatIsNotHere()
{
    for (const char *host : {"192.0.2.1", "not an address", ""}) {
        ServerConfig config = anyPort();
        config.host = QLatin1StringView(host);
        Server server(config);
        const auto port = server.start();
        QVERIFY(!port.ok());
        QCOMPARE(port.error().reason, ListenError::Reason::AddressUnknown);
    }
}

void tst_Server::sentences_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("sentence");

    using Reason = ListenError::Reason;
    QTest::newRow("taken") << int(Reason::PortTaken)
                           << QStringLiteral("Port 80 is used by another program (node, process 7)."
                                             " Stop it, or choose another port.");
    QTest::newRow("denied") << int(Reason::PortDenied)
                            << QStringLiteral("Port 80 needs administrator rights."
                                              " Ports from 1024 do not.");
    QTest::newRow("unknown") << int(Reason::AddressUnknown)
                             << QStringLiteral("The address 10.0.0.9 is not on this computer."
                                               " Choose another address.");
    QTest::newRow("other") << int(Reason::Other)
                           << QStringLiteral(
                                  "Listening on 10.0.0.9, port 80, failed: node, process 7.");
}

void tst_Server::sentences()
{
    QFETCH(int, reason);
    QFETCH(QString, sentence);
    const ListenError error{ListenError::Reason(reason), QStringLiteral("10.0.0.9"), 80,
        QStringLiteral("node, process 7")};
    QCOMPARE(error.sentence(), sentence);
}

void tst_Server::emitsToEveryoneAndTells()
{
    Server server(anyPort());
    const auto port = server.start();
    Client a;
    Client b;
    QVERIFY(!a.join(*port).isEmpty() && !b.join(*port).isEmpty());
    // Every digit, the order of keys and duplicates reach the client.
    const QByteArray argument = R"({"b":12345678901234567890,"a":1.50,"a":2})";
    const auto reached = server.emitEvent(request("news", {argument, "null"}));
    QCOMPARE(reached.size(), 2);
    for (Client *client : {&a, &b}) {
        QCOMPARE(client->next(), "42[\"news\"," + argument + ",null]");
    }
}

void tst_Server::emitTargets_data()
{
    QTest::addColumn<QByteArrayList>("rooms");
    QTest::addColumn<QList<int>>("clients");
    QTest::addColumn<QByteArrayList>("exceptRooms");
    QTest::addColumn<QList<int>>("exceptClients");
    QTest::addColumn<QList<int>>("reached");

    // Clients 1 and 2 are in "red", 2 and 3 in "blue"; 99 has left.
    const auto row = [](const char *name, const QByteArrayList &rooms, const QList<int> &clients,
                         const QByteArrayList &exceptRooms, const QList<int> &exceptClients,
                         const QList<int> &reached) {
        QTest::newRow(name) << rooms << clients << exceptRooms << exceptClients << reached;
    };
    row("everyone", {}, {}, {}, {}, {1, 2, 3});
    row("a room", {"red"}, {}, {}, {}, {1, 2});
    row("two rooms, nobody twice", {"red", "blue"}, {}, {}, {}, {1, 2, 3});
    row("a client", {}, {3}, {}, {}, {3});
    row("a room and a client", {"red"}, {3}, {}, {}, {1, 2, 3});
    row("except a room", {}, {}, {"blue"}, {}, {1});
    row("except a client", {"red"}, {}, {}, {2}, {1});
    row("a room without members", {"green"}, {}, {}, {}, {});
    row("a client who has left means nobody", {}, {99}, {}, {}, {});
    row("one here, one left", {}, {1, 99}, {}, {}, {1});
}

void tst_Server::emitTargets()
{
    QFETCH(QByteArrayList, rooms);
    QFETCH(QList<int>, clients);
    QFETCH(QByteArrayList, exceptRooms);
    QFETCH(QList<int>, exceptClients);
    QFETCH(QList<int>, reached);
    Server server(anyPort());
    const auto port = server.start();
    std::array<Client, 3> all;
    for (Client &client : all) {
        QVERIFY(!client.join(*port).isEmpty());
    }
    for (const auto &[serial, room] :
        {std::pair(1U, "red"), {2U, "red"}, {2U, "blue"}, {3U, "blue"}}) {
        QVERIFY(server.joinRoom(serial, "/", room));
    }
    EmitTarget target;
    target.rooms = rooms;
    target.exceptRooms = exceptRooms;
    for (const int serial : clients) {
        target.clients.append(quint32(serial));
    }
    for (const int serial : exceptClients) {
        target.exceptClients.append(quint32(serial));
    }
    QCOMPARE(server.reach(target), int(reached.size()));
    EmitRequest hit = request("hit");
    hit.target = target;
    QList<quint32> serials = server.emitEvent(hit);
    std::sort(serials.begin(), serials.end());
    QCOMPARE(QList<int>(serials.begin(), serials.end()), reached);
    server.emitEvent(request("end"));
    for (int serial = 1; serial <= 3; ++serial) {
        Client &client = all[std::size_t(serial - 1)];
        if (reached.contains(serial)) {
            QCOMPARE(client.next(), "42[\"hit\"]");
        }
        QCOMPARE(client.next(), "42[\"end\"]");
    }
}

void tst_Server::acksComeOneByOne()
{
    Server server(anyPort());
    const auto port = server.start();
    Client a;
    Client b;
    QVERIFY(!a.join(*port).isEmpty() && !b.join(*port).isEmpty());
    QList<AckAnswer> answers;
    server.emitEvent(
        question("ask", 10s), [&answers](const AckAnswer &answer) { answers.append(answer); });
    for (Client *client : {&a, &b}) {
        const QByteArray asked = client->next();
        QVERIFY(asked.startsWith("42") && asked.endsWith("[\"ask\"]"));
        const QByteArray id = asked.sliced(2, asked.indexOf('[') - 2);
        client->send("43" + id + "[9007199254740993,\"yes\"]");
        QTRY_COMPARE(answers.size(), client == &a ? 1 : 2);
        QVERIFY(answers.last().answered);
        QCOMPARE(answers.last().payload, "9007199254740993,\"yes\"");
        QCOMPARE(answers.last().client, client == &a ? 1U : 2U);
    }
}

void tst_Server::ackThatNeverComes()
{
    Server server(anyPort());
    const auto port = server.start();
    Client client;
    QVERIFY(!client.join(*port).isEmpty());
    QList<AckAnswer> answers;
    server.emitEvent(
        question("ask", 20ms), [&answers](const AckAnswer &answer) { answers.append(answer); });
    QTRY_COMPARE(answers.size(), 1);
    QVERIFY(!answers.first().answered);
    QCOMPARE(answers.first().client, 1U);
}

void tst_Server::binaryArguments()
{
    Server server(anyPort());
    const auto port = server.start();
    Client client;
    QVERIFY(!client.join(*port).isEmpty());
    EmitRequest binary = request("bin", {R"({"_placeholder":true,"num":0})"});
    binary.attachments = {QByteArray("\0\1\2", 3)};
    server.emitEvent(binary);
    QCOMPARE(client.next(), R"(451-["bin",{"_placeholder":true,"num":0}])");
    QCOMPARE(client.next(), QByteArray("\0\1\2", 3));
}

void tst_Server::joinsLeavesDisconnects()
{
    Server server(anyPort());
    server.io().of("/two");
    const auto port = server.start();
    Client client;
    QVERIFY(!client.join(*port).isEmpty());
    client.send("40/two,");
    QVERIFY(client.next().startsWith("40/two,"));

    QVERIFY(server.joinRoom(1, "/", "den"));
    QCOMPARE(server.clients().first().memberships.first().rooms, QByteArrayList{"den"});
    QVERIFY(server.leaveRoom(1, "/", "den"));
    QVERIFY(server.clients().first().memberships.first().rooms.isEmpty());
    QVERIFY(!server.joinRoom(1, "/nope", "den"));
    QVERIFY(!server.joinRoom(7, "/", "den"));
    QVERIFY(!server.leaveRoom(7, "/", "den"));

    QVERIFY(server.disconnectClient(1, "/two"));
    QCOMPARE(client.next(), "41/two,");
    QVERIFY(!server.disconnectClient(1, "/two"));
    QVERIFY(client.wire().isConnected());
    QVERIFY(server.disconnectClient(1));
    QCOMPARE(client.next(), "41");
    const auto close = client.wire().takeFrame();
    QVERIFY(close.has_value());
    QCOMPARE(close->closeCode(), 1005);
    client.wire().sendFrame(8, {});
    QVERIFY(client.wire().waitForClose());
    QVERIFY(!server.disconnectClient(1));
}

void tst_Server::describesClients()
{
    Server server(anyPort());
    const auto port = server.start();
    Client a;
    Client b;
    const QByteArray joined = a.join(*port, "/", R"({"name":"ada"})");
    QVERIFY(!joined.isEmpty() && !b.join(*port).isEmpty());
    const QList<ClientInfo> clients = server.clients();
    QCOMPARE(clients.size(), 2);
    const ClientInfo &first = clients.first();
    QCOMPARE(first.serial, 1U);
    QCOMPARE(first.sid.size(), 20);
    QCOMPARE(first.address, "127.0.0.1");
    QCOMPARE(first.target, "/socket.io/?EIO=4&transport=websocket");
    QCOMPARE(first.via, Traffic::Via::WebSocket);
    QVERIFY(!first.upgrading);
    QCOMPARE(first.messagesIn, 1U);
    QCOMPARE(first.messagesOut, 1U);
    QVERIFY(first.openedAt > 0 && first.lastActivity >= first.openedAt - 1'000'000);
    const auto isUpgrade = [](const auto &header) {
        return header.first.compare("upgrade", Qt::CaseInsensitive) == 0;
    };
    QVERIFY(std::any_of(first.headers.begin(), first.headers.end(), isUpgrade));
    QCOMPARE(first.memberships.size(), 1);
    const MembershipInfo &membership = first.memberships.first();
    QCOMPARE(membership.nsp, "/");
    QCOMPARE(membership.auth, R"({"name":"ada"})");
    QVERIFY(joined.contains(membership.socketId));
    QVERIFY(membership.socketId != first.sid);
    QCOMPARE(server.clients(1).size(), 1);
    QCOMPARE(server.clients(0).size(), 0);
    QCOMPARE(server.client(2)->sid, clients.last().sid);
    QCOMPARE(server.client(2)->memberships.size(), 1);
    QVERIFY(!server.client(3));
}

void tst_Server::describesNamespaces()
{
    Server server(anyPort());
    server.io().of("/empty");
    const auto port = server.start();
    Client client;
    QVERIFY(!client.join(*port).isEmpty());
    QVERIFY(server.joinRoom(1, "/", "den"));
    const QList<NamespaceInfo> namespaces = server.namespaces();
    QCOMPARE(namespaces.size(), 2);
    for (const NamespaceInfo &nsp : namespaces) {
        QCOMPARE(nsp.sockets, nsp.name == "/" ? 1 : 0);
        QCOMPARE(nsp.rooms.size(), nsp.name == "/" ? 1 : 0);
    }
}

void tst_Server::countsInTheSnapshot()
{
    Server server(anyPort());
    const auto port = server.start();
    Client client;
    QVERIFY(!client.join(*port).isEmpty());
    WireClient poller;
    QVERIFY(poller.connectTo(*port));
    poller.send("GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(poller.takeReply().has_value());
    client.send("42[\"hello\"]");
    QTRY_COMPARE(server.snapshot().totals.eventsIn, 1U);
    server.emitEvent(request("news"));
    const Snapshot snapshot = server.snapshot();
    QCOMPARE(snapshot.clients, 2);
    QCOMPARE(snapshot.webSocket, 1);
    QCOMPARE(snapshot.polling, 1);
    QCOMPARE(snapshot.totals.emits, 1U);
    QCOMPARE(snapshot.totals.eventsOut, 1U); // the poller joined no namespace
    QVERIFY(snapshot.totals.bytesIn > 0);
    QCOMPARE(snapshot.trafficDropped, 0U);
}

void tst_Server::sharingAddsAndRemovesListeners()
{
    // Any address of 127/8 can be listened on, and stands for one of the network here.
    const QString other = QStringLiteral("127.0.0.2");
    Server server(anyPort());
    const auto port = server.start();
    Client main;
    QVERIFY(!main.join(*port).isEmpty());
    QVERIFY(!accepts(other, *port));
    QCOMPARE(server.config().limits.connectionsPerAddress, 0);

    QVERIFY(server.setSharedAddresses({other}).ok());
    QVERIFY(server.setSharedAddresses({other}).ok()); // again changes nothing
    QCOMPARE(server.config().limits.connectionsPerAddress, Limits::lan().connectionsPerAddress);
    WireClient shared;
    QVERIFY(shared.connectTo(*port, QHostAddress(other)));
    const QByteArray get = "GET /demo/chat/ HTTP/1.1\r\nHost: 127.0.0.2\r\n\r\n";
    shared.send(get);
    const auto reply = shared.takeReply();
    QVERIFY(reply && reply->status == 200);

    QVERIFY(server.setSharedAddresses({}).ok());
    QCOMPARE(server.config().limits.connectionsPerAddress, 0);
    QVERIFY(!accepts(other, *port));
    shared.send(get); // a connection left over from before
    QVERIFY(shared.waitForClose());
    QVERIFY(shared.received().isEmpty());

    QVERIFY(main.wire().isConnected());
    server.emitEvent(request("still"));
    QCOMPARE(main.next(), "42[\"still\"]");
}

void tst_Server::sharingAnUnknownAddressFails()
{
    Server server(anyPort());
    QVERIFY(server.start().ok());
    const auto result
        = server.setSharedAddresses({QStringLiteral("192.0.2.1"), QStringLiteral("127.0.0.2")});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().reason, ListenError::Reason::AddressUnknown);
    QCOMPARE(result.error().host, QStringLiteral("192.0.2.1"));
    WireClient wire;
    QVERIFY(wire.connectTo(server.port(), QHostAddress(QStringLiteral("127.0.0.2"))));
}

void tst_Server::problems_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("arguments");

    const auto row = [](const char *name, const QByteArray &target, const QByteArray &headers,
                         const char *id, const QStringList &arguments) {
        QTest::newRow(name) << target << headers << QString::fromLatin1(id) << arguments;
    };
    const QByteArray ours = "Host: localhost\r\n";
    row("version 2 client", "/socket.io/?EIO=3&transport=polling", ours, "client-eio3",
        {QStringLiteral("127.0.0.1")});
    row("client of the future", "/socket.io/?EIO=5&transport=polling", ours, "client-newer",
        {QStringLiteral("5")});
    row("strange page", "/socket.io/?EIO=4&transport=polling", ours + "Origin: http://a.test\r\n",
        "cors", {QStringLiteral("http://a.test")});
    row("strange name", "/", "Host: a.test\r\n", "host", {QStringLiteral("a.test")});
    row("other path", "/ws/socket.io/?EIO=4&transport=polling", ours, "path",
        {QStringLiteral("/ws/socket.io/"), QStringLiteral("/socket.io")});
    row("large body", "/socket.io/?EIO=4&transport=polling&sid=x",
        ours + "Content-Length: 2000000\r\n", "too-large",
        {QStringLiteral("127.0.0.1"), QStringLiteral("2000000 bytes"),
            QStringLiteral("1000000 bytes")});
    row("missing page is none", "/favicon.ico", ours, "", {});
    row("version 4 client is none", "/socket.io/?EIO=4&transport=polling", ours, "", {});
}

void tst_Server::problems()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, headers);
    QFETCH(QString, id);
    QFETCH(QStringList, arguments);
    Server server(anyPort());
    QSignalSpy problems(&server, &Server::problem);
    const auto port = server.start();
    for (int i = 0; i < 3; ++i) {
        WireClient wire;
        QVERIFY(wire.connectTo(*port));
        wire.send("GET " + target + " HTTP/1.1\r\n" + headers + "\r\n");
        QVERIFY(wire.takeReply().has_value());
    }
    QCOMPARE(problems.count(), id.isEmpty() ? 0 : 1);
    if (!id.isEmpty()) {
        QCOMPARE(problems.first().at(0).toString(), id);
        QCOMPARE(problems.first().at(1).toStringList(), arguments);
    }
}

void tst_Server::protocolProblems_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("second");

    const auto row = [](const char *name, const QByteArray &message, const char *id,
                         const char *second) {
        QTest::newRow(name) << message << QString::fromLatin1(id) << QString::fromLatin1(second);
    };
    row("no namespace", "40/nope,", "no-namespace", "/nope");
    row("refused by a middleware", "40/closed,", "refused", "not today");
    row("too large", QByteArray(1'000'001, 'x'), "too-large", "more");
    row("joined twice", "40", "protocol", "joined twice");
}

void tst_Server::protocolProblems()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, id);
    QFETCH(QString, second);
    Server server(anyPort());
    server.io().of("/closed").use([](SocketIo::Socket &, const SocketIo::Next &next) {
        next({.message = "not today", .data = {}});
    });
    QSignalSpy problems(&server, &Server::problem);
    const auto port = server.start();
    Client client;
    QVERIFY(!client.join(*port).isEmpty());
    client.send(message);
    QTRY_COMPARE(problems.count(), 1);
    QCOMPARE(problems.first().at(0).toString(), id);
    const QStringList arguments = problems.first().at(1).toStringList();
    QCOMPARE(arguments.at(0), QStringLiteral("Client 1 (127.0.0.1)"));
    QCOMPARE(arguments.at(1), second);
}

void tst_Server::pingTimeoutIsAProblem()
{
    ServerConfig config = anyPort();
    config.pingInterval = 20ms;
    config.pingTimeout = 20ms;
    Server server(config);
    QSignalSpy problems(&server, &Server::problem);
    const auto port = server.start();
    Client client;
    QVERIFY(!client.join(*port).isEmpty());
    QTRY_COMPARE(problems.count(), 1);
    QCOMPARE(problems.first().at(0).toString(), QStringLiteral("ping-timeout"));
    QCOMPARE(problems.first().at(1).toStringList().at(1), QStringLiteral("0.04 s"));
}

void tst_Server::allowOriginTakesEffect()
{
    Server server(anyPort());
    const auto port = server.start();
    const QByteArray get = "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n"
                           "Host: localhost\r\nOrigin: http://a.test:8000\r\n\r\n";
    const auto ask = [&] {
        WireClient wire;
        if (!wire.connectTo(*port)) {
            return Testing::HttpReply();
        }
        wire.send(get);
        return wire.takeReply().value_or(Testing::HttpReply());
    };
    QCOMPARE(ask().status, 403);
    server.allowOrigin("http://a.test:8000");
    server.allowOrigin("http://a.test:8000");
    QCOMPARE(server.config().cors.origins.size(), 1);
    const auto reply = ask();
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.header("Access-Control-Allow-Origin"), "http://a.test:8000");
}

void tst_Server::reactionsOpenTheirNamespaces()
{
    Server server(anyPort());
    const auto count = server.setReactions(
        R"({"rules":[{"on":"hi","namespace":"/game","do":[{"ack":["{{args}}"]}]},
            {"on":"hi","namespace":"/pattern-*","do":[{"ack":[]}]}]})",
        QStringLiteral("game.json"));
    QVERIFY(count.ok());
    QCOMPARE(*count, 2);
    const auto port = server.start();
    Client client;
    QVERIFY(!client.join(*port, "/game").isEmpty());
    client.send("42/game,7[\"hi\",1.0]");
    QCOMPARE(client.next(), "43/game,7[1.0]");
    QVERIFY(Client().join(*port, "/pattern-1").isEmpty());
}

void tst_Server::brokenReactionsSayWhere()
{
    Server server(anyPort());
    const auto result = server.setReactions("{\n  \"rules\": 7\n}", QStringLiteral("game.json"));
    QVERIFY(!result.ok());
    QVERIFY2(
        result.error().startsWith(QStringLiteral("game.json: line 2")), qPrintable(result.error()));
}

void tst_Server::folderNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("accepted");

    QTest::newRow("plain") << QStringLiteral("shop") << true;
    QTest::newRow("all signs") << QStringLiteral("My-shop_2.0") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("dots") << QStringLiteral("..") << false;
    QTest::newRow("slash") << QStringLiteral("a/b") << false;
    QTest::newRow("space") << QStringLiteral("a b") << false;
    QTest::newRow("markup") << QStringLiteral("<b>") << false;
    QTest::newRow("other alphabet") << QStringLiteral("ж") << false;
    QTest::newRow("65 letters") << QString(65, u'a') << false;
}

void tst_Server::folderNames()
{
    QFETCH(QString, name);
    QFETCH(bool, accepted);
    const QTemporaryDir folder;
    Server server(anyPort());
    QCOMPARE(server.addFolder(name, folder.path()).ok(), accepted);
    QVERIFY(!server.addFolder(name, folder.filePath(QStringLiteral("nope"))).ok());
}

void tst_Server::stopTellsClients()
{
    Server server(anyPort());
    const auto port = server.start();
    Client client;
    QVERIFY(!client.join(*port).isEmpty());
    QSignalSpy stopped(&server, &Server::stopped);
    server.stop();
    server.stop(); // twice is once
    QVERIFY(!server.isListening());
    const auto frame = client.wire().takeFrame();
    QVERIFY(frame.has_value());
    QCOMPARE(frame->closeCode(), 1001);
    client.wire().sendFrame(8, frame->payload);
    QTRY_COMPARE(stopped.count(), 1);
}

void tst_Server::stopEndsWithoutThem()
{
    ServerConfig config = anyPort();
    Server server(config);
    const auto port = server.start();
    WireClient slow;
    QVERIFY(slow.connectTo(*port));
    slow.send("POST /socket.io/?EIO=4 HTTP/1.1\r\nHost: localhost\r\nContent-Le");
    QSignalSpy stopped(&server, &Server::stopped);
    server.stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, 6'000);
}

void tst_Server::destroyedWithClients()
{
    Client client;
    WireClient poller;
    {
        Server server(anyPort());
        const auto port = server.start();
        QVERIFY(!client.join(*port).isEmpty());
        QVERIFY(poller.connectTo(*port));
        poller.send("GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const auto open = poller.takeReply();
        QVERIFY(open.has_value());
        const QByteArray sid = open->body.sliced(open->body.indexOf("sid\":\"") + 6, 20);
        poller.send("GET /socket.io/?EIO=4&transport=polling&sid=" + sid
            + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTRY_COMPARE(server.snapshot().polling, 1);
        server.emitEvent(request("unsent"));
    }
    QVERIFY(client.wire().waitForClose());
    QVERIFY(poller.waitForClose());
}

QTEST_GUILESS_MAIN(tst_Server)
#include "tst_server.moc"
