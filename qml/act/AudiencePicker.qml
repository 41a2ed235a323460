// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! Finds a room or a client to add. Enter takes the marked one, or a room nobody is in yet. */
Popover {
    id: root

    required property Composer composer
    property bool rooms: true
    property bool clients: false
    property bool excepted: false

    function find(): void {
        root.composer.findChoices(field.text, root.rooms, root.clients);
        list.currentIndex = list.count > 0 ? 0 : -1;
    }

    function take(row: int): void {
        if (row >= 0) {
            root.composer.addChoice(row, root.excepted);
        } else if (root.rooms && field.text !== "") {
            (root.excepted ? root.composer.exceptions : root.composer.targets).addRoom(field.text);
        } else {
            return;
        }
        root.close();
    }

    name: field.name
    padding: Theme.s8
    width: 300
    onAboutToShow: {
        field.clear();
        root.find();
    }
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

    contentItem: ColumnLayout {
        spacing: Theme.s6

        AppField {
            id: field

            Layout.fillWidth: true
            name: root.excepted ? qsTr("Leave out") : root.clients ? qsTr("Add a client") : qsTr("Add a room")
            placeholderText: root.rooms ? qsTr("Name of a room") : qsTr("Name of a client")
            iconName: "search"
            onTextEdited: root.find()
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            onAccepted: root.take(list.currentIndex)
        }
        ListView {
            id: list

            Layout.fillWidth: true
            implicitHeight: Math.min(contentHeight, 6 * Theme.listRow)
            visible: count > 0
            model: root.composer.choices
            reuseItems: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What can be added")
            T.ScrollBar.vertical: VScroll {}

            delegate: AudienceDelegate {
                required property int index

                width: ListView.view.width
                highlighted: ListView.isCurrentItem
                onClicked: root.take(index)
            }
        }
        PlainText {
            Layout.fillWidth: true
            visible: list.count === 0
            text: field.text !== "" && root.rooms ? qsTr("Nobody is in this room now. Enter adds it all the same.") : qsTr("Nothing to add in this namespace.")
            font: Theme.small
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }
    }
}
