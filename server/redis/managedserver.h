// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/backoff.h"
#include "redis/serverprobe.h"
#include "redis/url.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace Switchboard::Redis {

/** Where ManagedServer looks and what it runs; the defaults are the product's. */
struct ManagedServerOptions
{
    quint16 firstPort = 6379;
    /** Tried upward from firstPort. */
    int ports = 20;
    /** Names looked up in PATH, in order. */
    QStringList programs{QStringLiteral("redis-server"), QStringLiteral("valkey-server")};
    std::chrono::milliseconds probeTime{500};
    std::chrono::milliseconds startTime{5'000};
};

/**
 * Sees to it that this computer has a Redis: the one that answers at the usual port, or else a
 * child process of ours.
 *
 * The child listens on loopback only, keeps nothing on disk, is started again with growing waits
 * when it dies, and ends with us: at stop(), in the destructor, and by the kernel if we crash. A
 * Redis that was found is never touched.
 *
 * Thread: the one it lives in; it must be the one that lives as long as the program wants Redis,
 * since Linux ties the child's life to it.
 */
class ManagedServer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ManagedServer)

public:
    enum class State : quint8 {
        Stopped,
        Looking,
        Found, // somebody else's
        Starting,
        Running, // ours
        Missing, // nothing found and nothing to start
        Failed, // it does not stay up; tried again
    };
    Q_ENUM(State)

    explicit ManagedServer(ManagedServerOptions options = {}, QObject *parent = nullptr);
    ~ManagedServer() override;

    void start();
    /** Ends our child, if any; returns when it is gone, at the latest after two seconds. */
    void stop();

    State state() const { return m_state; }

    /** Where to connect. Precondition: Found or Running. */
    Url url() const;

    /** Of our child; 0: none. */
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

    /** How things stand and, if something is wrong, what to do. */
    QString sentence() const;

Q_SIGNALS:
    void stateChanged();

private:
    void setState(State state, const QString &detail = {});
    void probeAnswered(bool isRedis);
    void launch();
    void exited();
    void failed(const QString &detail);
    void endChild();

    const ManagedServerOptions m_options;
    State m_state = State::Stopped;
    QString m_detail;
    quint16 m_port = 0;
    Backoff m_backoff;
    ServerProbe m_probe;
    QTimer m_again; // the next question, or the next attempt
    QTimer m_startTimer;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_process;
};

} // namespace Switchboard::Redis
