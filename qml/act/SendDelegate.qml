// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! An event that was sent, how it went, and a way to send it again. */
T.ItemDelegate {
    id: root

    required property string event
    required property string target
    required property string time
    required property string summary

    signal sendAsked
    signal editAsked

    implicitHeight: Theme.px(44)
    leftPadding: Theme.s4
    rightPadding: Theme.s4
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("%1 to %2, %3, %4").arg(root.event).arg(root.target).arg(root.time).arg(root.summary)
    onClicked: root.editAsked()

    contentItem: RowLayout {
        spacing: Theme.s8

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.s2

            PlainText {
                Layout.fillWidth: true
                text: root.event
                font: Theme.monoMedium
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            PlainText {
                Layout.fillWidth: true
                text: qsTr("%1 · %2 · %3").arg(root.time).arg(root.target).arg(root.summary)
                font: Theme.caption
                color: Theme.textMuted
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        IconButton {
            iconName: "repeat"
            tip: qsTr("Send again")
            onClicked: root.sendAsked()
        }
        IconButton {
            iconName: "pencil"
            tip: qsTr("Edit")
            onClicked: root.editAsked()
        }
    }
    background: Rectangle {
        radius: Theme.radiusWell
        color: root.hovered ? Theme.hover : "transparent"

        FocusRing {
            visible: root.visualFocus
            anchors.margins: 0
        }
    }
}
