// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard
import Switchboard.Ui

/*! The payload as tree, text or hex, with a search through the tree. */
Item {
    id: root

    required property EventDetail detail
    required property int mode

    property int match: 0

    signal filterAsked(string term)

    function find(): void {
        search.visible = true;
        search.forceActiveFocus();
        search.selectAll();
    }

    function showMatch(by: int): void {
        const count = root.detail.tree.matchCount;
        if (count > 0) {
            root.match = (root.match + by + count) % count;
            tree.positionViewAtIndex(root.detail.tree.matchRow(root.match), ListView.Contain);
        }
    }

    PlainText {
        id: note

        objectName: "payloadNote"
        x: Theme.s16
        y: Theme.s8
        width: parent.width - 2 * x
        visible: root.detail.bodyNote !== ""
        text: root.detail.bodyNote
        font: Theme.small
        color: Theme.warning
        wrapMode: Text.Wrap
    }
    AppField {
        id: search

        objectName: "payloadSearch"
        x: Theme.s16
        y: (note.visible ? note.y + note.height : 0) + (visible ? Theme.s8 : 0)
        width: parent.width - 2 * x
        height: visible ? Theme.control : 0
        visible: false
        name: qsTr("Search in the payload")
        iconName: "search"
        placeholderText: root.detail.tree.matchCount > 0 && text !== "" ? "" : qsTr("Keys and values")
        rightPadding: Theme.px(80)

        onTextChanged: {
            root.detail.tree.find(text);
            root.match = 0;
            root.showMatch(0);
        }
        Keys.onReturnPressed: event => root.showMatch(event.modifiers & Qt.ShiftModifier ? -1 : 1)
        Keys.onEscapePressed: {
            search.clear();
            search.visible = false;
            tree.forceActiveFocus();
        }

        PlainText {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            visible: search.text !== ""
            text: root.detail.tree.matchCount > 0 ? qsTr("%1 of %2").arg(root.match + 1).arg(root.detail.tree.matchCount) : qsTr("None")
            font: Theme.small
            color: Theme.textMuted
        }
    }
    Item {
        id: body

        anchors.fill: parent
        anchors.topMargin: search.y + search.height + Theme.s8

        JsonTreeView {
            id: tree

            anchors.fill: parent
            visible: root.mode === 0 && count > 0
            tree: root.detail.tree
            onTextCopied: text => root.detail.copyText(text)
            onFilterAsked: term => root.filterAsked(term)
        }
        LinesView {
            anchors.fill: parent
            anchors.leftMargin: Theme.s16
            visible: root.mode === 1 || root.mode === 0 && !tree.visible
            name: qsTr("Payload as text")
            lines: root.detail.textLines
        }
        LinesView {
            anchors.fill: parent
            anchors.leftMargin: Theme.s16
            visible: root.mode === 2
            name: qsTr("Payload as bytes")
            lines: root.detail.hexLines
            wrap: false
        }
    }
}
