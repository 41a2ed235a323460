// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Switchboard {

/**
 * Who listens on @p port, such as "node, process 4121".
 *
 * Linux only, from /proc, and only what this user may see; elsewhere and when unsure it is empty.
 * Takes some milliseconds: for error messages.
 */
QString portOwner(quint16 port);

} // namespace Switchboard
