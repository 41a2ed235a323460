// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*!
    Everything the window asks before it does it, and what it does then: stop, restart, quit,
    share, open the demo. Asks only when something would be lost.
*/
Item {
    id: root

    required property Dashboard dashboard

    readonly property ServerControl server: root.dashboard.server
    /*! The operator has said that the window may close. */
    property bool mayQuit: false

    /*! The window may close now. */
    signal quitConfirmed

    function stop(): void {
        root.server.clients > 0 ? stopDialog.open() : root.server.stop();
    }

    function restart(): void {
        root.server.clients > 0 ? restartDialog.open() : root.server.restart();
    }

    /*! Listens on \a port from now on. */
    function moveTo(port: int): void {
        moveDialog.port = port;
        root.server.clients > 0 ? moveDialog.open() : root.server.startOnPort(port);
    }

    function quit(): void {
        if (root.server.clients > 0) {
            quitDialog.open();
        } else {
            root.letGo();
        }
    }

    function share(on: bool): void {
        if (on && !root.dashboard.settings.sharingExplained) {
            root.server.lanAddresses.refresh();
            shareDialog.open();
        } else if (!on && root.server.clients > 0) {
            unshareDialog.open();
        } else {
            root.server.setSharing(on);
        }
    }

    function openDemo(): void {
        if (!root.server.openDemo()) {
            browserDialog.open();
        }
    }

    function letGo(): void {
        root.mayQuit = true;
        root.quitConfirmed();
    }

    AppDialog {
        id: stopDialog

        title: qsTr("Stop the server?")
        message: qsTr("%n client(s) will be disconnected.", "", root.server.clients)
        confirmText: qsTr("Stop server")
        confirmIcon: "circle-stop"
        danger: true
        onAccepted: root.server.stop()
    }
    AppDialog {
        id: restartDialog

        title: qsTr("Restart the server?")
        message: qsTr("%n client(s) will be disconnected. Most reconnect on their own.", "", root.server.clients)
        confirmText: qsTr("Restart server")
        confirmIcon: "refresh-cw"
        danger: true
        onAccepted: root.server.restart()
    }
    AppDialog {
        id: moveDialog

        property int port: 0

        title: qsTr("Restart the server on port %1?").arg(port)
        message: qsTr("%n client(s) will be disconnected.", "", root.server.clients)
        confirmText: qsTr("Restart server")
        confirmIcon: "refresh-cw"
        danger: true
        onAccepted: root.server.startOnPort(port)
    }
    AppDialog {
        id: quitDialog

        title: qsTr("Quit Switchboard?")
        message: qsTr("The server stops and disconnects %n client(s).", "", root.server.clients)
        confirmText: qsTr("Quit")
        confirmIcon: "power"
        danger: true
        onAccepted: root.letGo()
    }
    AppDialog {
        id: shareDialog

        title: qsTr("Let other devices reach this server?")
        message: root.server.lanAddresses.preferred === "" ? qsTr("This computer has no network address other devices can use.") : qsTr("Anyone on this network can connect and send events. Address: %1").arg("http://" + root.server.lanAddresses.preferred + ":" + root.server.port)
        confirmText: root.server.lanAddresses.preferred === "" ? qsTr("Look again") : qsTr("Share")
        confirmIcon: root.server.lanAddresses.preferred === "" ? "refresh-cw" : "share-2"
        onAccepted: {
            if (root.server.lanAddresses.preferred === "") {
                root.share(true);
            } else {
                root.dashboard.settings.sharingExplained = true;
                root.server.setSharing(true);
            }
        }
    }
    AppDialog {
        id: unshareDialog

        title: qsTr("Stop sharing on this network?")
        message: qsTr("Clients on other devices will be disconnected.")
        confirmText: qsTr("Stop sharing")
        danger: true
        onAccepted: root.server.setSharing(false)
    }
    AppDialog {
        id: browserDialog

        title: qsTr("No browser could be started")
        message: qsTr("Open this address yourself:")
        confirmText: qsTr("Copy")
        confirmIcon: "copy"
        cancelText: qsTr("Close")
        onAccepted: Clipboard.copy(root.server.demoUrl)

        PlainText {
            Layout.fillWidth: true
            text: root.server.demoUrl
            font: Theme.monoBody
            wrapMode: Text.WrapAnywhere
        }
    }
}
