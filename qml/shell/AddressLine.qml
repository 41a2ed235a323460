// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! An address that can be copied, with where it is. */
RowLayout {
    id: root

    required property string address
    property string lead
    property string tail
    property string note

    readonly property string url: root.lead + root.address + root.tail

    spacing: Theme.s8

    PlainText {
        text: root.url
        font: Theme.mono
        elide: Text.ElideMiddle
        Layout.fillWidth: root.note === ""
    }
    PlainText {
        Layout.fillWidth: true
        visible: root.note !== ""
        text: root.note
        font: Theme.small
        color: Theme.textMuted
        elide: Text.ElideRight
    }
    CopyButton {
        tip: qsTr("Copy %1").arg(root.url)
        text: root.url
    }
}
