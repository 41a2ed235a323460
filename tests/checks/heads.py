#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Switchboard contributors
# SPDX-License-Identifier: MIT
"""Every source file of ours begins with its two SPDX lines; every header has #pragma once."""
import pathlib
import subprocess
import sys

root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
KINDS = {".cpp", ".h", ".qml", ".py", ".sh", ".mjs", ".js", ".css", ".cmake"}
listed = subprocess.run(["git", "-C", str(root), "ls-files"], capture_output=True, text=True)
names = listed.stdout.split() if listed.returncode == 0 else [
    str(p.relative_to(root)) for top in ("app", "server", "qml", "resources", "tests", "packaging")
    for p in (root / top).rglob("*") if p.is_file()]
faults = []
for name in names:
    path = root / name
    if (path.suffix not in KINDS and path.name != "CMakeLists.txt") or not path.exists():
        continue
    head = path.read_text().splitlines()[:4]
    if not any("SPDX-FileCopyrightText:" in line for line in head) or not any(
            "SPDX-License-Identifier: MIT" in line for line in head):
        faults.append(f"{name}: the SPDX lines are missing")
    if path.suffix == ".h" and "#pragma once" not in path.read_text():
        faults.append(f"{name}: #pragma once is missing")
print("\n".join(faults) or f"{len(names)} files looked at")
sys.exit(1 if faults else 0)
