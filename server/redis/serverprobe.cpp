// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/serverprobe.h"

#include "redis/command.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace Switchboard::Redis {

ServerProbe::ServerProbe(QObject *parent)
    : QObject(parent)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setReadBufferSize(1024);
    m_patience.setSingleShot(true);
    // Queued: to an address in digits, Qt may connect or fail at once.
    connect(
        &m_socket, &QTcpSocket::connected, this,
        [this] { m_socket.write(encodeCommand({"PING"})); }, Qt::QueuedConnection);
    connect(
        &m_socket, &QTcpSocket::errorOccurred, this, [this] { finish(false); },
        Qt::QueuedConnection);
    connect(&m_socket, &QTcpSocket::readyRead, this, &ServerProbe::read);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(false); });
}

void ServerProbe::ask(quint16 port, std::chrono::milliseconds patience)
{
    stop();
    m_isAsking = true;
    m_patience.start(patience);
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

void ServerProbe::stop()
{
    m_isAsking = false;
    m_patience.stop();
    m_socket.abort();
}

void ServerProbe::read()
{
    const auto answer = m_socket.peek(64);
    if (answer.contains("\r\n")) {
        finish(answer.startsWith("+PONG") || answer.startsWith("-NOAUTH")
            || answer.startsWith("-LOADING"));
    }
}

void ServerProbe::finish(bool isRedis)
{
    if (m_isAsking) {
        stop();
        Q_EMIT answered(isRedis);
    }
}

} // namespace Switchboard::Redis
