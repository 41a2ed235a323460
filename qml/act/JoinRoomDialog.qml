// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! Asks for the room that the selected clients join. */
AppDialog {
    id: root

    property string nsp
    property int count: 1

    signal joinAsked(string nsp, string room)

    function ask(namespaceName: string): void {
        root.nsp = namespaceName;
        field.clear();
        root.open();
        field.forceActiveFocus(Qt.PopupFocusReason);
    }

    title: root.count > 1 ? qsTr("Which room do %1 clients join?").arg(root.count) : qsTr("Which room does the client join?")
    message: qsTr("In namespace %1.").arg(root.nsp)
    confirmText: qsTr("Join room")
    confirmIcon: "log-in"
    onAccepted: root.joinAsked(root.nsp, field.text)

    AppField {
        id: field

        Layout.fillWidth: true
        name: qsTr("Room")
        placeholderText: qsTr("Name of the room")
        mono: true
        onAccepted: root.accept()
    }
}
