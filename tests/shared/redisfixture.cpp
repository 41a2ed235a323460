// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shared/redisfixture.h"

#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

namespace Switchboard::Test {

namespace {

const QString program = QStringLiteral("redis-server");

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16(0);
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!socket.waitForConnected(200)) {
        return false;
    }
    socket.write("PING\r\n");
    return socket.waitForReadyRead(500);
}

} // namespace

bool RedisFixture::isInstalled()
{
    return !QStandardPaths::findExecutable(program).isEmpty()
        && !QStandardPaths::findExecutable(QStringLiteral("redis-cli")).isEmpty();
}

RedisFixture::~RedisFixture()
{
    kill();
}

bool RedisFixture::start(const QStringList &options)
{
    if (m_port == 0) {
        m_port = freePort();
    }
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(program,
        QStringList{QStringLiteral("--port"), QString::number(m_port), QStringLiteral("--bind"),
            QStringLiteral("127.0.0.1"), QStringLiteral("--save"), QString(),
            QStringLiteral("--unixsocket"), socketPath()}
            + options);
    if (!m_process.waitForStarted()) {
        return false;
    }
    return QTest::qWaitFor([this] { return answers(m_port); }, 5'000);
}

void RedisFixture::kill()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void RedisFixture::freeze()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void RedisFixture::thaw()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

Redis::Url RedisFixture::url() const
{
    Redis::Url url;
    url.port = m_port;
    return url;
}

QString RedisFixture::cli(const QStringList &words) const
{
    QProcess process;
    process.start(QStringLiteral("redis-cli"),
        QStringList{QStringLiteral("-p"), QString::number(m_port)} + words);
    process.waitForFinished(5'000);
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace Switchboard::Test
