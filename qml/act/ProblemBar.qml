// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! What is wrong in the editor above, and a way there. */
Rectangle {
    id: root

    required property string text

    signal goAsked

    implicitHeight: Theme.px(32)
    radius: Theme.radiusWell
    color: Theme.tint(Theme.danger)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.s12
        anchors.rightMargin: Theme.s4
        spacing: Theme.s8

        Icon {
            name: "circle-alert"
            color: Theme.danger
        }
        PlainText {
            Layout.fillWidth: true
            text: root.text
            font: Theme.small
            color: Theme.danger
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        AppButton {
            small: true
            kind: AppButton.Ghost
            text: qsTr("Go to error")
            onClicked: root.goAsked()
        }
    }
}
