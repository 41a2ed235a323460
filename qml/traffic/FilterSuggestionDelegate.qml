// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! One suggestion under the filter box. */
Rectangle {
    id: root

    required property int index
    required property string label
    required property string detail
    property bool current: false

    signal chosen

    height: Theme.controlSmall
    radius: Theme.radiusBadge
    color: root.current ? Theme.selected : pointer.hovered ? Theme.hover : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.label
    Accessible.description: root.detail
    Accessible.selected: root.current

    HoverHandler {
        id: pointer
    }
    TapHandler {
        onTapped: root.chosen()
    }
    PlainText {
        id: words

        x: Theme.s8
        width: Math.min(implicitWidth, root.width * 0.6)
        height: root.height
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        text: root.label
        font: Theme.mono
        Accessible.ignored: true
    }
    PlainText {
        x: words.x + words.width + Theme.s12
        width: root.width - x - Theme.s8
        height: root.height
        verticalAlignment: Text.AlignVCenter
        horizontalAlignment: Text.AlignRight
        elide: Text.ElideRight
        text: root.detail
        font: Theme.small
        color: Theme.textMuted
        Accessible.ignored: true
    }
}
