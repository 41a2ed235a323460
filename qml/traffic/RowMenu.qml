// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard
import Switchboard.Ui

/*! Everything that can be done with the current row. */
AppMenu {
    id: root

    required property TrafficView traffic

    readonly property EventDetail detail: root.traffic.detail

    signal copyMenuRequested

    AppMenuItem {
        text: qsTr("Copy as…")
        iconName: "copy"
        keys: "C"
        onTriggered: root.copyMenuRequested()
    }
    AppMenuSeparator {}
    AppMenuItem {
        text: qsTr("Only this event")
        iconName: "funnel"
        keys: "F"
        enabled: root.detail.name !== ""
        onTriggered: root.traffic.filterByCurrent("event", false, false)
    }
    AppMenuItem {
        text: qsTr("Hide this event")
        iconName: "eye-off"
        keys: "X"
        enabled: root.detail.name !== ""
        onTriggered: root.traffic.filterByCurrent("event", true, false)
    }
    AppMenuItem {
        text: qsTr("Only this client")
        iconName: "user"
        enabled: root.detail.client !== ""
        onTriggered: root.traffic.filterByCurrent("client", false, false)
    }
    AppMenuItem {
        text: qsTr("Only this namespace")
        iconName: "hash"
        enabled: root.detail.nsp !== ""
        onTriggered: root.traffic.filterByCurrent("nsp", false, false)
    }
    AppMenuItem {
        text: qsTr("Only this room")
        iconName: "door-open"
        enabled: root.traffic.hasCurrent && root.detail.hasRoom
        onTriggered: root.traffic.filterByCurrent("room", false, false)
    }
    AppMenuSeparator {}
    AppMenuItem {
        text: qsTr("Resend")
        iconName: "repeat"
        keys: "R"
        enabled: root.detail.resendable
        onTriggered: root.traffic.resend()
    }
    AppMenuItem {
        text: qsTr("Edit and resend")
        iconName: "pencil"
        keys: "E"
        enabled: root.detail.sendable
        onTriggered: root.traffic.edit()
    }
    AppMenuSeparator {}
    AppMenuItem {
        text: qsTr("Add or remove mark")
        iconName: "bookmark"
        keys: "M"
        onTriggered: root.traffic.markCurrent()
    }
    AppMenuItem {
        text: qsTr("Show around, without the filter")
        iconName: "list-tree"
        keys: "Ctrl+U"
        onTriggered: root.traffic.showAround()
    }
}
