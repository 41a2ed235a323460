// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! A client's place in one namespace, and the way out of it. */
RowLayout {
    id: root

    required property string name
    required property string socketId
    required property string joinedAt

    signal leaveAsked

    spacing: Theme.s12
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, socket %2, joined at %3").arg(root.name).arg(root.socketId).arg(root.joinedAt)

    PlainText {
        Layout.preferredWidth: Theme.px(160)
        text: root.name
        font: Theme.monoMedium
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    PlainText {
        Layout.fillWidth: true
        text: root.socketId
        font: Theme.mono
        color: Theme.textSecondary
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    PlainText {
        text: qsTr("joined %1").arg(root.joinedAt)
        font: Theme.small
        color: Theme.textMuted
        Accessible.ignored: true
    }
    AppButton {
        small: true
        kind: AppButton.Ghost
        iconName: "log-out"
        text: qsTr("Leave namespace")
        name: qsTr("Take the client out of namespace %1").arg(root.name)
        onClicked: root.leaveAsked()
    }
}
