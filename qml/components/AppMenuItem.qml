// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! Line of a menu: icon, words, muted detail, keys. */
T.MenuItem {
    id: root

    property string iconName
    property string detail
    property string keys
    property bool danger: false

    readonly property color ink: !root.enabled ? Theme.textMuted : root.danger ? Theme.danger : Theme.text

    implicitHeight: visible ? Theme.px(30) : 0
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: 10
    rightPadding: 10
    topPadding: 0
    bottomPadding: 0
    font: Theme.body
    Accessible.name: root.text
    Accessible.description: root.detail

    arrow: Icon {
        x: root.width - width - Theme.s8
        y: Math.round((root.height - height) / 2)
        visible: root.subMenu !== null
        name: "chevron-right"
        size: 14
    }
    indicator: null
    contentItem: RowLayout {
        spacing: Theme.s8

        Icon {
            visible: root.iconName !== "" || root.checkable
            name: root.checkable ? (root.checked ? "check" : "") : root.iconName
            color: root.danger ? Theme.danger : Theme.textSecondary
            size: 14
        }
        PlainText {
            text: root.text
            font: root.font
            color: root.ink
            elide: Text.ElideRight
            Layout.fillWidth: root.detail === ""
            Layout.maximumWidth: 360
            Accessible.ignored: true
        }
        PlainText {
            visible: root.detail !== ""
            Layout.fillWidth: true
            Layout.maximumWidth: 280
            text: root.detail
            font: Theme.small
            color: Theme.textMuted
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        PlainText {
            visible: root.keys !== ""
            Layout.leftMargin: Theme.s16
            text: root.keys
            font: Theme.small
            color: Theme.textMuted
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl - 1
        color: root.down ? Theme.pressed : root.highlighted ? (Theme.dark ? Theme.pressed : Theme.hover) : "transparent"
    }
}
