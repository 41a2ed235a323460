// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! Half of a spin box's edge. The box itself takes the clicks. */
Rectangle {
    id: root

    required property string iconName
    property bool lit: false
    property bool able: true

    implicitWidth: Theme.px(22)
    implicitHeight: Theme.control / 2 - 1
    radius: Theme.radiusControl - 1
    color: root.lit && root.able ? Theme.hover : "transparent"
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        name: root.iconName
        size: 12
        color: root.able ? Theme.textSecondary : Theme.textDisabled
    }
}
