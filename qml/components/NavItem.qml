// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! A page in the sidebar. In the rail it is an icon; what the badge says moves into a dot. */
T.TabButton {
    id: root

    required property string iconName
    required property string keys
    property string badge
    property color badgeColor: Theme.textSecondary
    property bool rail: false
    /*! The badge matters enough for a dot in the rail. */
    property bool urgent: false

    implicitHeight: Theme.navItem
    padding: 0
    leftPadding: root.rail ? 0 : 10
    rightPadding: root.rail ? 0 : 10
    font: root.checked ? Theme.bodyStrong : Theme.bodyMedium
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.badge === "" ? root.text : qsTr("%1, %2").arg(root.text).arg(root.badge)

    contentItem: RowLayout {
        spacing: 10

        Icon {
            Layout.alignment: root.rail ? Qt.AlignCenter : Qt.AlignVCenter
            name: root.iconName
            size: root.rail ? 18 : 16
            color: root.checked ? Theme.accentText : root.hovered ? Theme.text : Theme.textSecondary
        }
        PlainText {
            Layout.fillWidth: true
            visible: !root.rail
            text: root.text
            font: root.font
            color: root.checked ? Theme.text : Theme.textSecondary
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        PlainText {
            visible: !root.rail && root.badge !== ""
            text: root.badge
            font: Theme.captionStrong
            color: root.badgeColor
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.checked ? Theme.navSelected : root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        border.width: root.checked ? 1 : 0
        border.color: Theme.dark ? Theme.borderStrong : Theme.border

        Rectangle {
            visible: root.rail && root.urgent
            x: parent.width - 14
            y: 4
            width: 8
            height: 8
            radius: 4
            color: root.badgeColor
        }
        FocusRing {
            visible: root.visualFocus
        }
    }

    AppToolTip {
        x: root.width + Theme.s8
        y: Math.round((root.height - implicitHeight) / 2)
        text: qsTr("%1 (%2)").arg(root.text).arg(root.keys)
        visible: root.rail && (root.hovered || root.visualFocus)
    }
}
