// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/enginehost.h"

#include <QTimer>

#include <algorithm>
#include <limits>

namespace Switchboard::App {

using namespace std::chrono_literals;

namespace {

constexpr auto reportInterval = 500ms;
constexpr quint16 portsToTry = 20; // beside the first

/** Acks that came during one turn of the engine's event loop. Engine thread. */
struct AnswerBatch
{
    QList<AckAnswer> answers;
    bool flushQueued = false;
};

} // namespace

/** Why a start failed; @c error is empty when it was not for the listening. */
struct EngineHost::StartFailure
{
    QString sentence;
    std::optional<ListenError> error;

    bool isPortTaken() const { return error && error->reason == ListenError::Reason::PortTaken; }
};

/** Everything one glance at the server yields. */
struct EngineHost::Report
{
    Snapshot snapshot;
    QList<NamespaceInfo> namespaces;
    std::optional<QList<ClientInfo>> clients;
};

/** What of the host lives on the engine thread. Reaches the host only through deliver(). */
class EngineHost::Engine : public QObject
{
public:
    explicit Engine(EngineHost &host)
        : m_host(host)
        , m_reports(this)
    {
        m_reports.setInterval(reportInterval);
        connect(&m_reports, &QTimer::timeout, this, &Engine::report);
    }

    Server *server() const { return m_server.get(); }

    void start(LaunchOptions options);
    void stop();
    void report();
    void setRecording();

private:
    Result<quint16, StartFailure> listen(const LaunchOptions &options);

    EngineHost &m_host;
    std::unique_ptr<Server> m_server;
    QTimer m_reports;
};

Result<quint16, EngineHost::StartFailure> EngineHost::Engine::listen(const LaunchOptions &options)
{
    m_server = std::make_unique<Server>(options.config);
    setRecording();
    connect(m_server.get(), &Server::problem, this,
        [this](const QString &id, const QStringList &arguments) {
            m_host.deliver(
                &m_host, [this, id, arguments] { Q_EMIT m_host.problem(id, arguments); });
        });
    const auto unprepared = options.prepare ? options.prepare(*m_server) : std::nullopt;
    if (unprepared) {
        m_server.reset();
        return StartFailure{*unprepared, std::nullopt};
    }
    const auto port = m_server->start();
    if (!port) {
        m_server.reset();
        return StartFailure{port.error().sentence(), port.error()};
    }
    return *port;
}

void EngineHost::Engine::start(LaunchOptions options)
{
    const int last = options.portChosen
        ? options.config.port
        : std::min(options.config.port + portsToTry, int(std::numeric_limits<quint16>::max()));
    std::optional<StartFailure> first;
    auto port = listen(options);
    while (!port && port.error().isPortTaken() && options.config.port < last) {
        if (!first) {
            first = port.error();
        }
        ++options.config.port;
        port = listen(options);
    }
    if (!port) {
        m_host.deliver(&m_host,
            [this, failure = first.value_or(port.error())] { m_host.startFailed(failure); });
        return;
    }
    m_host.deliver(&m_host, [this, number = *port, fallback = first ? first->error : std::nullopt] {
        m_host.started(number, fallback);
    });
    m_reports.start();
    report();
}

void EngineHost::Engine::stop()
{
    const auto gone = [this] {
        m_reports.stop();
        m_server.reset();
        m_host.deliver(&m_host, [this] { m_host.stopped(); });
    };
    if (!m_server) {
        gone();
        return;
    }
    // Queued: the server must not be deleted from inside its own signal.
    connect(m_server.get(), &Server::stopped, this, gone,
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    m_server->stop();
}

void EngineHost::Engine::setRecording()
{
    if (m_server) {
        m_server->tap().setRing(m_host.m_recording ? &m_host.m_ring : nullptr);
    }
}

void EngineHost::Engine::report()
{
    if (!m_server || m_host.m_reportUnread.exchange(true)) {
        return;
    }
    Report report{m_server->snapshot(), m_server->namespaces(), std::nullopt};
    if (m_host.m_clientWatchers > 0) {
        report.clients = m_server->clients();
    }
    m_host.deliver(&m_host, [this, report = std::move(report)] { m_host.take(report); });
}

EngineHost::EngineHost(QObject *parent)
    : QObject(parent)
    , m_engine(new Engine(*this))
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    m_thread.start();
}

EngineHost::~EngineHost()
{
    m_thread.quit();
    m_thread.wait();
}

void EngineHost::start(LaunchOptions options)
{
    if (m_state == ServerState::Starting || m_state == ServerState::Running) {
        return;
    }
    if (m_state == ServerState::Stopping) {
        m_startAgain = std::move(options);
        return;
    }
    m_startProblem.clear();
    m_portFallback.reset();
    setState(ServerState::Starting);
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, options = std::move(options)] { engine->start(options); });
}

void EngineHost::stop()
{
    m_startAgain.reset();
    if (m_state == ServerState::Starting || m_state == ServerState::Running) {
        setState(ServerState::Stopping);
        QMetaObject::invokeMethod(m_engine, [engine = m_engine] { engine->stop(); });
    }
}

void EngineHost::post(std::function<void(Server &)> command)
{
    QMetaObject::invokeMethod(m_engine, [engine = m_engine, command = std::move(command)] {
        if (engine->server()) {
            command(*engine->server());
        }
    });
}

void EngineHost::emitEvents(
    Requests requests, QObject *context, Addressed addressed, Answers answers)
{
    const QPointer<QObject> guard(context);
    post([this, guard, requests = std::move(requests), addressed = std::move(addressed),
             answers = std::move(answers)](Server &server) {
        std::function<void(const AckAnswer &)> collect;
        if (answers) {
            const auto batch = std::make_shared<AnswerBatch>();
            const auto flush = [this, guard, batch, answers] {
                batch->flushQueued = false;
                deliver(
                    guard, [answers, list = std::exchange(batch->answers, {})] { answers(list); });
            };
            collect = [engine = m_engine, batch, flush](const AckAnswer &answer) {
                batch->answers.append(answer);
                if (!std::exchange(batch->flushQueued, true)) {
                    QMetaObject::invokeMethod(engine, flush, Qt::QueuedConnection);
                }
            };
        }
        qsizetype clients = 0;
        for (const EmitRequest &request : requests(server)) {
            clients += server.emitEvent(request, collect).size();
        }
        if (addressed) {
            deliver(guard, [addressed, clients] { addressed(int(clients)); });
        }
    });
}

void EngineHost::setRecording(bool on)
{
    m_recording = on;
    QMetaObject::invokeMethod(m_engine, [engine = m_engine] { engine->setRecording(); });
}

void EngineHost::watchClients()
{
    if (m_clientWatchers++ == 0) {
        QMetaObject::invokeMethod(m_engine, [engine = m_engine] { engine->report(); });
    }
}

void EngineHost::unwatchClients()
{
    Q_ASSERT(m_clientWatchers > 0);
    --m_clientWatchers;
}

void EngineHost::deliver(const QPointer<QObject> &context, std::function<void()> reply)
{
    // The pointer is only looked into on this object's own thread, where its target lives too.
    QMetaObject::invokeMethod(
        this,
        [context, reply = std::move(reply)] {
            if (context) {
                reply();
            }
        },
        Qt::QueuedConnection);
}

void EngineHost::setState(ServerState state)
{
    if (state != m_state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

void EngineHost::started(quint16 port, const std::optional<ListenError> &fallback)
{
    if (m_state == ServerState::Starting) {
        m_port = port;
        m_portFallback = fallback;
        setState(ServerState::Running);
    }
}

void EngineHost::startFailed(const StartFailure &failure)
{
    if (m_state == ServerState::Starting) {
        m_startProblem = failure.sentence;
        setState(failure.isPortTaken() ? ServerState::PortTaken : ServerState::Failed);
    }
}

void EngineHost::stopped()
{
    m_port = 0;
    m_snapshot = {};
    setState(ServerState::Stopped);
    Q_EMIT snapshotTaken(m_snapshot);
    Q_EMIT namespacesTaken({});
    Q_EMIT clientsTaken({});
    if (m_startAgain) {
        start(*std::exchange(m_startAgain, std::nullopt));
    }
}

void EngineHost::take(const Report &report)
{
    m_reportUnread = false;
    if (m_state != ServerState::Running && m_state != ServerState::Stopping) {
        return;
    }
    m_snapshot = report.snapshot;
    Q_EMIT snapshotTaken(m_snapshot);
    Q_EMIT namespacesTaken(report.namespaces);
    if (report.clients) {
        Q_EMIT clientsTaken(*report.clients);
    }
}

} // namespace Switchboard::App
