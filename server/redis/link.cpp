// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/link.h"

#include <QLocalSocket>
#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>

namespace Switchboard::Redis {

namespace {

constexpr qint64 readBuffer = 256 * 1024;
constexpr qint64 readStep = 16 * 1024;

Cause causeOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return Cause::HostUnknown;
    case QAbstractSocket::SocketTimeoutError:
        return Cause::Timeout;
    default:
        return Cause::Refused;
    }
}

} // namespace

Link::Link(const Url &url, const TlsOptions &tls)
    : m_url(url)
    , m_tls(tls)
{ }

Link::~Link()
{
    if (m_device) {
        m_device->disconnect(this);
    }
}

void Link::open()
{
    switch (m_url.scheme) {
    case Url::Scheme::Tcp:
        openTcp();
        break;
    case Url::Scheme::Tls:
        openTls();
        break;
    case Url::Scheme::Unix:
        openLocal();
        break;
    }
    connect(m_device.get(), &QIODevice::readyRead, this, &Link::readable);
}

void Link::openTcp()
{
    auto socket = std::make_unique<QTcpSocket>();
    watch(*socket);
    connect(socket.get(), &QTcpSocket::connected, this, &Link::begin, Qt::QueuedConnection);
    socket->connectToHost(m_url.host, m_url.port);
    m_device = std::move(socket);
}

void Link::openTls()
{
    auto socket = std::make_unique<QSslSocket>();
    watch(*socket);
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(m_tls.verify ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    bool authoritiesRead = true;
    if (!m_tls.caFile.isEmpty()) {
        const auto authorities = QSslCertificate::fromPath(m_tls.caFile);
        authoritiesRead = !authorities.isEmpty();
        configuration.setCaCertificates(authorities);
    }
    socket->setSslConfiguration(configuration);
    connect(socket.get(), &QSslSocket::encrypted, this, &Link::begin, Qt::QueuedConnection);
    if (authoritiesRead) {
        socket->connectToHostEncrypted(m_url.host, m_url.port);
    } else {
        const auto end = [this] {
            this->end(Cause::TlsError,
                QStringLiteral("%1 holds no certificate that can be read").arg(m_tls.caFile));
        };
        QMetaObject::invokeMethod(this, end, Qt::QueuedConnection);
    }
    m_device = std::move(socket);
}

void Link::openLocal()
{
    auto socket = std::make_unique<QLocalSocket>();
    socket->setReadBufferSize(readBuffer);
    auto *raw = socket.get();
    connect(raw, &QLocalSocket::connected, this, &Link::begin, Qt::QueuedConnection);
    connect(
        raw, &QLocalSocket::errorOccurred, this,
        [this, raw] { end(m_isOpen ? Cause::Lost : Cause::Refused, raw->errorString()); },
        Qt::QueuedConnection);
    raw->connectToServer(m_url.path);
    m_device = std::move(socket);
}

void Link::watch(QAbstractSocket &socket)
{
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setReadBufferSize(readBuffer);
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(&socket, &QAbstractSocket::connected, this, [this] { m_isReached = true; });
    // Queued: to an address in digits, Qt may fail at once.
    connect(
        &socket, &QAbstractSocket::errorOccurred, this,
        [this, &socket](QAbstractSocket::SocketError error) {
            // What reached the server and did not open, failed in between: the TLS handshake.
            end(m_isOpen          ? Cause::Lost
                    : m_isReached ? Cause::TlsError
                                  : causeOf(error),
                socket.errorString());
        },
        Qt::QueuedConnection);
}

void Link::begin()
{
    if (!m_isClosed) {
        m_isOpen = true;
        Q_EMIT opened();
    }
}

void Link::write(const QByteArray &bytes)
{
    if (!m_isClosed) {
        m_device->write(bytes);
    }
}

QByteArray Link::read()
{
    return m_isClosed ? QByteArray() : m_device->read(readStep);
}

void Link::end(Cause cause, const QString &detail)
{
    if (!m_isClosed) {
        m_isClosed = true;
        Q_EMIT closed({cause, {}, detail});
    }
}

} // namespace Switchboard::Redis
