// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engine/enginehost.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

Q_MOC_INCLUDE("act/clientactions.h")
Q_MOC_INCLUDE("act/clientsview.h")
Q_MOC_INCLUDE("act/composer.h")
Q_MOC_INCLUDE("act/echotest.h")
Q_MOC_INCLUDE("act/presets.h")
Q_MOC_INCLUDE("act/sendhistory.h")
Q_MOC_INCLUDE("engine/activity.h")
Q_MOC_INCLUDE("engine/namespacesmodel.h")
Q_MOC_INCLUDE("engine/servercontrol.h")
Q_MOC_INCLUDE("shell/notifier.h")
Q_MOC_INCLUDE("shell/palettemodel.h")
Q_MOC_INCLUDE("shell/settings.h")
Q_MOC_INCLUDE("shell/undoqueue.h")
Q_MOC_INCLUDE("traffic/trafficstats.h")
Q_MOC_INCLUDE("traffic/trafficview.h")

namespace Switchboard::App {

class Activity;
class ClientActions;
class ClientsView;
class Composer;
class EchoTest;
class NamespacesModel;
class Notifier;
class PaletteModel;
class Presets;
class SendHistory;
class ServerControl;
class Settings;
class TrafficStats;
class TrafficView;
class UndoQueue;

/** What the window is built with; tests hand in port 0 and a temporary folder. */
struct DashboardOptions
{
    LaunchOptions launch;
    /** Where presets are kept; empty: ~/.local/share/switchboard */
    QString dataFolder;
    /** Empty: ~/.config/switchboard/switchboard.ini */
    QString settingsFile;
};

/**
 * Everything the window knows: the one object that QML gets.
 *
 * Composition root of the GUI side; wires models and controllers to the engine host and to one
 * another and does nothing else. Starts nothing by itself: server()->start() does.
 *
 * GUI thread. Lifetime: created before the QML engine, dies after it; owns all it exposes.
 */
class Dashboard : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_DISABLE_COPY_MOVE(Dashboard)
    Q_PROPERTY(Switchboard::App::ServerControl *server READ server CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::TrafficStats *stats READ stats CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::TrafficView *traffic READ traffic CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::NamespacesModel *namespaces READ namespaces CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::Activity *activity READ activity CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::ClientsView *clients READ clients CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::ClientActions *clientActions READ clientActions CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::Composer *composer READ composer CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::Presets *presets READ presets CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::SendHistory *sends READ sends CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::EchoTest *echoTest READ echoTest CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::Notifier *notifier READ notifier CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::Settings *settings READ settings CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::PaletteModel *palette READ palette CONSTANT FINAL)
    Q_PROPERTY(Switchboard::App::UndoQueue *undo READ undo CONSTANT FINAL)

public:
    explicit Dashboard(DashboardOptions options, QObject *parent = nullptr);
    ~Dashboard() override;

    EngineHost &host();

    ServerControl *server() const;
    TrafficStats *stats() const;
    TrafficView *traffic() const;
    NamespacesModel *namespaces() const;
    Activity *activity() const;
    ClientsView *clients() const;
    ClientActions *clientActions() const;
    Composer *composer() const;
    Presets *presets() const;
    SendHistory *sends() const;
    EchoTest *echoTest() const;
    Notifier *notifier() const;
    Settings *settings() const;
    PaletteModel *palette() const;
    UndoQueue *undo() const;

    /** The composer addressed to the client with the cursor, on its page. */
    Q_INVOKABLE void emitToCurrentClient();
    /** The traffic of the client with the cursor, on its page. */
    Q_INVOKABLE void showTrafficOfCurrentClient();

Q_SIGNALS:
    /** The window should show @p page, and there @p argument: a filter for traffic, else empty. */
    void pageRequested(const QString &page, const QString &argument);

private:
    struct Parts;

    void report(const QString &id, const QStringList &arguments);
    void sayPresetFired(const QString &name, int clients, const QString &problem, bool byKey);
    void watchTraffic();
    /** Traffic shows names from the start, not only after the list of clients was looked at. */
    void nameClients(const QList<quint32> &clients);
    void sendAgain(const EmitRequest &request, const QString &target);
    void addSuggestions();
    void addPaletteSources();

    std::unique_ptr<Parts> m_parts;
};

} // namespace Switchboard::App
