// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/managedserver.h"
#include "shared/redisfixture.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace Switchboard;
using namespace Switchboard::Redis;
using namespace Qt::StringLiterals;

namespace {

/** Two neighbouring ports of which nobody uses either; the system gives them out at random. */
quint16 freePair()
{
    for (int attempt = 0; attempt < 100; ++attempt) {
        QTcpServer first;
        QTcpServer second;
        if (first.listen(QHostAddress::LocalHost) && first.serverPort() < 65'000
            && second.listen(
                QHostAddress::LocalHost, static_cast<quint16>(first.serverPort() + 1))) {
            return first.serverPort();
        }
    }
    return 0;
}

ManagedServerOptions options(quint16 port)
{
    ManagedServerOptions options;
    options.firstPort = port;
    options.ports = 2;
    options.probeTime = std::chrono::milliseconds(300);
    return options;
}

bool isAlive(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

} // namespace

class tst_ManagedServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        if (!Test::RedisFixture::isInstalled()) {
            QSKIP("redis-server is not installed");
        }
    }

    void usesTheOneThatIsThere()
    {
        Test::RedisFixture redis;
        QVERIFY(redis.start({u"--requirepass"_s, u"pw"_s}));
        ManagedServer server(options(redis.port()));
        server.start();
        QTRY_COMPARE(server.state(), ManagedServer::State::Found);
        QCOMPARE(server.url().port, redis.port());
        QCOMPARE(server.processId(), 0);
        server.stop();
        QVERIFY(redis.cli({u"-a"_s, u"pw"_s, u"PING"_s}).contains(u"PONG"_s));
    }

    void startsOneOfItsOwn()
    {
        const auto port = freePair();
        qint64 pid = 0;
        {
            ManagedServer server(options(port));
            server.start();
            QTRY_COMPARE(server.state(), ManagedServer::State::Running);
            QCOMPARE(server.url().port, port);
            pid = server.processId();
            QVERIFY(isAlive(pid));
            server.stop();
            QVERIFY(!isAlive(pid));
            QCOMPARE(server.state(), ManagedServer::State::Stopped);
            server.start();
            QTRY_COMPARE(server.state(), ManagedServer::State::Running);
            pid = server.processId();
        }
        QVERIFY(!isAlive(pid));
    }

    void takesTheNextPortWhenSomethingElseListens()
    {
        const auto port = freePair();
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, port));
        ManagedServer server(options(port));
        server.start();
        QTRY_COMPARE(server.state(), ManagedServer::State::Running);
        QCOMPARE(server.url().port, port + 1);
    }

    void startsAgainWhenTheChildDies()
    {
        ManagedServer server(options(freePair()));
        server.start();
        QTRY_COMPARE(server.state(), ManagedServer::State::Running);
        const auto pid = server.processId();
        const auto port = server.url().port;
        ::kill(static_cast<pid_t>(pid), SIGKILL);
        QTRY_COMPARE(server.state(), ManagedServer::State::Failed);
        QTRY_COMPARE(server.state(), ManagedServer::State::Running);
        QVERIFY(server.processId() != pid);
        QCOMPARE(server.url().port, port);
    }

    void saysWhatToDoWithoutAProgram()
    {
        auto none = options(freePair());
        none.programs = QStringList{u"no-such-program-here"_s};
        ManagedServer server(none);
        server.start();
        QTRY_COMPARE(server.state(), ManagedServer::State::Missing);
        QVERIFY(server.sentence().contains(u"apt install redis-server"_s));
    }

    void keepsTryingWithAProgramThatIsNoServer()
    {
        auto wrong = options(freePair());
        wrong.programs = QStringList{u"true"_s};
        ManagedServer server(wrong);
        int failures = 0;
        connect(&server, &ManagedServer::stateChanged, &server,
            [&] { failures += server.state() == ManagedServer::State::Failed ? 1 : 0; });
        server.start();
        QTRY_VERIFY(failures >= 3);
        server.stop();
        QCOMPARE(server.state(), ManagedServer::State::Stopped);
    }

    /** The kernel ends the child of a program that is killed. */
    void childDiesWithACrash()
    {
        QProcess program;
        program.start(
            QCoreApplication::applicationFilePath(), {u"--hold"_s, QString::number(freePair())});
        QTRY_VERIFY(program.canReadLine());
        const auto child = program.readLine().trimmed().toLongLong();
        QVERIFY(isAlive(child));
        program.kill();
        QVERIFY(program.waitForFinished());
        QTRY_VERIFY(!isAlive(child));
    }
};

/** With --hold: runs a server, prints its process id and waits to be killed. */
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--hold"_s) {
        ManagedServer server(options(arguments.value(2).toUShort()));
        QObject::connect(&server, &ManagedServer::stateChanged, &server, [&] {
            if (server.state() == ManagedServer::State::Running) {
                std::printf("%lld\n", server.processId());
                std::fflush(stdout);
            }
        });
        server.start();
        return QCoreApplication::exec();
    }
    tst_ManagedServer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_managedserver.moc"
