// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! Titles of the columns. */
Rectangle {
    id: root

    required property TrafficColumns columns

    implicitHeight: Theme.tableHeader
    color: Theme.sunken
    Accessible.ignored: true

    component Title: PlainText {
        height: parent.height
        visible: width > 0
        verticalAlignment: Text.AlignVCenter
        font: Theme.captionStrong
        color: Theme.textSecondary
        elide: Text.ElideRight
        Accessible.ignored: true
    }

    component Divider: Rectangle {
        y: Theme.s8
        width: 1
        height: parent.height - 2 * Theme.s8
        color: Theme.borderStrong
    }

    Title {
        x: root.columns.timeX
        width: root.columns.timeWidth
        text: qsTr("Time")
    }
    Title {
        x: root.columns.eventX
        width: root.columns.eventWidth
        text: qsTr("Event")
    }
    Title {
        x: root.columns.nspX
        width: root.columns.nspWidth
        text: qsTr("Nsp")
    }
    Title {
        x: root.columns.clientX
        width: root.columns.clientWidth
        text: qsTr("Client")
    }
    Title {
        x: root.columns.targetX
        width: root.columns.targetWidth
        text: qsTr("Target")
    }
    Title {
        x: root.columns.argsX
        width: root.columns.argsWidth
        text: qsTr("Arguments")
    }
    Title {
        x: root.columns.sizeX
        width: root.columns.sizeWidth
        horizontalAlignment: Text.AlignRight
        text: qsTr("Size")
    }
    Title {
        x: root.columns.ackX
        width: root.columns.ackWidth
        horizontalAlignment: Text.AlignRight
        text: qsTr("Ack")
    }
    Divider {
        x: root.columns.nspX - Theme.s4
    }
    Divider {
        x: root.columns.clientX - Theme.s4
        visible: root.columns.clientWidth > 0
    }
    Divider {
        x: root.columns.targetX - Theme.s4
        visible: root.columns.targetWidth > 0
    }
    Divider {
        x: root.columns.argsX - Theme.s4
    }
    Divider {
        x: root.columns.sizeX + Theme.s4
    }
    Divider {
        x: root.columns.ackX + Theme.s8
    }
    Rectangle {
        y: root.height - 1
        width: root.width
        height: 1
        color: Theme.border
    }
}
