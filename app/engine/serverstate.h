// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

/** Where the server is in its life, as the window shows it. */
namespace Switchboard::App::ServerStates {
Q_NAMESPACE
QML_NAMED_ELEMENT(ServerState)

enum class State : quint8 {
    Stopped,
    Starting,
    Running,
    Stopping,
    PortTaken, // could not start: another program has the port
    Failed, // could not start for another reason
};
Q_ENUM_NS(State)

} // namespace Switchboard::App::ServerStates

namespace Switchboard::App {
using ServerState = ServerStates::State;
} // namespace Switchboard::App
