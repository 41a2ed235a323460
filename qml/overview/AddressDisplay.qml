// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! The server's address, large; can be selected and copied. */
Row {
    id: root

    required property string url
    property font font: Theme.display

    spacing: Theme.s8

    TextInput {
        id: address

        text: root.url
        font: root.font
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentFg
        readOnly: true
        selectByMouse: true
        activeFocusOnTab: false
        Accessible.name: qsTr("Server address")
    }
    CopyButton {
        anchors.verticalCenter: address.verticalCenter
        tip: qsTr("Copy address")
        iconSize: 16
        text: root.url
    }
}
