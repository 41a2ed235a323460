// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! The table of keys, searchable. */
SidePanel {
    id: root

    readonly property var table: [
        [qsTr("Anywhere"), "Ctrl+K", qsTr("Search or run a command")],
        [qsTr("Anywhere"), "Ctrl+1 … Ctrl+4", qsTr("Overview, Traffic, Clients, Emit")],
        [qsTr("Anywhere"), "Ctrl+N", qsTr("New emit")],
        [qsTr("Anywhere"), "Ctrl+O", qsTr("Open demo")],
        [qsTr("Anywhere"), "Ctrl+F", qsTr("Filter or search of this page")],
        [qsTr("Anywhere"), "Ctrl+Shift+P", qsTr("Pause or resume Traffic")],
        [qsTr("Anywhere"), "Alt+1 … Alt+9", qsTr("Send preset 1 to 9")],
        [qsTr("Anywhere"), "Ctrl+Shift+S", qsTr("Share on this network")],
        [qsTr("Anywhere"), "Ctrl+Shift+A", qsTr("Copy the server's address")],
        [qsTr("Anywhere"), "Ctrl+Shift+R", qsTr("Read the numbers of the moment")],
        [qsTr("Anywhere"), "Ctrl+B", qsTr("Collapse the sidebar")],
        [qsTr("Anywhere"), "Ctrl+Shift+D", qsTr("Theme")],
        [qsTr("Anywhere"), "Ctrl+=  Ctrl+-  Ctrl+0", qsTr("Text size")],
        [qsTr("Anywhere"), "F6  Shift+F6", qsTr("Next, previous region")],
        [qsTr("Anywhere"), "Alt+Left  Alt+Right", qsTr("Back, forward")],
        [qsTr("Anywhere"), "F11", qsTr("Full screen")],
        [qsTr("Anywhere"), "Ctrl+Z", qsTr("Undo")],
        [qsTr("Anywhere"), "Esc", qsTr("Close the topmost thing")],
        [qsTr("Anywhere"), "F1", qsTr("This table")],
        [qsTr("Anywhere"), "Ctrl+Q", qsTr("Quit")],
        [qsTr("Lists"), "Up Down PgUp PgDn Home End", qsTr("Move")],
        [qsTr("Lists"), "Enter", qsTr("Open the detail")],
        [qsTr("Lists"), "Shift+F10", qsTr("Menu of the row")],
        [qsTr("Lists"), "Ctrl+C", qsTr("Copy")],
        [qsTr("Traffic"), "Space", qsTr("Pause, resume")],
        [qsTr("Traffic"), "End", qsTr("Follow the newest")],
        [qsTr("Traffic"), "Ctrl+L", qsTr("Clear")],
        [qsTr("Traffic"), "F  X", qsTr("Only this event; hide this event")],
        [qsTr("Traffic"), "M  N  Shift+N", qsTr("Mark; next, previous mark")],
        [qsTr("Traffic"), "Ctrl+U", qsTr("Show around, without the filter")],
        [qsTr("Traffic"), "[  ]", qsTr("Previous, next detail tab")],
        [qsTr("Emit"), "Ctrl+Enter", qsTr("Send")],
        [qsTr("Emit"), "Ctrl+S", qsTr("Save as preset")],
        [qsTr("Emit"), "Ctrl+Shift+F", qsTr("Format JSON")],
        [qsTr("Emit"), "F8  Shift+F8", qsTr("Next, previous error")]
    ]

    /*! Rows that match the search, each with whether its heading stands above it. */
    readonly property var shown: {
        const wanted = search.text.toLowerCase();
        const rows = root.table.filter(row => row.some(text => text.toLowerCase().includes(wanted)));
        return rows.map((row, i) => row.concat(i === 0 || rows[i - 1][0] !== row[0]));
    }

    title: qsTr("Keyboard shortcuts")
    preferredWidth: 460
    onOpened: {
        search.clear();
        search.forceActiveFocus();
    }

    AppField {
        id: search

        Layout.fillWidth: true
        Layout.margins: Theme.s20
        Layout.bottomMargin: Theme.s8
        name: qsTr("Search shortcuts")
        placeholderText: qsTr("Search")
        iconName: "search"
        clearable: true
    }
    ListView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        model: root.shown
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: VScroll {}
        Accessible.role: Accessible.List
        Accessible.name: root.title

        delegate: ShortcutDelegate {
            width: ListView.view.width
        }
    }
}
