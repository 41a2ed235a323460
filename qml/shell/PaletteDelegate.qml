// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! A row of the palette, with its group's heading above the first. */
Item {
    id: root

    required property int index
    required property string group
    required property bool firstOfGroup
    required property string icon
    required property string title
    required property string detail
    required property string keys

    readonly property bool isCurrent: ListView.isCurrentItem
    readonly property int headingHeight: root.firstOfGroup ? Theme.px(30) : 0

    signal chosen
    signal pointed

    implicitHeight: root.headingHeight + Theme.px(38)
    Accessible.role: Accessible.ListItem
    Accessible.name: root.detail === "" ? root.title : qsTr("%1, %2").arg(root.title).arg(root.detail)
    Accessible.onPressAction: root.chosen()

    PlainText {
        x: 10
        y: Theme.px(12)
        visible: root.firstOfGroup
        text: root.group
        font: Theme.captionStrong
        color: Theme.textMuted
        Accessible.ignored: true
    }
    Rectangle {
        y: root.headingHeight
        width: parent.width
        height: Theme.px(38)
        radius: Theme.radiusWell
        color: root.isCurrent ? Theme.selected : "transparent"
        border.width: root.isCurrent && Theme.highContrast ? 2 : 0
        border.color: Theme.focus

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.s12
            anchors.rightMargin: Theme.s12
            spacing: Theme.s12

            Icon {
                name: root.icon
                color: root.isCurrent ? Theme.accentText : Theme.textSecondary
            }
            PlainText {
                Layout.maximumWidth: parent.width * 0.7
                text: root.title
                font: Theme.bodyStrong
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            PlainText {
                Layout.fillWidth: true
                text: root.detail
                font: Theme.small
                color: Theme.textSecondary
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Keycap {
                visible: text !== ""
                text: root.keys !== "" ? root.keys : root.isCurrent ? qsTr("Enter") : ""
            }
        }
        HoverHandler {
            onPointChanged: root.pointed()
        }
        TapHandler {
            onTapped: root.chosen()
        }
    }
}
