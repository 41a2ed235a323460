// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard
import Switchboard.Ui

/*! What the current event can be copied as. */
AppMenu {
    id: root

    required property TrafficView traffic

    readonly property EventDetail detail: root.traffic.detail

    component Entry: AppMenuItem {
        required property int format

        enabled: root.detail.valid
        onTriggered: root.detail.copy(format)
    }
    component EventEntry: Entry {
        enabled: root.detail.isEvent
    }

    title: qsTr("Copy as")

    Entry {
        text: qsTr("Arguments (JSON)")
        format: EventDetail.Arguments
    }
    Entry {
        text: qsTr("First argument")
        format: EventDetail.FirstArgument
    }
    AppMenuItem {
        text: qsTr("Row (text)")
        keys: "Ctrl+C"
        onTriggered: root.traffic.copyRows()
    }
    Entry {
        text: qsTr("Packet")
        format: EventDetail.Packet
    }
    AppMenuSeparator {}
    EventEntry {
        text: qsTr("JavaScript, send")
        format: EventDetail.JavaScriptSend
    }
    EventEntry {
        text: qsTr("JavaScript, receive")
        format: EventDetail.JavaScriptReceive
    }
    EventEntry {
        text: qsTr("JavaScript, server")
        format: EventDetail.JavaScriptServer
    }
    EventEntry {
        text: qsTr("Python")
        format: EventDetail.Python
    }
    EventEntry {
        text: qsTr("curl")
        format: EventDetail.Curl
    }
    AppMenuSeparator {}
    Entry {
        text: qsTr("Event name")
        format: EventDetail.EventName
    }
}
