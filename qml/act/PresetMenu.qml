// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import Switchboard.Ui

/*! What can be done with a preset. */
AppMenu {
    id: root

    required property int keyNumber
    required property bool first
    required property bool last

    signal fired
    signal editAsked
    signal renameAsked
    signal keyChosen(int key)
    signal moved(int by)
    signal removed

    AppMenuItem {
        text: qsTr("Send")
        iconName: "send"
        onTriggered: root.fired()
    }
    AppMenuItem {
        text: qsTr("Edit")
        iconName: "pencil"
        onTriggered: root.editAsked()
    }
    AppMenuItem {
        text: qsTr("Rename")
        onTriggered: root.renameAsked()
    }
    AppMenu {
        id: keyMenu

        title: qsTr("Key")

        Instantiator {
            model: 10
            delegate: AppMenuItem {
                required property int index

                text: index === 0 ? qsTr("None") : qsTr("Alt+%1").arg(index)
                checkable: true
                checked: root.keyNumber === index
                onTriggered: root.keyChosen(index)
            }
            onObjectAdded: (index, object) => keyMenu.insertItem(index, object)
            onObjectRemoved: (index, object) => keyMenu.removeItem(object)
        }
    }
    AppMenuItem {
        text: qsTr("Move up")
        iconName: "chevron-up"
        enabled: !root.first
        onTriggered: root.moved(-1)
    }
    AppMenuItem {
        text: qsTr("Move down")
        iconName: "chevron-down"
        enabled: !root.last
        onTriggered: root.moved(1)
    }
    AppMenuSeparator {}
    AppMenuItem {
        text: qsTr("Delete")
        iconName: "trash-2"
        onTriggered: root.removed()
    }
}
