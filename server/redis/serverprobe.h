// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace Switchboard::Redis {

/**
 * Asks once whether a Redis answers at a port of this computer.
 *
 * One that wants a password counts: it is there. Anything else that listens does not.
 * Thread: the one it lives in.
 */
class ServerProbe : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerProbe)

public:
    explicit ServerProbe(QObject *parent = nullptr);

    /** Starts over if a question is still open. */
    void ask(quint16 port, std::chrono::milliseconds patience);
    void stop();

Q_SIGNALS:
    void answered(bool isRedis);

private:
    void read();
    void finish(bool isRedis);

    QTcpSocket m_socket;
    QTimer m_patience;
    bool m_isAsking = false;
};

} // namespace Switchboard::Redis
