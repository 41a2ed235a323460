// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! The last five things that happened to clients, rooms and packets. */
Card {
    id: root

    required property Activity activity

    readonly property int shown: 5

    signal trafficAsked

    title: qsTr("Activity")
    actions: [
        AppButton {
            implicitHeight: Theme.px(20)
            leftPadding: 0
            rightPadding: 0
            small: true
            kind: AppButton.Link
            text: qsTr("View all")
            onClicked: root.trafficAsked()
        }
    ]

    Binding {
        target: root.activity
        property: "active"
        value: root.visible
    }
    // A positioner: rows that come and go while the page is hidden would leave a Layout of
    // Qt 6.4 with pointers to them.
    Column {
        id: rows

        Layout.fillWidth: true
        Layout.fillHeight: true

        Repeater {
            model: root.activity

            delegate: ActivityDelegate {
                required property int index

                width: rows.width
                visible: index < root.shown
            }
        }
    }

    PlainText {
        parent: root
        anchors.centerIn: parent
        visible: root.activity.count === 0
        text: qsTr("Nothing has happened yet")
        color: Theme.textMuted
    }
}
