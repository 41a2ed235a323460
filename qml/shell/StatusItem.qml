// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! One fact in the status bar. */
T.Button {
    id: root

    required property string name
    property string iconName
    property color ink: Theme.textSecondary

    implicitHeight: Theme.statusBar - 2
    implicitWidth: Math.ceil(implicitContentWidth) + 2 * Theme.s6
    leftPadding: Theme.s6
    rightPadding: Theme.s6
    focusPolicy: root.enabled ? Qt.StrongFocus : Qt.NoFocus
    Accessible.name: root.name

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.s6

        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            size: 12
            color: root.ink
        }
        PlainText {
            text: root.text
            font: Theme.caption
            color: root.hovered && root.enabled ? Theme.text : Theme.textSecondary
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radiusBadge
        color: root.hovered && root.enabled ? Theme.hover : "transparent"
        border.width: root.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.focus
    }
}
