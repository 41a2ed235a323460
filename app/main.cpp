// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"
#include "cli/headless.h"
#include "cli/process.h"

#ifdef SWITCHBOARD_APP
#include "window.h"
#endif

#include <QCoreApplication>

#include <cstdio>

using namespace Switchboard::App;

namespace {

[[maybe_unused]] bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

void print(std::FILE *to, const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), to);
}

} // namespace

int main(int argc, char *argv[])
{
    prepareProcess();
    QCoreApplication::setApplicationName(QStringLiteral("switchboard"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SWITCHBOARD_VERSION));

    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    const auto commandLine = CommandLine::parse(arguments);
    if (!commandLine) {
        print(stderr, u"switchboard: " % commandLine.error() % u'\n');
        return WrongCommandLine;
    }
    if (commandLine->action == CommandLine::Action::ShowHelp) {
        print(stdout, CommandLine::help());
        return Stopped;
    }
    if (commandLine->action == CommandLine::Action::ShowVersion) {
        print(stdout, u"switchboard " % QCoreApplication::applicationVersion() % u'\n');
        return Stopped;
    }
    if (commandLine->headless) {
        const QCoreApplication application(argc, argv);
        return runHeadless(*commandLine);
    }
#ifdef SWITCHBOARD_APP
    if (hasDisplay()) {
        return runWindow(argc, argv, *commandLine);
    }
    print(stderr,
        QStringLiteral("No display found. Run switchboard --headless, or set DISPLAY or "
                       "WAYLAND_DISPLAY.\n"));
#else
    print(stderr,
        QStringLiteral("This switchboard was built without its window. Run switchboard "
                       "--headless.\n"));
#endif
    return NoDisplay;
}
