// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! Pill that switches a part of a list on and off. \c count is formatted text. */
T.CheckBox {
    id: root

    property string iconName
    property color ink: Theme.textSecondary
    property string count

    padding: 0
    leftPadding: Theme.s8
    rightPadding: 10
    implicitHeight: Theme.controlSmall
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    font: Theme.smallStrong
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.count === "" ? root.text : qsTr("%1, %2").arg(root.text).arg(root.count)

    indicator: null
    contentItem: RowLayout {
        spacing: Theme.s6

        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            size: 14
            color: root.checked ? root.ink : Theme.textMuted
        }
        PlainText {
            text: root.text
            font: root.font
            color: root.checked ? Theme.text : Theme.textSecondary
            Accessible.ignored: true
        }
        PlainText {
            visible: root.count !== ""
            text: root.count
            font: Theme.small
            color: Theme.textMuted
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: height / 2
        color: root.down ? Theme.pressed : root.checked || root.hovered ? Theme.hover : "transparent"
        border.color: root.checked ? Theme.borderStrong : Theme.border

        FocusRing {
            visible: root.visualFocus
            around: parent.height / 2
        }
    }
}
