#!/bin/sh
# SPDX-FileCopyrightText: 2026 Switchboard contributors
# SPDX-License-Identifier: MIT
#
# Checks our C++ against .clang-format; "./dev format" mends it.
cd "$1" || exit 1
tool=$(command -v clang-format-14 || command -v clang-format) || { echo "clang-format is missing"; exit 1; }
find app server tests -name '*.cpp' -o -name '*.h' | xargs "$tool" --dry-run -Werror
