// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import Switchboard.Ui

/*! One row of the payload tree. */
Rectangle {
    id: root

    required property int index
    required property int depth
    required property string key
    required property bool isIndex
    required property int valueType
    required property string text
    required property string hint
    required property bool expandable
    required property bool expanded
    required property bool matched
    required property string label
    property bool current: false

    readonly property var inks: [Theme.textMuted, Theme.textMuted, Theme.jStr, Theme.jNum, Theme.jBool, Theme.jNull, Theme.textMuted]
    readonly property int indent: Theme.px(18)

    signal chosen
    signal toggled
    signal copied
    signal filtered

    height: Theme.treeRow
    color: root.matched ? Theme.tint(Theme.warning) : root.current || pointer.hovered ? Theme.hover : "transparent"
    Accessible.role: Accessible.TreeItem
    Accessible.name: root.label
    Accessible.selected: root.current

    HoverHandler {
        id: pointer
    }
    TapHandler {
        onTapped: {
            root.chosen();
            if (root.expandable) {
                root.toggled();
            }
        }
    }
    Repeater {
        model: root.depth

        Rectangle {
            required property int index

            x: Theme.s16 + 6 + index * root.indent
            width: 1
            height: root.height
            color: Theme.border
        }
    }
    Icon {
        id: arrow

        visible: root.expandable
        x: Theme.s16 + root.depth * root.indent
        y: Math.round((root.height - height) / 2)
        name: root.expanded ? "chevron-down" : "chevron-right"
        size: 12
    }
    PlainText {
        id: name

        x: Theme.s16 + root.depth * root.indent + Theme.px(18)
        width: Math.min(implicitWidth, root.width / 2)
        height: root.height
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        text: root.isIndex || root.depth === 0 || root.expandable ? root.key : root.key + ":"
        font: Theme.mono
        color: root.isIndex ? Theme.textSecondary : Theme.jKey
        Accessible.ignored: true
    }
    PlainText {
        id: words

        x: name.x + name.width + Theme.s12
        width: Math.max(0, Math.min(implicitWidth, actions.x - x - (more.visible ? Theme.px(90) : 0)))
        height: root.height
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        maximumLineCount: 1
        text: root.text
        font: Theme.mono
        color: root.inks[root.valueType]
        Accessible.ignored: true
    }
    PlainText {
        id: more

        visible: root.hint !== ""
        x: root.text === "" ? words.x : words.x + words.width + Theme.s8
        width: Math.max(0, actions.x - x)
        height: root.height
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        text: root.hint
        font: Theme.small
        color: Theme.textMuted
        Accessible.ignored: true
    }
    Loader {
        id: actions

        x: root.width - width - Theme.s12
        height: root.height
        active: pointer.hovered || root.current
        sourceComponent: Row {
            IconButton {
                width: root.height
                height: width
                iconName: "copy"
                iconSize: 14
                tip: qsTr("Copy value")
                focusPolicy: Qt.NoFocus
                onClicked: root.copied()
            }
            IconButton {
                width: root.height
                height: width
                visible: root.text !== ""
                iconName: "funnel"
                iconSize: 14
                tip: qsTr("Filter by this value")
                focusPolicy: Qt.NoFocus
                onClicked: root.filtered()
            }
        }
    }
}
