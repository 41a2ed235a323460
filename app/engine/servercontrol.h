// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engine/enginehost.h"
#include "engine/lanaddresses.h"
#include "engine/serverstate.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <QUrl>

namespace Switchboard::App {

/**
 * The server as a thing to switch: state in words, addresses, start, stop, share.
 *
 * Asks no questions; dialogs before stopping or sharing are the window's.
 *
 * GUI thread. Lifetime: the host outlives it.
 */
class ServerControl : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(ServerControl)
    Q_PROPERTY(Switchboard::App::ServerStates::State state READ state NOTIFY stateChanged FINAL)
    /** "Server running", "Port 3000 is taken" */
    Q_PROPERTY(QString stateText READ stateText NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool running READ isRunning NOTIFY stateChanged FINAL)
    /** The port in use; the wanted one while it does not run. */
    Q_PROPERTY(int port READ port NOTIFY stateChanged FINAL)
    /** "127.0.0.1:3000" */
    Q_PROPERTY(QString address READ address NOTIFY stateChanged FINAL)
    /** "http://127.0.0.1:3000" */
    Q_PROPERTY(QString url READ url NOTIFY stateChanged FINAL)
    /** For client code and QR: the preferred LAN address while sharing, else url. */
    Q_PROPERTY(QString publicUrl READ publicUrl NOTIFY publicUrlChanged FINAL)
    /** "http://192.168.1.24:3000/demo/chat/" while sharing, else empty. */
    Q_PROPERTY(QString lanDemoUrl READ lanDemoUrl NOTIFY publicUrlChanged FINAL)
    Q_PROPERTY(QString demoUrl READ demoUrl NOTIFY stateChanged FINAL)
    /** "2 h 14 min", empty unless running. */
    Q_PROPERTY(QString uptime READ uptime NOTIFY uptimeChanged FINAL)
    Q_PROPERTY(int clients READ clients NOTIFY clientsChanged FINAL)
    Q_PROPERTY(int webSocketClients READ webSocketClients NOTIFY clientsChanged FINAL)
    Q_PROPERTY(int pollingClients READ pollingClients NOTIFY clientsChanged FINAL)
    Q_PROPERTY(bool sharing READ isSharing NOTIFY publicUrlChanged FINAL)
    Q_PROPERTY(Switchboard::App::LanAddresses *lanAddresses READ lanAddresses CONSTANT FINAL)
    /** The one to show; defaults to lanAddresses.preferred. */
    Q_PROPERTY(QString lanAddress READ lanAddress WRITE setLanAddress NOTIFY publicUrlChanged FINAL)
    /** Why it does not run, as a sentence; empty otherwise. */
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL)
    /** "Port 3000 was taken by node, so Switchboard uses 3001."; empty otherwise or once dismissed.
     */
    Q_PROPERTY(QString portNote READ portNote NOTIFY portNoteChanged FINAL)
    /** The port that was asked for before portNote. */
    Q_PROPERTY(int wantedPort READ wantedPort NOTIFY stateChanged FINAL)

public:
    ServerControl(EngineHost &host, LaunchOptions options, QObject *parent = nullptr);

    ServerState state() const { return m_host.state(); }

    QString stateText() const;

    bool isRunning() const { return state() == ServerState::Running; }

    int port() const;
    QString address() const;
    QString url() const;
    QString publicUrl() const;
    QString demoUrl() const;
    /** Where Engine.IO listens: "http://127.0.0.1:3000/socket.io/". */
    QUrl engineUrl() const;
    QString lanDemoUrl() const;

    QString uptime() const { return m_uptime; }

    int clients() const { return m_clients; }

    int webSocketClients() const { return m_webSocketClients; }

    int pollingClients() const { return m_clients - m_webSocketClients; }

    bool isSharing() const { return m_sharing; }

    LanAddresses *lanAddresses() { return &m_lanAddresses; }

    QString lanAddress() const;
    void setLanAddress(const QString &address);
    QString problem() const;

    QString portNote() const { return m_portNote; }

    int wantedPort() const { return m_options.config.port; }

    Q_INVOKABLE void start();
    Q_INVOKABLE void stop();
    Q_INVOKABLE void restart();
    /** Stops when needed, then starts on @p port and nowhere else. */
    Q_INVOKABLE void startOnPort(int port);

    /** The next port up, for "Use 3001". */
    Q_INVOKABLE int nextPort() const { return wantedPort() < 65535 ? wantedPort() + 1 : 3000; }

    Q_INVOKABLE void setSharing(bool on);
    Q_INVOKABLE void dismissPortNote();
    /** False when no browser could be started. */
    Q_INVOKABLE bool openDemo();
    /** Lets pages of @p origin connect from now on. */
    Q_INVOKABLE void allowOrigin(const QString &origin);

Q_SIGNALS:
    void stateChanged();
    void publicUrlChanged();
    void uptimeChanged();
    void clientsChanged();
    void portNoteChanged();
    /** Sharing was asked for and did not work; a sentence. */
    void sharingFailed(const QString &sentence);

private:
    void onStateChanged();
    void take(const Snapshot &snapshot);
    void share(const QStringList &addresses);

    EngineHost &m_host;
    LaunchOptions m_options;
    LanAddresses m_lanAddresses;
    QTimer m_addressWatch; // while sharing
    QElapsedTimer m_since;
    QString m_uptime;
    QString m_lanAddress; // the operator's choice
    QString m_portNote;
    int m_clients = 0;
    int m_webSocketClients = 0;
    bool m_sharing = false;
};

} // namespace Switchboard::App
