// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! The first six presets; a click sends at once. */
Card {
    id: root

    required property Presets presets

    readonly property int shown: 6

    signal emitAsked

    title: qsTr("Presets")
    hint: root.presets.count > 0 ? qsTr("one click sends") : ""

    // A positioner: rows that come and go while the page is hidden would leave a Layout of
    // Qt 6.4 with pointers to them.
    Grid {
        id: tiles

        Layout.fillWidth: true
        visible: root.presets.count > 0
        columns: root.width < 360 ? 1 : 2
        spacing: Theme.s8

        Repeater {
            model: root.presets

            delegate: PresetTile {
                required property int index

                // From the card: the grid is as wide as its tiles, so its own width would chase itself.
                width: (root.width - 2 * root.padding - (tiles.columns - 1) * tiles.spacing) / tiles.columns
                visible: index < root.shown
                onFired: root.presets.fire(index)
                onMoved: by => root.presets.move(index, Math.max(0, Math.min(root.presets.count - 1, index + by)))
            }
        }
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: root.presets.count === 0
        iconName: "save"
        text: qsTr("Save an event as a preset and it appears here.")
        actionText: qsTr("Open Emit")
        onActionTriggered: root.emitAsked()
    }
    Item {
        Layout.fillHeight: true
        visible: root.presets.count > 0
    }
}
