// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! Events per second in both directions over a minute, ten minutes or an hour. */
Card {
    id: root

    required property Dashboard dashboard
    required property Readings readings

    topPadding: 10
    bottomPadding: Theme.s12

    RateHistory {
        id: history

        stats: root.dashboard.stats
    }

    RowLayout {
        spacing: Theme.s16

        PlainText {
            text: qsTr("Event rate")
            font: Theme.heading
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        ChartLegend {
            Layout.leftMargin: Theme.s6
            iconName: "arrow-down-left"
            ink: Theme.evIn
            text: qsTr("In %1/s").arg(root.readings.in)
        }
        ChartLegend {
            iconName: "arrow-up-right"
            ink: Theme.evOut
            text: qsTr("Out %1/s").arg(root.readings.out)
        }
        Item {
            Layout.fillWidth: true
        }
        Segmented {
            name: qsTr("Range")
            options: [qsTr("1 min"), qsTr("10 min"), qsTr("1 h")]
            currentIndex: history.range
            onActivated: index => history.range = index
        }
    }
    RateChart {
        Layout.fillWidth: true
        Layout.fillHeight: true
        history: history
    }
}
