// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

namespace Switchboard::App {

struct CommandLine;

/**
 * Runs the program with its window until the operator quits.
 *
 * Makes the QApplication. Starts the server and stops it gracefully at the end.
 *
 * @return the process's exit code
 */
int runWindow(int &argc, char **argv, const CommandLine &commandLine);

} // namespace Switchboard::App
