// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "../rawclient.h"
#include "act/clientactions.h"
#include "act/clientsview.h"
#include "act/composer.h"
#include "act/echotest.h"
#include "act/presets.h"
#include "act/sendhistory.h"
#include "engine/activity.h"
#include "engine/dashboard.h"
#include "engine/namespacesmodel.h"
#include "engine/servercontrol.h"

#include <QTemporaryDir>
#include <QtTest>

/** A dashboard over a real server on any port, its files in a temporary folder. */
class ActFixture
{
public:
    ActFixture()
        : m_dashboard(std::make_unique<Switchboard::App::Dashboard>(options()))
    { }

    Switchboard::App::Dashboard &dashboard() { return *m_dashboard; }

    bool run()
    {
        m_dashboard->server()->start();
        return QTest::qWaitFor([this] { return m_dashboard->server()->isRunning(); });
    }

    bool join(RawClient &client, const QString &join = QStringLiteral("40"))
    {
        client.open(quint16(m_dashboard->server()->port()), join);
        return QTest::qWaitFor([&] { return client.hasJoined(); });
    }

    QString presetsFile() const { return m_folder.filePath(QStringLiteral("presets.json")); }

    /** The next launch with the same files. */
    void relaunch()
    {
        m_dashboard.reset();
        m_dashboard = std::make_unique<Switchboard::App::Dashboard>(options());
    }

private:
    Switchboard::App::DashboardOptions options() const
    {
        Switchboard::App::DashboardOptions options;
        options.launch.config.port = 0;
        options.launch.portChosen = true;
        options.dataFolder = m_folder.path();
        options.settingsFile = m_folder.filePath(QStringLiteral("settings.ini"));
        return options;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Switchboard::App::Dashboard> m_dashboard;
};
