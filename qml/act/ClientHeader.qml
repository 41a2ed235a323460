// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard
import Switchboard.Ui

/*! Heads of the clients' columns. */
Rectangle {
    id: root

    required property ClientsView clients
    required property ClientColumns columns

    implicitHeight: Theme.tableHeader
    color: Theme.sunken

    Row {
        x: Theme.s20

        ClientHeaderCell {
            clients: root.clients
            column: ClientsView.Name
            width: root.columns.name
            text: qsTr("Name")
        }
        PlainText {
            width: root.columns.id
            height: Theme.tableHeader
            visible: root.columns.id > 0
            text: qsTr("Id")
            font: Theme.captionStrong
            color: Theme.textMuted
            verticalAlignment: Text.AlignVCenter
        }
        ClientHeaderCell {
            clients: root.clients
            column: ClientsView.Address
            width: root.columns.address
            text: qsTr("Address")
        }
        ClientHeaderCell {
            clients: root.clients
            column: ClientsView.Via
            width: root.columns.via
            text: qsTr("Via")
        }
        PlainText {
            width: root.columns.namespaces
            height: Theme.tableHeader
            text: qsTr("Namespaces")
            font: Theme.captionStrong
            color: Theme.textMuted
            verticalAlignment: Text.AlignVCenter
        }
        ClientHeaderCell {
            clients: root.clients
            column: ClientsView.Rooms
            width: root.columns.rooms
            text: qsTr("Rooms")
        }
        ClientHeaderCell {
            clients: root.clients
            column: ClientsView.In
            width: root.columns.rate
            text: qsTr("In")
        }
        ClientHeaderCell {
            clients: root.clients
            column: ClientsView.Out
            width: root.columns.rate
            text: qsTr("Out")
        }
        ClientHeaderCell {
            clients: root.clients
            column: ClientsView.Ping
            width: root.columns.ping
            text: qsTr("Ping")
        }
        ClientHeaderCell {
            clients: root.clients
            column: ClientsView.Since
            width: root.columns.since
            text: qsTr("Since")
        }
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.border
    }
}
