// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! Looks like a search field; opens the palette. */
T.Button {
    id: root

    implicitHeight: Theme.control
    leftPadding: 10
    rightPadding: Theme.s8
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("Search or run a command")

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.s8

        Icon {
            name: "search"
            color: Theme.textMuted
        }
        PlainText {
            Layout.fillWidth: true
            text: qsTr("Search or run a command")
            color: Theme.textMuted
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Row {
            spacing: 3

            Keycap {
                text: qsTr("Ctrl")
            }
            Keycap {
                text: "K"
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.hovered ? Theme.hover : Theme.surface
        border.color: root.hovered ? Theme.borderStrong : Theme.border

        FocusRing {
            visible: root.visualFocus
        }
    }
}
