// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import Switchboard
import Switchboard.Ui

/*! How it is sent: with ack and its timeout, volatile, repeated. */
Flow {
    id: root

    required property Composer composer

    spacing: Theme.s20

    Row {
        height: Theme.control
        spacing: Theme.s8

        Toggle {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Wait for ack")
            checked: root.composer.waitForAck
            onToggled: root.composer.waitForAck = checked
        }
        AppSpin {
            visible: root.composer.waitForAck
            width: Theme.px(112)
            name: qsTr("Timeout of the ack")
            unit: qsTr("ms")
            from: 100
            to: 120000
            stepSize: 500
            value: root.composer.ackTimeout
            onValueModified: root.composer.ackTimeout = value
        }
    }
    Toggle {
        height: Theme.control
        text: qsTr("Volatile")
        checked: root.composer.isVolatile
        onToggled: root.composer.isVolatile = checked
    }
    Row {
        height: Theme.control
        spacing: Theme.s8

        Toggle {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Repeat")
            checked: root.composer.repeats
            onToggled: root.composer.repeats = checked
        }
        AppSpin {
            visible: root.composer.repeats
            width: Theme.px(112)
            name: qsTr("How often")
            unit: qsTr("×")
            from: 1
            to: 1000000
            value: root.composer.repeatCount
            onValueModified: root.composer.repeatCount = value
        }
        PlainText {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.composer.repeats
            text: qsTr("every")
            color: Theme.textMuted
        }
        AppSpin {
            visible: root.composer.repeats
            width: Theme.px(112)
            name: qsTr("Interval")
            unit: qsTr("ms")
            from: 0
            to: 60000
            stepSize: 10
            value: root.composer.repeatInterval
            onValueModified: root.composer.repeatInterval = value
        }
    }
}
