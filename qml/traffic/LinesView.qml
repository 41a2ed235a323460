// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Switchboard.Ui

/*! Mono text given line by line; only the lines in sight are items. */
ListView {
    id: root

    required property string name
    required property var lines
    property bool wrap: true

    model: root.lines
    clip: true
    reuseItems: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    Accessible.role: Accessible.StaticText
    Accessible.name: root.name
    T.ScrollBar.vertical: VScroll {}

    Keys.onUpPressed: root.flick(0, 400)
    Keys.onDownPressed: root.flick(0, -400)

    delegate: PlainText {
        required property string modelData

        width: root.width - Theme.s12
        text: modelData
        font: Theme.mono
        wrapMode: root.wrap ? Text.WrapAnywhere : Text.NoWrap
        elide: root.wrap ? Text.ElideNone : Text.ElideRight
        Accessible.ignored: true
    }
}
