// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! Head of a column; a click sorts by it. */
T.Button {
    id: root

    required property ClientsView clients
    required property int column

    readonly property bool sorts: root.clients.sortColumn === root.column

    height: Theme.tableHeader
    padding: 0
    rightPadding: Theme.s8
    focusPolicy: Qt.TabFocus
    Accessible.name: !root.sorts ? qsTr("Sort by %1").arg(root.text) : root.clients.descending ? qsTr("Sorted by %1, highest first").arg(root.text) : qsTr("Sorted by %1, lowest first").arg(root.text)
    onClicked: root.clients.sortBy(root.column)

    contentItem: Item {
        Row {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s4

            PlainText {
                text: root.text
                font: Theme.captionStrong
                color: root.hovered || root.sorts ? Theme.text : Theme.textMuted
                Accessible.ignored: true
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.sorts
                name: root.clients.descending ? "chevron-down" : "chevron-up"
                size: 12
            }
        }
    }
    background: Item {
        FocusRing {
            visible: root.visualFocus
            anchors.margins: 2
        }
    }
}
