// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! One key and what it does: \c modelData is where, keys, act, has a heading. */
ColumnLayout {
    id: root

    required property var modelData

    spacing: 0
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(root.modelData[1]).arg(root.modelData[2])

    PlainText {
        Layout.leftMargin: Theme.s20
        Layout.topMargin: Theme.s12
        Layout.bottomMargin: Theme.s4
        visible: root.modelData[3]
        text: root.modelData[0]
        font: Theme.captionStrong
        color: Theme.textMuted
        Accessible.ignored: true
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s20
        Layout.rightMargin: Theme.s20
        Layout.preferredHeight: Theme.px(30)
        spacing: Theme.s12

        PlainText {
            Layout.fillWidth: true
            text: root.modelData[2]
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Keycap {
            text: root.modelData[1]
        }
    }
}
