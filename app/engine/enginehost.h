// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engine/serverstate.h"
#include "server.h"
#include "traffic/trafficring.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <optional>

namespace Switchboard::App {

/** What to bring up. */
struct LaunchOptions
{
    ServerConfig config;
    /** The operator named the port. Otherwise the next free one up to +20 does as well. */
    bool portChosen = false;
    /**
     * Runs on the engine thread before listening: reactions, folders, handlers. A sentence that it
     * returns says why not to start.
     */
    std::function<std::optional<QString>(Server &)> prepare;
};

/**
 * The engine thread with the Server in it; the only place where the two threads meet.
 *
 * Neither side ever waits for the other: commands and replies are queued functors that carry
 * values, and a report of the moment (twice a second) is skipped while the last one is unread.
 *
 * Thread: GUI thread, except for the functors given to post(), request() and prepare, which run
 * on the engine thread.
 * Lifetime: owns thread, Server and ring. Destroying it drops clients without a goodbye; call
 * stop() and wait for Stopped first.
 */
class EngineHost : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineHost)

public:
    explicit EngineHost(QObject *parent = nullptr);
    ~EngineHost() override;

    /** Starts, or starts again as soon as a stop under way is done. Ignored while it runs. */
    void start(LaunchOptions options);
    /** Clients are told, and gone after at most five seconds; state() is Stopped then. */
    void stop();

    ServerState state() const { return m_state; }

    /** The port in use, 0 unless running. */
    quint16 port() const { return m_port; }

    /** Why the last start failed, as a sentence; empty unless it did. */
    const QString &startProblem() const { return m_startProblem; }

    /** The taken default port when another one is used in its place. */
    const std::optional<ListenError> &portFallback() const { return m_portFallback; }

    /** Runs @p command on the engine thread, or never when no server is there by then. */
    void post(std::function<void(Server &)> command);

    /**
     * Asks the engine.
     *
     * @param query runs on the engine thread, returns a value
     * @param reply gets the value on this thread, unless @p context is gone or there is no server
     */
    template <typename Query, typename Reply>
    void request(QObject *context, Query query, Reply reply)
    {
        post([this, guard = QPointer<QObject>(context), query = std::move(query),
                 reply = std::move(reply)](Server &server) {
            deliver(guard, [reply, value = query(server)] { reply(value); });
        });
    }

    using Requests = std::function<QList<EmitRequest>(const Server &)>;
    using Addressed = std::function<void(int clients)>;
    using Answers = std::function<void(const QList<AckAnswer> &)>;

    /**
     * Emits what @p requests yields, in order.
     *
     * @param requests runs on the engine thread
     * @param addressed gets the number of clients they went to, added up
     * @param answers gets acks in batches, as they come
     * The last two run on this thread while @p context lives.
     */
    void emitEvents(Requests requests, QObject *context, Addressed addressed, Answers answers = {});

    Traffic::TrafficRing &ring() { return m_ring; }

    /** Whether the engine writes into the ring; on at first. */
    void setRecording(bool on);

    /** The last report. */
    const Snapshot &snapshot() const { return m_snapshot; }

    /** Somebody looks at the list of clients; each watch needs its unwatch. */
    void watchClients();
    void unwatchClients();

Q_SIGNALS:
    void stateChanged();
    void snapshotTaken(const Switchboard::Snapshot &snapshot);
    void namespacesTaken(const QList<Switchboard::NamespaceInfo> &namespaces);
    /** Only while watched. */
    void clientsTaken(const QList<Switchboard::ClientInfo> &clients);
    /** Ids and arguments of problem.h. */
    void problem(const QString &id, const QStringList &arguments);

private:
    class Engine;
    struct Report;
    struct StartFailure;

    /** Any thread: runs @p reply on the GUI thread if @p context still lives there. */
    void deliver(const QPointer<QObject> &context, std::function<void()> reply);
    void setState(ServerState state);
    void started(quint16 port, const std::optional<ListenError> &fallback);
    void startFailed(const StartFailure &failure);
    void stopped();
    void take(const Report &report);

    ServerState m_state = ServerState::Stopped;
    quint16 m_port = 0;
    QString m_startProblem;
    std::optional<ListenError> m_portFallback;
    std::optional<LaunchOptions> m_startAgain;
    Snapshot m_snapshot;
    std::atomic<int> m_clientWatchers{0};
    std::atomic<bool> m_reportUnread{false};
    std::atomic<bool> m_recording{true};
    Traffic::TrafficRing m_ring;
    QThread m_thread;
    Engine *m_engine; // lives in m_thread, dies with it
};

} // namespace Switchboard::App
