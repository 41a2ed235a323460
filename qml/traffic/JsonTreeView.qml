// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! The arguments as a tree. Arrows move, Left and Right close and open, Ctrl+C copies the value. */
ListView {
    id: root

    required property JsonTree tree

    signal textCopied(string text)
    signal filterAsked(string term)

    function key(event: KeyEvent): bool {
        const row = root.currentItem as JsonTreeDelegate;
        if (!row) {
            return false;
        }
        switch (event.key) {
        case Qt.Key_Left:
            if (row.expanded) {
                root.tree.toggle(row.index);
            }
            return true;
        case Qt.Key_Right:
            if (row.expandable && !row.expanded) {
                root.tree.toggle(row.index);
            }
            return true;
        case Qt.Key_Return:
        case Qt.Key_Enter:
            root.tree.toggle(row.index);
            return true;
        case Qt.Key_C:
            if (event.modifiers & Qt.ControlModifier) {
                root.textCopied(event.modifiers & Qt.ShiftModifier ? root.tree.path(row.index) : root.tree.valueText(row.index));
                return true;
            }
            return false;
        default:
            return false;
        }
    }

    objectName: "jsonTree"
    model: root.tree
    clip: true
    reuseItems: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    keyNavigationEnabled: true
    currentIndex: -1
    highlightMoveDuration: 0
    Accessible.role: Accessible.Tree
    Accessible.name: qsTr("Payload")
    T.ScrollBar.vertical: VScroll {}

    Keys.onPressed: event => event.accepted = root.key(event)
    onActiveFocusChanged: {
        if (activeFocus && currentIndex < 0) {
            currentIndex = 0;
        }
    }

    delegate: JsonTreeDelegate {
        width: ListView.view.width
        current: ListView.isCurrentItem && ListView.view.activeFocus
        onChosen: {
            ListView.view.currentIndex = index;
            ListView.view.forceActiveFocus(Qt.MouseFocusReason);
        }
        onToggled: root.tree.toggle(index)
        onCopied: root.textCopied(root.tree.valueText(index))
        onFiltered: root.filterAsked(root.tree.filterText(index))
    }
}
