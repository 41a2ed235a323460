// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! One event with its rate as a number and a bar. */
T.AbstractButton {
    id: root

    required property var event
    required property real highest

    // Kinds as the traffic records number them: in, out, then Redis.
    readonly property bool incoming: root.event.kind === 0
    readonly property bool redis: root.event.kind === 9 || root.event.kind === 10

    signal chosen

    implicitHeight: Theme.px(32)
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("%1, %2, show in Traffic").arg(root.event.name).arg(Format.rate(root.event.rate))
    onClicked: root.chosen()

    contentItem: Item {
        Icon {
            y: Theme.px(5)
            name: root.redis ? "database" : root.incoming ? "arrow-down-left" : "arrow-up-right"
            color: root.redis ? Theme.evRedis : root.incoming ? Theme.evIn : Theme.evOut
            size: 14
        }
        PlainText {
            x: Theme.px(22)
            y: Theme.px(3)
            width: parent.width - x - amount.width - Theme.s8
            text: root.event.name
            font: Theme.mono
            color: root.hovered ? Theme.accentText : Theme.text
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        PlainText {
            id: amount

            anchors.right: parent.right
            y: Theme.px(3)
            text: Format.count(Math.round(root.event.rate))
            font: Theme.mono
            color: Theme.textSecondary
            Accessible.ignored: true
        }
        Rectangle {
            x: Theme.px(22)
            y: Theme.px(22)
            width: parent.width - x
            height: 3
            color: Theme.dark ? Theme.hover : Theme.border

            Rectangle {
                width: Math.max(2, Math.round(parent.width * root.event.rate / root.highest))
                height: parent.height
                color: root.redis ? Theme.gRedis : root.incoming ? Theme.gIn : Theme.gOut
            }
        }
    }
    background: Rectangle {
        visible: root.visualFocus
        color: "transparent"
        radius: Theme.radiusBadge
        border.width: Theme.focusWidth
        border.color: Theme.focus
    }
}
