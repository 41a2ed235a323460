// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "server.h"

#include <QString>

namespace Switchboard::App {

/**
 * What a client is called on the screen.
 *
 * The first of auth.name, auth.user, auth.username, the query's name and data.name; else the
 * program that its User-Agent names ("Chrome on Android"); else its short id. Safe to show, at
 * most 60 characters.
 *
 * Pure, any thread.
 */
QString clientName(const ClientInfo &client);

/** Browser or library and system of a User-Agent in words, or empty. */
QString programName(QByteArrayView userAgent);

} // namespace Switchboard::App
