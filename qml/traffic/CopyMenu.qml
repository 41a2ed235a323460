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

    title: qsTr("Copy as")

    CopyMenuItem {
        detail: root.detail
        text: qsTr("Arguments (JSON)")
        format: EventDetail.Arguments
    }
    CopyMenuItem {
        detail: root.detail
        text: qsTr("First argument")
        format: EventDetail.FirstArgument
    }
    AppMenuItem {
        text: qsTr("Row (text)")
        keys: "Ctrl+C"
        onTriggered: root.traffic.copyRows()
    }
    CopyMenuItem {
        detail: root.detail
        text: qsTr("Packet")
        format: EventDetail.Packet
    }
    AppMenuSeparator {}
    CopyMenuItem {
        detail: root.detail
        eventsOnly: true
        text: qsTr("JavaScript, send")
        format: EventDetail.JavaScriptSend
    }
    CopyMenuItem {
        detail: root.detail
        eventsOnly: true
        text: qsTr("JavaScript, receive")
        format: EventDetail.JavaScriptReceive
    }
    CopyMenuItem {
        detail: root.detail
        eventsOnly: true
        text: qsTr("JavaScript, server")
        format: EventDetail.JavaScriptServer
    }
    CopyMenuItem {
        detail: root.detail
        eventsOnly: true
        text: qsTr("Python")
        format: EventDetail.Python
    }
    CopyMenuItem {
        detail: root.detail
        eventsOnly: true
        text: qsTr("curl")
        format: EventDetail.Curl
    }
    AppMenuSeparator {}
    CopyMenuItem {
        detail: root.detail
        text: qsTr("Event name")
        format: EventDetail.EventName
    }
}
