// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard
import Switchboard.Ui

/*! Finds a room or a client to add to those addressed, or to those left out. */
Popover {
    id: root

    required property Composer composer
    property bool rooms: true
    property bool clients: false
    property bool excepted: false

    readonly property AudienceFinder finder: AudienceFinder {
        composer: root.composer
        rooms: root.rooms
        clients: root.clients
        onChosen: row => {
            root.composer.addChoice(row, root.excepted);
            root.close();
        }
        onRoomTyped: room => {
            (root.excepted ? root.composer.exceptions : root.composer.targets).addRoom(room);
            root.close();
        }
    }

    name: root.excepted ? qsTr("Leave out") : qsTr("Add")
    padding: Theme.s8
    contentItem: root.finder
    onOpened: root.finder.begin()
}
