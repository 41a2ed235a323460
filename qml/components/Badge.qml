// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! A short fact on a tint of its own colour. */
Rectangle {
    id: root

    property string text
    property string iconName
    property color ink: Theme.textSecondary
    property font font: Theme.captionStrong
    /*! Plain ground in place of the tint. */
    property bool neutral: false

    implicitWidth: content.implicitWidth + 12
    implicitHeight: Theme.px(20)
    radius: Theme.radiusBadge
    color: root.neutral ? Theme.hover : Theme.tint(root.ink)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    RowLayout {
        id: content

        anchors.fill: parent
        anchors.leftMargin: 6
        anchors.rightMargin: 6
        spacing: Theme.s4

        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            color: root.ink
            size: 12
        }
        PlainText {
            Layout.fillWidth: true
            text: root.text
            font: root.font
            color: root.ink
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}
