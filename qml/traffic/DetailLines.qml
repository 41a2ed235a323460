// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Switchboard.Ui

/*! Names and what they say, one under the other. \c lines are DetailLine. */
ListView {
    id: root

    required property string name
    required property var lines

    model: root.lines
    clip: true
    spacing: Theme.s6
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.List
    Accessible.name: root.name
    T.ScrollBar.vertical: VScroll {}

    delegate: Item {
        id: line

        required property var modelData

        width: ListView.view.width - 12
        height: Math.max(title.height, words.height)
        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("%1: %2").arg(line.modelData.name).arg(line.modelData.value)

        PlainText {
            id: title

            width: Theme.px(120)
            wrapMode: Text.Wrap
            text: line.modelData.name
            font: Theme.small
            color: Theme.textMuted
            Accessible.ignored: true
        }
        PlainText {
            id: words

            x: title.width + Theme.s8
            width: line.width - x
            wrapMode: Text.WrapAnywhere
            maximumLineCount: 12
            elide: Text.ElideRight
            text: line.modelData.value
            font: Theme.mono
            Accessible.ignored: true
        }
    }
}
