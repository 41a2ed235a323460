// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! The rooms a client is in, of one namespace. */
ColumnLayout {
    id: root

    required property string name
    required property list<string> rooms

    signal leaveAsked(int room)
    signal joinAsked

    spacing: Theme.s6

    RowLayout {
        PlainText {
            text: root.name
            font: Theme.monoMedium
            color: Theme.textSecondary
        }
        AppButton {
            small: true
            kind: AppButton.Ghost
            iconName: "plus"
            text: qsTr("Join room…")
            name: qsTr("Join a room in %1").arg(root.name)
            onClicked: root.joinAsked()
        }
    }
    Flow {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.s8
        spacing: Theme.s6

        Repeater {
            model: root.rooms

            delegate: TokenChip {
                required property int index
                required property string modelData

                name: modelData
                isRoom: true
                onRemoved: root.leaveAsked(index)
            }
        }
        PlainText {
            visible: root.rooms.length === 0
            text: qsTr("In no room.")
            font: Theme.small
            color: Theme.textMuted
        }
    }
}
