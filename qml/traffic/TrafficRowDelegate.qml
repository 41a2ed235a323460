// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! One row of the Traffic list. Shows what the model says; the list takes the clicks. */
Rectangle {
    id: root

    required property TrafficColumns columns
    required property KindStyle kinds
    property bool hovered: false

    required property int index
    required property real row
    required property string time
    required property int kind
    required property string event
    required property string receivers
    required property string nsp
    required property string client
    required property string target
    required property string args
    required property string size
    required property string ack
    required property bool late
    required property bool selected
    required property bool marked
    required property string label

    readonly property bool isError: root.kind === root.kinds.error
    readonly property bool isGap: root.kind === root.kinds.gap
    readonly property bool empty: root.row === 0

    height: Theme.trafficRow
    color: root.empty ? "transparent" : root.selected ? Theme.selected : root.isError ? Theme.tint(Theme.danger) : root.hovered ? Theme.hover : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.label
    Accessible.selected: root.selected
    Accessible.ignored: root.empty

    component Cell: PlainText {
        height: parent.height
        visible: width > 0 && text !== ""
        verticalAlignment: Text.AlignVCenter
        font: Theme.rowMono
        color: Theme.textSecondary
        elide: Text.ElideRight
        maximumLineCount: 1
        Accessible.ignored: true
    }

    Rectangle {
        visible: !root.empty && (root.selected || root.isError || root.marked)
        width: 3
        height: root.height
        color: root.selected ? Theme.focus : root.isError ? Theme.danger : Theme.accentText
    }
    Cell {
        x: root.columns.timeX
        width: root.columns.timeWidth - root.columns.space
        text: root.time
        color: Theme.textMuted
    }
    Icon {
        visible: !root.empty
        x: root.columns.kindX + Math.round((root.columns.kindWidth - root.columns.space - width) / 2)
        y: Math.round((root.height - height) / 2)
        name: root.empty ? "" : root.marked ? "bookmark" : root.kinds.icons[root.kind]
        color: root.empty ? "transparent" : root.kinds.inks[root.kind]
        size: 15
    }
    Cell {
        id: name

        x: root.columns.eventX
        width: root.isGap ? root.columns.sizeX - x : Math.min(implicitWidth, root.columns.eventWidth - root.columns.space - (receivers.visible ? receivers.width + root.columns.space : 0))
        text: root.event
        font: Theme.rowMono
        color: root.empty ? Theme.text : root.kinds.nameInks[root.kind]
    }
    Cell {
        id: receivers

        x: name.x + name.width + root.columns.space
        width: implicitWidth
        text: root.receivers
        color: Theme.textMuted
    }
    Cell {
        x: root.columns.nspX
        width: root.columns.nspWidth - root.columns.space
        text: root.nsp
    }
    Cell {
        x: root.columns.clientX
        width: root.columns.clientWidth - root.columns.space
        text: root.client
    }
    Cell {
        x: root.columns.targetX
        width: root.columns.targetWidth - root.columns.space
        text: root.target
    }
    Cell {
        x: root.columns.argsX
        width: root.columns.argsWidth - root.columns.space
        text: root.args
    }
    Cell {
        x: root.columns.sizeX
        width: root.columns.sizeWidth
        horizontalAlignment: Text.AlignRight
        text: root.size
        color: Theme.textMuted
    }
    Cell {
        x: root.columns.ackX
        width: root.columns.ackWidth
        horizontalAlignment: Text.AlignRight
        text: root.ack
        color: root.late ? Theme.warning : Theme.evAck
    }
}
