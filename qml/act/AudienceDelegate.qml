// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! A room or client that can be added. */
T.ItemDelegate {
    id: root

    required property string name
    required property bool isRoom

    implicitHeight: Theme.listRow
    leftPadding: Theme.s8
    rightPadding: Theme.s8
    Accessible.name: root.isRoom ? qsTr("Room %1").arg(root.name) : qsTr("Client %1").arg(root.name)

    contentItem: RowLayout {
        spacing: Theme.s8

        Icon {
            name: root.isRoom ? "boxes" : "user"
            size: 14
        }
        PlainText {
            Layout.fillWidth: true
            text: root.name
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.highlighted ? Theme.selected : root.hovered ? Theme.hover : "transparent"
    }
}
