// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engine/enginehost.h"
#include "engine/namespacesmodel.h"
#include "engine/servercontrol.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Switchboard::App {

/** What the window is built with; tests hand in port 0 and a temporary folder. */
struct DashboardOptions
{
    LaunchOptions launch;
    /** Where presets are kept. */
    QString dataFolder;
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
    Q_PROPERTY(Switchboard::App::NamespacesModel *namespaces READ namespaces CONSTANT FINAL)

public:
    explicit Dashboard(DashboardOptions options, QObject *parent = nullptr);
    ~Dashboard() override;

    EngineHost &host() { return m_host; }

    ServerControl *server() { return &m_server; }

    NamespacesModel *namespaces() { return &m_namespaces; }

private:
    EngineHost m_host;
    ServerControl m_server;
    NamespacesModel m_namespaces;
};

} // namespace Switchboard::App
