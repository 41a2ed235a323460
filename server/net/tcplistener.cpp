// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/tcplistener.h"

#include "core/logging.h"
#include "net/httperrors.h"
#include "net/systemsocket.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace Switchboard::Net {

namespace {

constexpr std::chrono::milliseconds retryAfter{100};

int openReserve()
{
    return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

ListenFailure::Reason reasonOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return ListenFailure::Reason::PortTaken;
    case QAbstractSocket::SocketAccessError:
        return ListenFailure::Reason::Denied;
    case QAbstractSocket::SocketAddressNotAvailableError:
    case QAbstractSocket::HostNotFoundError:
    case QAbstractSocket::UnsupportedSocketOperationError:
        return ListenFailure::Reason::AddressUnknown;
    default:
        return ListenFailure::Reason::Other;
    }
}

} // namespace

TcpListener::TcpListener(Reactor &reactor, const Limits &limits, Acceptor &acceptor)
    : m_reactor(reactor)
    , m_limits(limits)
    , m_acceptor(acceptor)
    , m_retry([this] { m_reactor.setInterest(m_descriptor, this, true, false); })
{ }

TcpListener::~TcpListener()
{
    if (m_descriptor >= 0) {
        m_reactor.unwatch(m_descriptor);
    }
    if (m_reserve >= 0) {
        ::close(m_reserve);
    }
}

Result<quint16, ListenFailure> TcpListener::listen(const QHostAddress &address, quint16 port)
{
    m_server.setListenBacklogSize(m_limits.listenBacklog);
    if (!m_server.listen(address, port)) {
        return ListenFailure{reasonOf(m_server.serverError()), m_server.errorString()};
    }
    m_server.pauseAccepting();
    const int descriptor = int(m_server.socketDescriptor());
    if (!m_reactor.watch(descriptor, this)) {
        m_server.close();
        return ListenFailure{ListenFailure::Reason::Other, qt_error_string(errno)};
    }
    m_descriptor = descriptor;
    m_reserve = openReserve();
    return port != 0 ? port : m_server.serverPort();
}

void TcpListener::ready(quint8 events)
{
    Q_UNUSED(events);
    for (int i = 0; i < m_limits.acceptsPerTurn; ++i) {
        Endpoint peer;
        const int descriptor = SystemSocket::accept(m_descriptor, &peer);
        if (descriptor >= 0) {
            if (m_acceptor.mayAccept(peer)) {
                m_acceptor.accepted(descriptor, peer);
            } else {
                m_reactor.counters().add(Counter::ConnectionsRefused);
                SystemSocket::refuse(descriptor, closingAnswer(503));
            }
        } else if (errno == EMFILE || errno == ENFILE) {
            if (!acceptThroughReserve()) {
                return;
            }
        } else if (errno == ENOBUFS || errno == ENOMEM) {
            pause();
            return;
        } else if (errno != EINTR && errno != ECONNABORTED) {
            return;
        }
    }
}

bool TcpListener::acceptThroughReserve()
{
    Counters &counters = m_reactor.counters();
    if (counters.value(Counter::AcceptFailed) == 0) {
        qCWarning(lcNet, "out of file descriptors; new connections are answered 503");
    }
    counters.add(Counter::AcceptFailed);
    if (m_reserve >= 0) {
        ::close(std::exchange(m_reserve, -1));
        Endpoint peer;
        const int descriptor = SystemSocket::accept(m_descriptor, &peer);
        if (descriptor >= 0) {
            counters.add(Counter::ConnectionsRefused);
            SystemSocket::refuse(descriptor, closingAnswer(503));
        }
    }
    m_reserve = openReserve();
    if (m_reserve < 0) {
        pause(); // somebody else took it; trying again at once would only spin
    }
    return m_reserve >= 0;
}

void TcpListener::pause()
{
    m_reactor.setInterest(m_descriptor, this, false, false);
    m_retry.start(m_reactor.timers(), retryAfter);
}

} // namespace Switchboard::Net
