// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import Switchboard
import Switchboard.Ui

/*! The window of rows into the clients. One stop for Tab; arrows move the cursor in it. */
FocusScope {
    id: root

    required property ClientsView clients
    required property ClientColumns columns

    signal menuAsked
    signal opened
    signal emitAsked
    signal disconnectAsked

    function extending(modifiers: int): bool {
        return (modifiers & Qt.ShiftModifier) !== 0;
    }

    clip: true
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Clients")
    Accessible.focusable: true

    Binding {
        target: root.clients
        property: "visibleRows"
        value: Math.ceil(root.height / Theme.listRow)
        when: root.visible
    }

    Keys.onPressed: event => {
        const extend = root.extending(event.modifiers);
        const page = Math.max(1, root.clients.visibleRows - 1);
        event.accepted = true;
        if (event.key === Qt.Key_Down) {
            root.clients.moveCurrent(1, extend);
        } else if (event.key === Qt.Key_Up) {
            root.clients.moveCurrent(-1, extend);
        } else if (event.key === Qt.Key_PageDown && event.modifiers === Qt.NoModifier) {
            root.clients.moveCurrent(page, extend);
        } else if (event.key === Qt.Key_PageUp && event.modifiers === Qt.NoModifier) {
            root.clients.moveCurrent(-page, extend);
        } else if (event.key === Qt.Key_Home) {
            root.clients.moveCurrent(-root.clients.count, extend);
        } else if (event.key === Qt.Key_End) {
            root.clients.moveCurrent(root.clients.count, extend);
        } else if (event.matches(StandardKey.SelectAll)) {
            root.clients.selectAll();
        } else if (event.key === Qt.Key_Delete) {
            root.disconnectAsked();
        } else if (event.key === Qt.Key_Escape && root.clients.current !== 0) {
            root.clients.clearSelection();
        } else if (event.key === Qt.Key_Menu || event.key === Qt.Key_F10 && event.modifiers === Qt.ShiftModifier) {
            root.menuAsked();
        } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            event.modifiers === Qt.ControlModifier ? root.emitAsked() : root.opened();
        } else {
            event.accepted = false;
        }
    }

    Column {
        anchors.fill: parent

        Repeater {
            model: root.clients

            delegate: ClientRowDelegate {
                required property int index

                width: root.width
                columns: root.columns
                focused: root.activeFocus
                onPressed: modifiers => {
                    root.forceActiveFocus();
                    root.clients.select(index, root.extending(modifiers), (modifiers & Qt.ControlModifier) !== 0);
                }
                onMenuAsked: root.menuAsked()
                onOpened: root.opened()
            }
        }
    }
    WheelHandler {
        property real rest: 0

        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => {
            // Three rows per notch of 120; what is less than a row waits.
            rest -= event.angleDelta.y / 40;
            const rows = Math.trunc(rest);
            rest -= rows;
            root.clients.scrollBy(rows);
        }
    }
    VScroll {
        id: bar

        anchors.right: parent.right
        height: parent.height
        orientation: Qt.Vertical
        size: root.clients.count === 0 ? 1 : Math.min(1, Math.floor(root.height / Theme.listRow) / root.clients.count)
        onPositionChanged: if (bar.pressed) {
            root.clients.top = Math.round(bar.position * root.clients.count);
        }

        Binding {
            target: bar
            property: "position"
            value: root.clients.count === 0 ? 0 : root.clients.top / root.clients.count
            when: !bar.pressed
        }
    }
}
