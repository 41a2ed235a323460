#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Switchboard contributors
# SPDX-License-Identifier: MIT
"""Runs qmllint over the QML files; a warning is a failure.

usage: qmllint.py QMLLINT FOLDER IMPORTS

What qmllint 6.4 gets wrong is left out, by the words of its warning.
"""
import json
import subprocess
import sys
from pathlib import Path

WRONG = (
    # An id inside of contentItem makes it immediate, which costs little and is meant.
    "Cannot defer property assignment",
    # Qt.application is another type under Qt Quick than qmllint takes it for.
    '"QQmlApplication"',
    # It is declared one by the module's qmldir, which lists another path than the source's.
    "not declared as singleton in qmldir",
    "Type warnings occurred while evaluating file",
)


def main(qmllint, folder, imports):
    files = [str(path) for path in sorted(Path(folder).rglob("*.qml"))]
    run = subprocess.run([qmllint, "--json", "-", "-I", imports, *files], capture_output=True, text=True)
    faults = []
    for file in json.loads(run.stdout)["files"]:
        for warning in file["warnings"]:
            message = warning["message"]
            if warning["type"] != "info" and not any(words in message for words in WRONG):
                faults.append(f"{file['filename']}:{warning.get('line', 0)}: {message}")
    print("\n".join(faults) or f"{len(files)} files are clean")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
