// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! The six events that come most often. */
Card {
    id: root

    required property TrafficStats stats

    readonly property var busiest: root.stats.busiest
    readonly property real highest: root.busiest.reduce((most, event) => Math.max(most, event.rate), 1)

    signal eventChosen(string name)

    title: qsTr("Busiest events")
    actions: [
        PlainText {
            text: qsTr("per second")
            font: Theme.small
            color: Theme.textMuted
        }
    ]

    // A positioner: rows that come and go while the page is hidden would leave a Layout of
    // Qt 6.4 with pointers to them.
    Column {
        id: rows

        Layout.fillWidth: true
        Layout.fillHeight: true

        Repeater {
            model: root.busiest.length

            delegate: BusyDelegate {
                required property int index

                width: rows.width
                event: root.busiest[index]
                highest: root.highest
                onChosen: root.eventChosen(event.name)
            }
        }
    }

    PlainText {
        parent: root
        anchors.centerIn: parent
        visible: root.busiest.length === 0
        text: qsTr("No events in the last seconds")
        color: Theme.textMuted
    }
}
