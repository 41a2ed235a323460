// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! Who is connected, and what can be done with them. */
FocusScope {
    id: root

    required property Dashboard dashboard

    readonly property ClientsView clients: root.dashboard.clients
    readonly property ClientActions clientActions: root.dashboard.clientActions
    readonly property bool empty: root.clients.total === 0 && root.clients.count === 0

    signal demoAsked
    signal sharingAsked(bool on)

    /*! Ctrl+F of the window. */
    function focusFilter(): void {
        toolbar.focusSearch();
    }

    function askToDisconnect(): void {
        if (root.clients.selectedCount > 1) {
            disconnectDialog.open();
        } else {
            root.clientActions.disconnectSelected();
        }
    }

    Binding {
        target: root.clients
        property: "active"
        value: root.visible
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        visible: !root.empty

        ClientsToolbar {
            id: toolbar

            Layout.fillWidth: true
            Layout.preferredHeight: Theme.px(52)
            Layout.leftMargin: Theme.s20
            Layout.rightMargin: Theme.s20
            clients: root.clients
            onDisconnectAsked: root.askToDisconnect()
        }
        ClientHeader {
            Layout.fillWidth: true
            clients: root.clients
            columns: columns
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.fillHeight: true
            color: Theme.table

            ClientList {
                id: list

                anchors.fill: parent
                focus: true
                clients: root.clients
                columns: columns
                onMenuAsked: menu.popup()
                onOpened: pane.forceActiveFocus(Qt.TabFocusReason)
                onEmitAsked: root.dashboard.emitToCurrentClient()
                onDisconnectAsked: root.askToDisconnect()
            }
            EmptyState {
                anchors.centerIn: parent
                width: 320
                visible: root.clients.count === 0
                iconName: "funnel"
                text: qsTr("No client matches.")
                actionText: qsTr("Show all")
                onActionTriggered: {
                    root.clients.search = "";
                    root.clients.chip = ClientsView.All;
                }
            }
        }
        ClientDetailPane {
            id: pane

            Layout.fillWidth: true
            Layout.preferredHeight: Math.round(root.height * 0.4)
            visible: root.clients.detail.serial !== 0
            detail: root.clients.detail
            actions: root.clientActions
            onEmitAsked: root.dashboard.emitToCurrentClient()
            onTrafficAsked: root.dashboard.showTrafficOfCurrentClient()
            onDisconnectAsked: root.askToDisconnect()
            onJoinAsked: nsp => joinDialog.ask(nsp)
            onCloseAsked: {
                root.clients.clearSelection();
                list.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }
    ColumnLayout {
        anchors.centerIn: parent
        width: 360
        visible: root.empty
        spacing: Theme.s24

        EmptyState {
            Layout.fillWidth: true
            iconName: "users"
            text: root.dashboard.server.running ? qsTr("Nobody is connected.") : qsTr("The server does not run, so nobody can connect.")
            actionText: root.dashboard.server.running ? qsTr("Open demo") : qsTr("Start server")
            actionIcon: "play"
            actionKind: AppButton.Primary
            onActionTriggered: root.dashboard.server.running ? root.demoAsked() : root.dashboard.server.start()
        }
        EmptyState {
            Layout.fillWidth: true
            visible: root.dashboard.server.running && !root.dashboard.server.sharing
            iconName: "smartphone"
            text: qsTr("Phones cannot reach this computer yet.")
            actionText: qsTr("Share on this network")
            actionIcon: "share-2"
            onActionTriggered: root.sharingAsked(true)
        }
    }
    ClientColumns {
        id: columns

        width: root.width
    }
    AppMenu {
        id: menu

        AppMenuItem {
            text: qsTr("Emit to this client")
            iconName: "send"
            keys: qsTr("Ctrl+Enter")
            onTriggered: root.dashboard.emitToCurrentClient()
        }
        AppMenuItem {
            text: qsTr("Show traffic")
            iconName: "activity"
            onTriggered: root.dashboard.showTrafficOfCurrentClient()
        }
        AppMenuItem {
            text: qsTr("Join a room…")
            iconName: "log-in"
            onTriggered: joinDialog.ask(root.clients.detail.firstNamespace)
        }
        AppMenuItem {
            text: qsTr("Copy the whole id")
            iconName: "copy"
            onTriggered: root.clientActions.copyId()
        }
        AppMenuSeparator {}
        AppMenuItem {
            text: root.clients.selectedCount > 1 ? qsTr("Disconnect %1 clients…").arg(root.clients.selectedCount) : qsTr("Disconnect")
            iconName: "unplug"
            keys: qsTr("Delete")
            danger: true
            onTriggered: root.askToDisconnect()
        }
    }
    AppDialog {
        id: disconnectDialog

        title: qsTr("Disconnect %1 clients?").arg(root.clients.selectedCount)
        message: qsTr("They can reconnect at once.")
        confirmText: qsTr("Disconnect %1 clients").arg(root.clients.selectedCount)
        confirmIcon: "unplug"
        danger: true
        onAccepted: root.clientActions.disconnectSelected()
    }
    JoinRoomDialog {
        id: joinDialog

        count: Math.max(1, root.clients.selectedCount)
        onJoinAsked: (nsp, room) => root.clientActions.joinRoom(nsp, room)
    }
}
