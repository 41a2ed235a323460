// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "core/serverconfig.h"
#include "server.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Switchboard::App {

/** What the command line asks for. Value type. */
struct CommandLine
{
    enum class Action : quint8 { Run, ShowHelp, ShowVersion };

    Action action = Action::Run;
    bool headless = false;
    bool json = false;
    ServerConfig config;
    /** The port was named, so no other one will do. */
    bool portChosen = false;
    /** Empty: the chat demo's. */
    QString reactionsFile;
    QList<std::pair<QString, QString>> folders; // name, folder
    QByteArray webSocketEcho;
    QByteArray engineEcho;

    /** @return what is wrong with @p arguments, as a sentence, when it cannot be understood */
    static Result<CommandLine, QString> parse(const QStringList &arguments);

    /** For --help. */
    static QString help();

    /** Gives @p server reactions, folders and test routes. @return a sentence when one fails */
    std::optional<QString> prepare(Server &server) const;
};

} // namespace Switchboard::App
