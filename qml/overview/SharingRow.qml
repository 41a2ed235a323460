// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQml
import Switchboard
import Switchboard.Ui

/*! The switch for sharing and, while it is on, under which address. */
Row {
    id: root

    required property ServerControl server
    property bool showsAddress: true

    signal sharingAsked(bool on)

    spacing: Theme.s8

    Toggle {
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Share on this network")
        font: Theme.bodyStrong
        checked: root.server.sharing
        enabled: root.server.running
        onToggled: {
            root.sharingAsked(checked);
            // The switch shows what is, not what was asked for.
            checked = Qt.binding(() => root.server.sharing);
        }
    }
    AppButton {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.showsAddress && root.server.sharing
        kind: AppButton.Ghost
        small: true
        opensMenu: true
        font: Theme.mono
        text: root.server.publicUrl
        name: qsTr("Address for other devices, %1").arg(text)
        onClicked: {
            root.server.lanAddresses.refresh();
            addresses.popup(this, 0, height + Theme.s4);
        }

        AppMenu {
            id: addresses

            Instantiator {
                model: root.server.lanAddresses
                delegate: AppMenuItem {
                    required property string address
                    required property string interfaceName
                    required property bool isVirtual

                    text: address
                    detail: isVirtual ? qsTr("%1, other").arg(interfaceName) : interfaceName
                    checkable: true
                    checked: address === root.server.lanAddress
                    onTriggered: root.server.lanAddress = address
                }
                onObjectAdded: (index, object) => addresses.insertItem(index, object as AppMenuItem)
                onObjectRemoved: (index, object) => addresses.removeItem(object as AppMenuItem)
            }
        }
    }
}
