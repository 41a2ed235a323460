// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <QUrl>
#include <QWebSocket>

#include <functional>

namespace Switchboard::App {

/**
 * Connects to the own server like any client would, asks for an echo and leaves.
 *
 * Speaks Engine.IO 4 and Socket.IO 5 over a WebSocket of Qt, so that it shares no code with what
 * it tests. Shows up in Traffic as "echo test".
 *
 * GUI thread.
 */
class EchoTest : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(EchoTest)
    Q_PROPERTY(bool running READ isRunning NOTIFY changed FINAL)
    Q_PROPERTY(bool succeeded READ hasSucceeded NOTIFY changed FINAL)
    /** "Echo answered in 0.8 ms", or what went wrong; empty before the first run. */
    Q_PROPERTY(QString result READ result NOTIFY changed FINAL)

public:
    /** @param endpoint where Engine.IO listens now, as an http address with path */
    explicit EchoTest(std::function<QUrl()> endpoint, QObject *parent = nullptr);

    bool isRunning() const { return m_step != Step::Idle; }

    bool hasSucceeded() const { return m_succeeded; }

    QString result() const { return m_result; }

    /** Ignored while running. */
    Q_INVOKABLE void run();

Q_SIGNALS:
    void changed();
    void finished(bool succeeded, const QString &result);

private:
    enum class Step : quint8 { Idle, Opening, Joining, Waiting };

    void onMessage(const QString &message);
    void finish(bool succeeded, const QString &result);

    std::function<QUrl()> m_endpoint;
    QWebSocket m_socket;
    QTimer m_timeout;
    QElapsedTimer m_asked;
    Step m_step = Step::Idle;
    bool m_succeeded = false;
    QString m_result;
};

} // namespace Switchboard::App
