// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! One sentence across a page, tinted by \c ink, with at most one action. */
Rectangle {
    id: root

    required property string text
    property string iconName: "info"
    property color ink: Theme.accentText
    property string actionText
    property bool dismissable: false

    signal actionTriggered
    signal dismissed

    implicitHeight: Theme.strip
    color: Theme.tint(root.ink)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.s20
        anchors.rightMargin: Theme.s12
        spacing: Theme.s8

        Icon {
            name: root.iconName
            color: root.ink
        }
        PlainText {
            Layout.fillWidth: true
            text: root.text
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        AppButton {
            visible: root.actionText !== ""
            small: true
            text: root.actionText
            onClicked: root.actionTriggered()
        }
        IconButton {
            visible: root.dismissable
            iconName: "x"
            tip: qsTr("Dismiss")
            onClicked: root.dismissed()
        }
    }
}
