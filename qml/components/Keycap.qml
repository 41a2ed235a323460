// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! A key as it stands on the keyboard. */
Rectangle {
    id: root

    required property string text

    implicitWidth: Math.ceil(label.implicitWidth) + 10
    implicitHeight: Theme.px(18)
    radius: Theme.radiusBadge
    color: Theme.dark ? Theme.hover : Theme.sunken
    border.color: Theme.borderStrong
    Accessible.ignored: true

    PlainText {
        id: label

        anchors.centerIn: parent
        text: root.text
        font: Theme.captionStrong
        color: Theme.textSecondary
        Accessible.ignored: true
    }
}
