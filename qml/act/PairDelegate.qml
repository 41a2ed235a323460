// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! A name with its value. */
RowLayout {
    id: root

    required property string name
    required property string value

    spacing: Theme.s12
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(root.name).arg(root.value)

    PlainText {
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: Theme.px(160)
        text: root.name
        font: Theme.small
        color: Theme.textMuted
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    PlainText {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.s6
        text: root.value
        font: Theme.mono
        wrapMode: Text.WrapAnywhere
        maximumLineCount: 6
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
