// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/commandline.h"

namespace Switchboard::App {

enum ExitCode : int { Stopped = 0, WrongCommandLine = 2, CannotListen = 3, NoDisplay = 3 };

/**
 * Runs the server without a window until a signal ends it.
 *
 * Needs a QCoreApplication. Standard output carries one line when it listens, or the state changes
 * as JSON; standard error what an operator should read.
 *
 * @return the exit code of the process
 */
int runHeadless(const CommandLine &commandLine);

} // namespace Switchboard::App
