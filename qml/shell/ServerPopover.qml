// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! What the server card opens: addresses, uptime, port, restart, sharing. */
Popover {
    id: root

    required property ServerControl server

    signal stopAsked
    signal restartAsked
    signal portAsked(int port)
    signal sharingAsked(bool on)

    name: qsTr("Server")
    width: 320

    onAboutToShow: root.server.lanAddresses.refresh()

    contentItem: ColumnLayout {
        spacing: Theme.s12

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s8

            StateDot {
                serverState: root.server.state
            }
            PlainText {
                Layout.fillWidth: true
                text: root.server.stateText
                font: Theme.heading
                elide: Text.ElideRight
            }
            PlainText {
                visible: root.server.uptime !== ""
                text: qsTr("up %1").arg(root.server.uptime)
                font: Theme.small
                color: Theme.textMuted
            }
        }
        PlainText {
            Layout.fillWidth: true
            visible: root.server.problem !== ""
            text: root.server.problem
            font: Theme.small
            color: Theme.danger
            wrapMode: Text.Wrap
        }
        AddressLine {
            Layout.fillWidth: true
            address: root.server.url
        }
        // A positioner: rows that come and go while hidden would leave a Layout of Qt 6.4 with
        // pointers to them.
        Column {
            id: others

            Layout.fillWidth: true
            visible: root.server.sharing
            spacing: parent.spacing

            Repeater {
                model: root.server.sharing ? root.server.lanAddresses : null

                delegate: AddressLine {
                    required property string interfaceName
                    required property bool isVirtual

                    width: others.width
                    visible: !isVirtual
                    note: interfaceName
                    lead: "http://"
                    tail: ":" + root.server.port
                }
            }
        }
        Toggle {
            text: qsTr("Share on this network")
            checked: root.server.sharing
            enabled: root.server.running
            onToggled: {
                root.sharingAsked(checked);
                checked = Qt.binding(() => root.server.sharing);
            }
        }
        RowLayout {
            spacing: Theme.s8

            PlainText {
                text: qsTr("Port")
                color: Theme.textSecondary
            }
            AppSpin {
                id: port

                name: qsTr("Port")
                from: 1
                to: 65535
                value: root.server.port
            }
            AppButton {
                text: qsTr("Use it")
                enabled: port.value !== root.server.port
                onClicked: {
                    root.close();
                    root.portAsked(port.value);
                }
            }
        }
        RowLayout {
            spacing: Theme.s8

            AppButton {
                visible: !root.server.running
                text: qsTr("Start server")
                iconName: "play"
                kind: AppButton.Primary
                onClicked: root.server.start()
            }
            AppButton {
                visible: root.server.running
                text: qsTr("Stop server")
                iconName: "circle-stop"
                onClicked: {
                    root.close();
                    root.stopAsked();
                }
            }
            AppButton {
                visible: root.server.running
                text: qsTr("Restart")
                iconName: "refresh-cw"
                onClicked: {
                    root.close();
                    root.restartAsked();
                }
            }
        }
    }
}
