// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! A client in one line. */
Rectangle {
    id: root

    required property bool present
    required property string name
    required property bool active
    required property string shortId
    required property string address
    required property string via
    required property string namespaces
    required property string rooms
    required property string inRate
    required property string outRate
    required property string ping
    required property bool pingLate
    required property string since
    required property string sinceExact
    required property bool hasLeft
    required property bool selected
    required property bool current
    required property string spoken
    required property ClientColumns columns
    /*! The list has the keyboard. */
    property bool focused: false

    signal pressed(int modifiers)
    signal menuAsked
    signal opened

    height: Theme.listRow
    visible: root.present
    color: root.selected ? Theme.selected : hover.hovered ? Theme.hover : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.spoken
    Accessible.selected: root.selected

    Rectangle {
        width: 3
        height: parent.height
        visible: root.current && root.focused
        color: Theme.focus
    }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onPressed: mouse => {
            // A right click on one of several selected ones keeps them.
            if (mouse.button === Qt.LeftButton || !root.selected) {
                root.pressed(mouse.modifiers);
            }
        }
        onClicked: mouse => {
            if (mouse.button === Qt.RightButton) {
                root.menuAsked();
            }
        }
        onDoubleClicked: root.opened()
    }
    Row {
        x: Theme.s20

        Item {
            width: root.columns.name
            height: Theme.listRow

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: 8
                height: 8
                radius: 4
                color: root.active ? Theme.success : "transparent"
                border.width: root.active ? 0 : 2
                border.color: Theme.textMuted
            }
            ClientCell {
                x: Theme.s16
                width: parent.width - Theme.s16
                gone: root.hasLeft
                text: root.name
                font: Theme.bodyMedium
                color: root.hasLeft ? Theme.textMuted : Theme.text
            }
        }
        ClientCell {
            width: root.columns.id
            visible: root.columns.id > 0
            gone: root.hasLeft
            text: root.shortId
            font: Theme.rowMono
        }
        ClientCell {
            width: root.columns.address
            gone: root.hasLeft
            text: root.address
            font: Theme.rowMono
        }
        ClientCell {
            width: root.columns.via
            gone: root.hasLeft
            text: root.via
        }
        ClientCell {
            width: root.columns.namespaces
            gone: root.hasLeft
            text: root.namespaces
            font: Theme.rowMono
        }
        ClientCell {
            width: root.columns.rooms
            gone: root.hasLeft
            text: root.rooms
        }
        ClientCell {
            width: root.columns.rate
            gone: root.hasLeft
            text: root.inRate
        }
        ClientCell {
            width: root.columns.rate
            gone: root.hasLeft
            text: root.outRate
        }
        ClientCell {
            width: root.columns.ping
            gone: root.hasLeft
            text: root.ping
            color: root.pingLate ? Theme.warning : root.hasLeft ? Theme.textMuted : Theme.textSecondary
        }
        ClientCell {
            width: root.columns.since
            gone: root.hasLeft
            text: root.since
        }
        IconButton {
            visible: hover.hovered
            implicitHeight: Math.min(Theme.iconButton, Theme.listRow)
            iconName: "ellipsis"
            tip: qsTr("More about %1").arg(root.name)
            onClicked: {
                root.pressed(Qt.NoModifier);
                root.menuAsked();
            }
        }
    }
    HoverHandler {
        id: hover
    }
    AppToolTip {
        text: root.sinceExact
        visible: hover.hovered && hover.point.position.x > root.width - root.columns.since - root.columns.actions - Theme.s20 && hover.point.position.x < root.width - root.columns.actions - Theme.s20
    }
}
