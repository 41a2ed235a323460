// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! What a line of a chart is, with its value. */
Row {
    id: root

    required property string iconName
    required property color ink
    required property string text

    spacing: Theme.s6

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        color: root.ink
        size: 14
    }
    PlainText {
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        font: Theme.small
        color: Theme.textSecondary
    }
}
