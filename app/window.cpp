// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "window.h"

#include "cli/commandline.h"
#include "cli/process.h"
#include "engine/dashboard.h"
#include "engine/servercontrol.h"
#include "shell/settings.h"
#include "shell/uisetup.h"

#include <QApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

namespace Switchboard::App {

namespace {

LaunchOptions launchOptions(const CommandLine &commandLine)
{
    LaunchOptions options;
    options.config = commandLine.config;
    options.portChosen = commandLine.portChosen;
    options.prepare = [commandLine](Server &server) { return commandLine.prepare(server); };
    return options;
}

} // namespace

int runWindow(int &argc, char **argv, const CommandLine &commandLine)
{
    prepareUi();
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Switchboard"));
    QGuiApplication::setDesktopFileName(QStringLiteral("switchboard"));
    // The last window closing begins the end; the server's goodbye comes first.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    prepareApplication();
    QGuiApplication::setWindowIcon(programIcon());

    Dashboard dashboard({launchOptions(commandLine), {}, {}});
    QQmlApplicationEngine engine;
    prepareEngine(engine);
    engine.setInitialProperties({{QStringLiteral("dashboard"), QVariant::fromValue(&dashboard)}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Switchboard/Ui/Main.qml")));
    if (engine.rootObjects().isEmpty()) {
        return EXIT_FAILURE;
    }
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    Q_ASSERT(window);
    showWindow(*window, *dashboard.settings());

    bool isEnding = false;
    const auto end = [&] {
        if (std::exchange(isEnding, true)) {
            return;
        }
        saveWindow(*window, *dashboard.settings());
        if (dashboard.server()->isRunning()) {
            dashboard.server()->stop();
        } else {
            QCoreApplication::quit();
        }
    };
    QObject::connect(dashboard.server(), &ServerControl::stateChanged, &application, [&] {
        if (isEnding && dashboard.server()->state() == ServerState::Stopped) {
            QCoreApplication::quit();
        }
    });
    QObject::connect(&application, &QGuiApplication::lastWindowClosed, &application, end);
    TerminationSignal termination;
    QObject::connect(&termination, &TerminationSignal::received, &application, end);

    dashboard.server()->start();
    return QApplication::exec();
}

} // namespace Switchboard::App
