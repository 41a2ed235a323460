// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! Ground of what floats: menus, popovers, dialogs, toasts. The shadow is one stretched image. */
Item {
    id: root

    property color color: Theme.raised
    property color borderColor: Theme.borderStrong
    property int radius: Theme.radiusFloating

    readonly property int reach: 28

    BorderImage {
        anchors.fill: parent
        anchors.margins: -root.reach
        anchors.topMargin: -root.reach + 8
        anchors.bottomMargin: -root.reach - 8
        border {
            left: 2 * root.reach
            right: 2 * root.reach
            top: 2 * root.reach
            bottom: 2 * root.reach
        }
        source: Theme.dark ? "image://shadow/190" : "image://shadow/60"
        visible: !Theme.highContrast
        Accessible.ignored: true
    }
    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.color
        border.color: root.borderColor
    }
}
