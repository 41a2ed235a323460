// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/servercontrol.h"

#include "format/format.h"

#include <QDesktopServices>
#include <QHostAddress>

namespace Switchboard::App {

using namespace std::chrono_literals;

namespace {

constexpr auto addressWatchInterval = 5s;

QString httpUrl(const QString &host, int port)
{
    const bool isIpv6 = host.contains(u':');
    return QStringLiteral("http://%1:%2")
        .arg(isIpv6 ? QString(u'[' + host + u']') : host)
        .arg(port);
}

/** What a browser on this computer can open when the server listens on @p host. */
QString localHost(const QString &host)
{
    const QHostAddress address(host);
    const bool isAny = address == QHostAddress::AnyIPv4 || address == QHostAddress::AnyIPv6
        || address == QHostAddress::Any;
    return isAny ? QStringLiteral("127.0.0.1") : host;
}

} // namespace

ServerControl::ServerControl(EngineHost &host, LaunchOptions options, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_options(std::move(options))
{
    m_addressWatch.setInterval(addressWatchInterval);
    connect(&m_addressWatch, &QTimer::timeout, &m_lanAddresses, &LanAddresses::refresh);
    connect(&m_lanAddresses, &LanAddresses::changed, this, [this] {
        if (m_sharing) {
            share(m_lanAddresses.shareable());
        }
        Q_EMIT publicUrlChanged();
    });
    connect(&m_host, &EngineHost::stateChanged, this, &ServerControl::onStateChanged);
    connect(&m_host, &EngineHost::snapshotTaken, this, &ServerControl::take);
}

QString ServerControl::stateText() const
{
    switch (state()) {
    case ServerState::Stopped:
        return tr("Server stopped");
    case ServerState::Starting:
        return tr("Starting");
    case ServerState::Running:
        return tr("Server running");
    case ServerState::Stopping:
        return tr("Stopping");
    case ServerState::PortTaken:
        return tr("Port %1 is taken").arg(wantedPort());
    case ServerState::Failed:
        return tr("Server failed");
    }
    return {};
}

int ServerControl::port() const
{
    return m_host.port() != 0 ? m_host.port() : wantedPort();
}

QString ServerControl::address() const
{
    return url().mid(int(qstrlen("http://")));
}

QString ServerControl::url() const
{
    return httpUrl(localHost(m_options.config.host), port());
}

QString ServerControl::publicUrl() const
{
    return m_sharing && !lanAddress().isEmpty() ? httpUrl(lanAddress(), port()) : url();
}

QString ServerControl::demoUrl() const
{
    return url() + u"/demo/chat/";
}

QUrl ServerControl::engineUrl() const
{
    const QString slash = m_options.config.addTrailingSlash ? QStringLiteral("/") : QString();
    return QUrl(url() + QString::fromUtf8(m_options.config.path) + slash);
}

QString ServerControl::lanDemoUrl() const
{
    return m_sharing && !lanAddress().isEmpty() ? QString(publicUrl() + u"/demo/chat/") : QString();
}

QString ServerControl::lanAddress() const
{
    return m_lanAddress.isEmpty() ? m_lanAddresses.preferred() : m_lanAddress;
}

void ServerControl::setLanAddress(const QString &address)
{
    if (address != m_lanAddress) {
        m_lanAddress = address;
        Q_EMIT publicUrlChanged();
    }
}

QString ServerControl::problem() const
{
    return m_host.startProblem();
}

void ServerControl::start()
{
    m_host.start(m_options);
}

void ServerControl::stop()
{
    m_host.stop();
}

void ServerControl::restart()
{
    m_host.stop();
    m_host.start(m_options);
}

void ServerControl::startOnPort(int port)
{
    Q_ASSERT(port >= 0 && port <= 65535);
    m_options.config.port = quint16(port);
    m_options.portChosen = true;
    restart();
}

void ServerControl::setSharing(bool on)
{
    if (on == m_sharing || !isRunning()) {
        return;
    }
    m_lanAddresses.refresh();
    if (on && m_lanAddresses.count() == 0) {
        Q_EMIT sharingFailed(tr("This computer has no network address other devices can use."));
        return;
    }
    share(on ? m_lanAddresses.shareable() : QStringList());
}

void ServerControl::share(const QStringList &addresses)
{
    m_host.request(
        this, [addresses](Server &server) { return server.setSharedAddresses(addresses); },
        [this, addresses](const Result<bool, ListenError> &shared) {
            if (!shared) {
                Q_EMIT sharingFailed(shared.error().sentence());
                return;
            }
            m_sharing = !addresses.isEmpty() && isRunning();
            if (m_sharing) {
                m_addressWatch.start();
            } else {
                m_addressWatch.stop();
            }
            Q_EMIT publicUrlChanged();
        });
}

void ServerControl::dismissPortNote()
{
    if (!m_portNote.isEmpty()) {
        m_portNote.clear();
        Q_EMIT portNoteChanged();
    }
}

bool ServerControl::openDemo()
{
    return QDesktopServices::openUrl(QUrl(demoUrl()));
}

void ServerControl::allowOrigin(const QString &origin)
{
    m_host.post([bytes = origin.toUtf8()](Server &server) { server.allowOrigin(bytes); });
}

void ServerControl::onStateChanged()
{
    if (state() == ServerState::Running) {
        m_since.start();
        if (const auto &fallback = m_host.portFallback()) {
            const QString owner
                = fallback->detail.isEmpty() ? tr("another program") : fallback->detail;
            m_portNote
                = tr("Port %1 was taken by %2, so Switchboard uses %3.")
                      .arg(QString::number(fallback->port), owner, QString::number(m_host.port()));
            Q_EMIT portNoteChanged();
        }
    } else {
        dismissPortNote();
        m_uptime.clear();
        Q_EMIT uptimeChanged();
        if (m_sharing) {
            m_sharing = false;
            m_addressWatch.stop();
        }
    }
    Q_EMIT stateChanged();
    Q_EMIT publicUrlChanged();
}

void ServerControl::take(const Snapshot &snapshot)
{
    if (m_clients != snapshot.clients || m_webSocketClients != snapshot.webSocket) {
        m_clients = snapshot.clients;
        m_webSocketClients = snapshot.webSocket;
        Q_EMIT clientsChanged();
    }
    if (isRunning()) {
        // Whole minutes: a window that shows nothing new draws nothing.
        constexpr qint64 minute = 60'000;
        const qint64 minutes = m_since.elapsed() / minute;
        const QString uptime
            = minutes > 0 ? Format::span(minutes * minute * 1000) : tr("less than a minute");
        if (uptime != m_uptime) {
            m_uptime = uptime;
            Q_EMIT uptimeChanged();
        }
    }
}

} // namespace Switchboard::App
