// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! Search, chips and what can be done with those selected. */
RowLayout {
    id: root

    required property ClientsView clients

    signal disconnectAsked

    function focusSearch(): void {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        search.selectAll();
    }

    spacing: Theme.s8

    AppField {
        id: search

        Layout.preferredWidth: 260
        name: qsTr("Filter clients")
        placeholderText: qsTr("Filter clients")
        iconName: "search"
        clearable: true
        text: root.clients.search
        onTextEdited: root.clients.search = search.text
        Keys.onEscapePressed: root.clients.search = ""
    }
    PlainText {
        text: root.clients.count === root.clients.total ? qsTr("%n client(s)", "", root.clients.total) : qsTr("%1 of %2").arg(Format.count(root.clients.count)).arg(Format.count(root.clients.total))
        font: Theme.small
        color: Theme.textMuted
    }
    Item {
        Layout.preferredWidth: Theme.s4
    }
    ClientChip {
        clients: root.clients
        chip: ClientsView.All
        text: qsTr("All")
    }
    ClientChip {
        clients: root.clients
        chip: ClientsView.WebSocket
        text: qsTr("WebSocket")
        count: Format.badge(root.clients.webSocketCount)
    }
    ClientChip {
        clients: root.clients
        chip: ClientsView.Polling
        text: qsTr("Polling")
        count: Format.badge(root.clients.pollingCount)
    }
    ClientChip {
        clients: root.clients
        chip: ClientsView.Idle
        text: qsTr("Idle")
        count: Format.badge(root.clients.idleCount)
    }
    Item {
        Layout.fillWidth: true
    }
    AppButton {
        visible: root.clients.selectedCount > 0
        iconName: "unplug"
        text: root.clients.selectedCount > 1 ? qsTr("Disconnect %1…").arg(Format.count(root.clients.selectedCount)) : qsTr("Disconnect")
        onClicked: root.disconnectAsked()
    }
}
