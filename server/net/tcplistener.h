// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "core/serverconfig.h"
#include "core/timerwheel.h"
#include "net/endpoint.h"
#include "net/reactor.h"

#include <QHostAddress>
#include <QString>
#include <QTcpServer>

#include <memory>

namespace Switchboard::Net {

/** Why an address and port cannot be listened on. */
struct ListenFailure
{
    enum class Reason : quint8 { PortTaken = 1, Denied, AddressUnknown, Other };

    Reason reason = Reason::Other;
    /** The system's own words. */
    QString detail;
};

/**
 * Accepts connections at one address and port.
 *
 * QTcpServer binds and listens; accepting is done here, in batches on the reactor, because
 * QTcpServer spins without a word when descriptors run out. Then a descriptor kept in reserve is
 * given up for the moment it takes to answer 503 and close. Who may not come in gets the same.
 *
 * Thread: engine thread. Lifetime: owned by HttpServer; outlived by reactor and acceptor.
 */
class TcpListener final : private Watcher
{
public:
    class Acceptor
    {
    public:
        /** Caps on connections: false answers 503 and closes. */
        virtual bool mayAccept(const Endpoint &peer) = 0;

        /** Takes over @p descriptor, which does not block. */
        virtual void accepted(int descriptor, const Endpoint &peer) = 0;

    protected:
        ~Acceptor() = default;
    };

    TcpListener(Reactor &reactor, const Limits &limits, Acceptor &acceptor);
    ~TcpListener();
    Q_DISABLE_COPY_MOVE(TcpListener)

    Result<quint16, ListenFailure> listen(const QHostAddress &address, quint16 port);

    QHostAddress address() const { return m_server.serverAddress(); }

    quint16 port() const { return m_server.serverPort(); }

private:
    void ready(quint8 events) override;
    bool acceptThroughReserve();
    void pause();

    Reactor &m_reactor;
    const Limits &m_limits;
    Acceptor &m_acceptor;
    QTcpServer m_server;
    WheelTimer m_retry;
    int m_descriptor = -1;
    int m_reserve = -1;
};

} // namespace Switchboard::Net
