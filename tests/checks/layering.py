#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Switchboard contributors
# SPDX-License-Identifier: MIT
"""Includes point one way: a layer includes itself and what stands before it, nothing else."""
import pathlib
import re
import sys

ORDER = ["core", "traffic", "net", "engineio", "socketio", "redis", "adapters", "web"]
# What app/ may see of the engine: the facade, value types, the traffic, and pure codecs.
APP_SEES = re.compile(r"server\.h|core/.*|traffic/.*|socketio/(server|socket|namespace|packet|decoder|encoder|args|event|reactionfile|reactions)\.h")
GUI = re.compile(r"<(QGui|QQuick|QQml|QWidget|QApplication|QWindow)")
INCLUDE = re.compile(r'^\s*#include\s+("([^"]+)"|<[^>]+>)', re.M)

root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
faults = []
for path in sorted((root / "server").rglob("*.[ch]*")):
    parts = path.relative_to(root / "server").parts
    layer = parts[0] if len(parts) > 1 else "server"
    for match in INCLUDE.finditer(path.read_text()):
        target = match.group(2)
        if target is None:
            if GUI.match(match.group(1)):
                faults.append(f"{path}: the engine must not include {match.group(1)}")
            continue
        room = target.split("/")[0]
        allowed = ORDER if layer == "server" else ORDER[: ORDER.index(layer) + 1]
        # Neither adapters nor web is below the other.
        if layer == "web":
            allowed = ["core", "traffic", "net", "web"]
        # Redis knows channels, not sockets.
        if layer == "redis":
            allowed = ["core", "traffic", "redis"]
        if "/" in target and room not in allowed:
            faults.append(f"{path}: {layer} must not include {target}")
        if target == "server.h" and layer != "server":
            faults.append(f"{path}: {layer} must not include the facade")
for path in sorted((root / "app").rglob("*.[ch]*")):
    for match in INCLUDE.finditer(path.read_text()):
        target = match.group(2) or ""
        if target.split("/")[0] in ORDER and not (root / "app" / target).exists() and not APP_SEES.fullmatch(target):
            faults.append(f"{path}: app must not include {target}")
print("\n".join(faults) or "every include points the right way")
sys.exit(1 if faults else 0)
