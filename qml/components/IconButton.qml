// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Switchboard.Ui

/*! Button that is an icon. \c tip is its name for everybody: tooltip and screen reader. */
T.Button {
    id: root

    required property string iconName
    required property string tip
    /*! Shown in the tooltip behind the name, such as "Ctrl+B". */
    property string keys
    property color ink: Theme.textSecondary
    property int iconSize: 16
    property bool framed: false
    /*! A dot top right: something new is behind this button. */
    property color dotColor: "transparent"

    implicitWidth: root.framed ? Theme.control : Theme.iconButton
    implicitHeight: implicitWidth
    padding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.tip

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            size: root.iconSize
            color: !root.enabled ? Theme.textDisabled : root.checked ? Theme.accentText : root.hovered ? Theme.text : root.ink
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.down ? Theme.pressed : root.checked ? Theme.selected : root.hovered && root.enabled ? Theme.hover : root.framed ? Theme.raised : "transparent"
        border.width: root.framed ? 1 : 0
        border.color: Theme.borderStrong

        Rectangle {
            visible: root.dotColor.a > 0
            x: parent.width / 2 + 3
            y: parent.height / 2 - 10
            width: 6
            height: 6
            radius: 3
            color: root.dotColor
        }
        FocusRing {
            visible: root.visualFocus
        }
    }

    AppToolTip {
        text: root.keys === "" ? root.tip : qsTr("%1 (%2)").arg(root.tip).arg(root.keys)
        visible: root.hovered && !root.down || root.visualFocus
    }
}
