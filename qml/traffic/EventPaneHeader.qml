// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! Which event is shown and what can be done with it. */
ColumnLayout {
    id: root

    required property EventDetail detail
    required property KindStyle kinds

    signal resendAsked
    signal editAsked
    signal copyAsked(Item near)
    signal closeAsked

    spacing: Theme.s8

    RowLayout {
        spacing: Theme.s2

        Icon {
            Layout.rightMargin: Theme.s6
            name: root.kinds.icons[root.detail.kind]
            color: root.kinds.inks[root.detail.kind]
            size: 18
        }
        PlainText {
            Layout.fillWidth: true
            text: root.detail.name
            font: Theme.monoTitle
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        IconButton {
            visible: root.detail.resendable
            iconName: "repeat"
            tip: qsTr("Resend")
            keys: "R"
            onClicked: root.resendAsked()
        }
        IconButton {
            visible: root.detail.sendable
            iconName: "pencil"
            tip: qsTr("Edit and resend")
            keys: "E"
            onClicked: root.editAsked()
        }
        IconButton {
            id: copy

            objectName: "copyAsButton"
            iconName: "copy"
            tip: qsTr("Copy as")
            keys: "C"
            onClicked: root.copyAsked(copy)
        }
        IconButton {
            objectName: "closeDetail"
            iconName: "x"
            tip: qsTr("Close")
            keys: "Esc"
            onClicked: root.closeAsked()
        }
    }
    RowLayout {
        spacing: Theme.s6

        Badge {
            ink: root.kinds.inks[root.detail.kind]
            iconName: root.kinds.icons[root.detail.kind]
            text: root.detail.kindWord
        }
        Badge {
            visible: root.detail.nsp !== ""
            Layout.maximumWidth: Theme.px(120)
            neutral: true
            text: root.detail.nsp
        }
        Badge {
            visible: root.detail.ackText !== ""
            ink: root.detail.ackLate ? Theme.warning : Theme.evAck
            iconName: "check-check"
            text: qsTr("ack %1").arg(root.detail.ackText)
        }
        Badge {
            visible: root.detail.replayed
            neutral: true
            iconName: "repeat"
            text: qsTr("replayed")
        }
        Badge {
            visible: root.detail.binary
            neutral: true
            iconName: "binary"
            text: qsTr("binary")
        }
        PlainText {
            Layout.fillWidth: true
            text: root.detail.summary
            font: Theme.small
            color: Theme.textSecondary
            elide: Text.ElideRight
        }
    }
}
