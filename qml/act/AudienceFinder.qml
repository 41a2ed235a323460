// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! Search field over the rooms or clients it finds. Enter takes the marked one, or what was typed. */
ColumnLayout {
    id: root

    required property Composer composer
    property bool rooms: true
    property bool clients: false

    /*! A row of the composer's choices. */
    signal chosen(int row)
    /*! A room that nobody is in yet. */
    signal roomTyped(string room)

    function begin(): void {
        field.clear();
        root.find();
        field.forceActiveFocus(Qt.PopupFocusReason);
    }

    function find(): void {
        list.currentIndex = 0;
        root.refresh();
    }

    function refresh(): void {
        root.composer.findChoices(field.text, root.rooms, root.clients);
        list.currentIndex = Math.min(Math.max(0, list.currentIndex), list.count - 1);
    }

    function accept(): void {
        if (list.currentIndex >= 0) {
            root.chosen(list.currentIndex);
        } else if (root.rooms && field.text !== "") {
            root.roomTyped(field.text);
        }
    }

    spacing: Theme.s6

    Connections {
        target: root.composer
        enabled: root.visible
        function onKnownClientsChanged(): void {
            root.refresh();
        }
    }
    AppField {
        id: field

        Layout.fillWidth: true
        Layout.preferredWidth: 280
        name: root.rooms && root.clients ? qsTr("Room or client to leave out") : root.clients ? qsTr("Client to add") : qsTr("Room to add")
        placeholderText: root.rooms ? qsTr("Name of a room") : qsTr("Name of a client")
        iconName: "search"
        onTextEdited: root.find()
        onAccepted: root.accept()
        Keys.onDownPressed: list.incrementCurrentIndex()
        Keys.onUpPressed: list.decrementCurrentIndex()
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
            onClicked: root.chosen(index)
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
