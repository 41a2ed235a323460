// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/handshake.h"
#include "redis/url.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

class QAbstractSocket;
class QIODevice;

namespace Switchboard::Redis {

struct TlsOptions
{
    /** PEM; empty: the system's authorities. */
    QString caFile;
    bool verify = true;
};

/**
 * One stream of bytes to a Redis server: TCP, TLS or a local socket, by the address.
 *
 * Never connects twice. Qt's sockets write without raising SIGPIPE; their read buffer is capped,
 * so a flood costs one buffer's worth of work per turn of the event loop.
 *
 * Thread: the one it lives in. After closed() it does nothing any more.
 */
class Link : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Link)

public:
    Link(const Url &url, const TlsOptions &tls);
    ~Link() override;

    void open();
    void write(const QByteArray &bytes);
    /** At most 16 KiB of what has arrived; empty: nothing left. */
    QByteArray read();

    /** The server's port took the connection, whether or not TLS came about. */
    bool isReached() const { return m_isReached; }

Q_SIGNALS:
    void opened();
    void readable();
    /** Once; never from within open() or write(). */
    void closed(const Switchboard::Redis::Failure &failure);

private:
    void openTcp();
    void openTls();
    void openLocal();
    void watch(QAbstractSocket &socket);
    void begin();
    void end(Cause cause, const QString &detail);

    Url m_url;
    TlsOptions m_tls;
    std::unique_ptr<QIODevice> m_device;
    bool m_isReached = false; // TCP is there; TLS may not be
    bool m_isOpen = false;
    bool m_isClosed = false;
};

} // namespace Switchboard::Redis
