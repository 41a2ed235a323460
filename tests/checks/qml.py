#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Switchboard contributors
# SPDX-License-Identifier: MIT
"""House rules of the QML files that a linter does not know.

usage: qml.py SOURCE

- A colour is written down in Theme.qml only.
- Text is PlainText, which never reads markup; a TextEdit says textFormat: PlainText.
- Controls come from QtQuick.Templates; the styled module is imported nowhere.
- Every file of a list in CMake exists, and every file is in a list.
- Icons that are used are in icons.cmake, and the other way round.
"""
import re
import sys
from pathlib import Path

COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
COLOUR = re.compile(r'"#[0-9A-Fa-f]{3,8}"')
BARE_TEXT = re.compile(r"^\s*(?:\w+:\s*)?(?:T\.)?(Text|Label)\s*\{", re.M)
RICH = re.compile(r"textFormat:\s*(?!(Text|TextEdit)\.PlainText)\S+")
CONTROLS = re.compile(r"^\s*import\s+QtQuick\.Controls\b", re.M)
ICON_SLOT = re.compile(r"\b(?:iconName|icon|name|actionIcon|confirmIcon)\b\s*:\s*([^\n]+)")
WORD = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"')


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def without_comments(text):
    # Same length and lines, so positions stay true. Addresses in strings hold "//" too.
    return COMMENT.sub(lambda m: m[0] if m[0].startswith("//") and m.string[m.start() - 1] == ":"
                       else re.sub(r"[^\n]", " ", m[0]), text)


def rules(path, text):
    if path.name != "Theme.qml":
        for match in COLOUR.finditer(text):
            yield match, f"colour {match[0]}: take a token of Theme"
    if path.name != "PlainText.qml":
        for match in BARE_TEXT.finditer(text):
            yield match, f"{match[1]} reads markup: use PlainText"
    for match in RICH.finditer(text):
        yield match, "textFormat must be PlainText"
    for match in re.finditer(r"\bTextEdit\s*\{", text):
        if "textFormat: TextEdit.PlainText" not in text[match.start():]:
            yield match, "TextEdit without textFormat: TextEdit.PlainText"
    for match in CONTROLS.finditer(text):
        yield match, "import QtQuick.Templates and our own controls"


def cmake_list(text, name):
    return set(re.search(rf"set\({name}\s+(.*?)\)", text, re.S)[1].split())


def main(source):
    qml = Path(source) / "qml"
    problems = []
    files = sorted(qml.rglob("*.qml"))
    used = set()
    known = cmake_list((qml / "icons.cmake").read_text(), "icon_names")
    for path in files:
        text = without_comments(path.read_text())
        for match, what in rules(path, text):
            problems.append(f"{path}:{line_of(text, match.start())}: {what}")
        used.update(set(WORD.findall(text)) & known)
        for match in ICON_SLOT.finditer(text):
            if "iconName" in match[0] or "Icon:" in match[0]:
                for word in WORD.findall(match[1]):
                    if word not in known and "===" not in match[1]:
                        problems.append(f"{path}:{line_of(text, match.start())}: icon {word} is not in icons.cmake")
    for path in sorted((Path(source) / "app").rglob("*.cpp")):
        used.update(set(re.findall(r'"([a-z0-9-]+)"', path.read_text())) & known)
    for icon in sorted(known - used):
        problems.append(f"{qml / 'icons.cmake'}: {icon} is not used")

    listed = set()
    for cmake in [qml / "CMakeLists.txt", *qml.glob("*/files.cmake")]:
        listed.update(re.findall(r"[\w/]+\.qml\b", cmake.read_text()))
    present = {str(path.relative_to(qml)) for path in files}
    problems += [f"{name} is in no list of CMake" for name in sorted(present - listed)]
    problems += [f"{name} is listed in CMake and not there" for name in sorted(listed - present)]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
