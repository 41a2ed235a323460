// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/managedserver.h"

#include "core/logging.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTcpServer>

#include <optional>

#ifdef Q_OS_LINUX
#include <csignal>

#include <sys/prctl.h>
#include <unistd.h>
#endif

namespace Switchboard::Redis {

namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::milliseconds askAgain{50};

QString findProgram(const QStringList &names)
{
    for (const QString &name : names) {
        const auto path = QStandardPaths::findExecutable(name);
        if (!path.isEmpty()) {
            return path;
        }
    }
    return {};
}

std::optional<quint16> freePort(quint16 first, int count)
{
    for (int port = first; port < first + count && port <= 65'535; ++port) {
        QTcpServer attempt;
        if (attempt.listen(QHostAddress::LocalHost, static_cast<quint16>(port))) {
            return static_cast<quint16>(port);
        }
    }
    return {};
}

/** Runs in the child before it becomes redis-server: only calls that are safe after fork. */
void dieWithParent([[maybe_unused]] qint64 parent)
{
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != static_cast<pid_t>(parent)) {
        ::_exit(1); // it died before we asked
    }
    // Ctrl+C in a terminal is for us; we end the child in our own time.
    ::setpgid(0, 0);
#endif
}

} // namespace

ManagedServer::ManagedServer(ManagedServerOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_backoff(Limits())
{
    m_again.setSingleShot(true);
    m_startTimer.setSingleShot(true);
    connect(&m_probe, &ServerProbe::answered, this, &ManagedServer::probeAnswered);
    connect(
        &m_startTimer, &QTimer::timeout, this, [this] { failed(u"it did not answer in time"_s); });
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_state == State::Starting) {
            m_probe.ask(m_port, m_options.probeTime);
        } else {
            launch();
        }
    });
}

ManagedServer::~ManagedServer()
{
    endChild();
}

void ManagedServer::start()
{
    if (m_state != State::Stopped && m_state != State::Missing) {
        return;
    }
    m_backoff.reset();
    m_port = m_options.firstPort;
    setState(State::Looking);
    m_probe.ask(m_port, m_options.probeTime);
}

void ManagedServer::stop()
{
    m_probe.stop();
    m_again.stop();
    m_startTimer.stop();
    endChild();
    setState(State::Stopped);
}

Url ManagedServer::url() const
{
    Q_ASSERT(m_state == State::Found || m_state == State::Running);
    Url url;
    url.port = m_port;
    return url;
}

void ManagedServer::probeAnswered(bool isRedis)
{
    if (m_state == State::Looking) {
        if (isRedis) {
            setState(State::Found);
        } else {
            launch();
        }
    } else if (m_state == State::Starting) {
        if (isRedis) {
            m_startTimer.stop();
            setState(State::Running);
        } else {
            m_again.start(askAgain);
        }
    }
}

void ManagedServer::launch()
{
    const auto program = findProgram(m_options.programs);
    if (program.isEmpty()) {
        setState(State::Missing);
        return;
    }
    // Clients know the port of last time: it goes first.
    auto port = freePort(m_port, 1);
    if (!port) {
        port = freePort(m_options.firstPort, m_options.ports);
    }
    m_folder = std::make_unique<QTemporaryDir>();
    if (!port || !m_folder->isValid()) {
        failed(port ? m_folder->errorString() : u"no port is free"_s);
        return;
    }
    m_port = *port;
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(program);
    m_process->setArguments({u"--port"_s, QString::number(m_port), u"--bind"_s, u"127.0.0.1"_s,
        u"--save"_s, QString(), u"--appendonly"_s, u"no"_s, u"--daemonize"_s, u"no"_s, u"--dir"_s,
        m_folder->path(), u"--logfile"_s, QString()});
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setStandardOutputFile(QProcess::nullDevice());
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->setChildProcessModifier(
        [parent = QCoreApplication::applicationPid()] { dieWithParent(parent); });
    connect(m_process.get(), &QProcess::finished, this, &ManagedServer::exited);
    setState(State::Starting);
    m_startTimer.start(m_options.startTime);
    m_process->start();
    m_again.start(askAgain);
}

void ManagedServer::exited()
{
    if (m_state == State::Starting || m_state == State::Running) {
        failed(u"it ended with code %1"_s.arg(m_process->exitCode()));
    }
}

void ManagedServer::failed(const QString &detail)
{
    m_probe.stop();
    m_startTimer.stop();
    endChild();
    m_again.start(m_backoff.next(QRandomGenerator::global()->generateDouble()));
    setState(State::Failed, detail);
}

void ManagedServer::endChild()
{
    if (!m_process) {
        return;
    }
    constexpr int grace = 1'000;
    m_process->disconnect(this);
    m_process->terminate();
    if (!m_process->waitForFinished(grace)) {
        m_process->kill();
        m_process->waitForFinished(grace);
    }
    // It may be the one who is calling.
    m_process.release()->deleteLater();
    m_folder.reset();
}

void ManagedServer::setState(State state, const QString &detail)
{
    if (m_state == state && m_detail == detail) {
        return;
    }
    m_state = state;
    m_detail = detail;
    qCInfo(lcRedis).noquote() << sentence();
    Q_EMIT stateChanged();
}

QString ManagedServer::sentence() const
{
    switch (m_state) {
    case State::Stopped:
        return u"No Redis of our own."_s;
    case State::Looking:
        return u"Looking for a Redis on this computer."_s;
    case State::Found:
        return u"A Redis server was found on this computer, port %1."_s.arg(m_port);
    case State::Starting:
        return u"Starting a Redis of our own on port %1."_s.arg(m_port);
    case State::Running:
        return u"Our own Redis runs on port %1. It keeps nothing."_s.arg(m_port);
    case State::Missing:
        return u"There is no Redis on this computer. Install it with your package manager, for "
               u"example “sudo apt install redis-server”, or enter the address of another one."_s;
    case State::Failed:
        return u"Our own Redis does not stay up: %1. It is tried again."_s.arg(m_detail);
    }
    return {};
}

} // namespace Switchboard::Redis
