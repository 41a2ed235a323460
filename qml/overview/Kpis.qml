// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! The six numbers; each opens the page that explains it. */
GridLayout {
    id: root

    required property Readings readings

    signal pageChosen(string page, string argument)

    columnSpacing: Theme.s12
    rowSpacing: Theme.s12

    StatCard {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        title: qsTr("Clients")
        iconName: "users"
        value: root.readings.clients
        note: root.readings.clientsNote
        series: root.readings.clientsSeries
        ink: Theme.accentText
        lineColor: Theme.gAccent
        onClicked: root.pageChosen("clients", "")
    }
    StatCard {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        title: qsTr("Events in")
        iconName: "arrow-down-left"
        value: root.readings.in
        unit: qsTr("/s")
        note: root.readings.inNote
        series: root.readings.inSeries
        ink: Theme.evIn
        lineColor: Theme.gIn
        onClicked: root.pageChosen("traffic", "dir:in")
    }
    StatCard {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        title: qsTr("Events out")
        iconName: "arrow-up-right"
        value: root.readings.out
        unit: qsTr("/s")
        note: root.readings.outNote
        series: root.readings.outSeries
        ink: Theme.evOut
        lineColor: Theme.gOut
        onClicked: root.pageChosen("traffic", "dir:out")
    }
    StatCard {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        title: qsTr("Throughput")
        iconName: "gauge"
        value: root.readings.throughput
        unit: root.readings.throughputUnit
        note: root.readings.throughputNote
        series: root.readings.throughputSeries
        ink: Theme.accentText
        lineColor: Theme.gAccent
        onClicked: root.pageChosen("traffic", "size>1kB")
    }
    StatCard {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        title: qsTr("Ack p95")
        iconName: "timer"
        value: root.readings.ack
        unit: root.readings.ackUnit
        note: root.readings.ackNote
        series: root.readings.ackSeries
        ink: Theme.evAck
        lineColor: Theme.gAck
        onClicked: root.pageChosen("traffic", "has:ack")
    }
    StatCard {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        title: qsTr("Errors")
        iconName: "triangle-alert"
        value: root.readings.errors
        note: qsTr("in the last 10 minutes")
        series: root.readings.errorsSeries
        ink: root.readings.anyErrors ? Theme.danger : Theme.textSecondary
        lineColor: root.readings.anyErrors ? Theme.gDanger : Theme.textMuted
        onClicked: root.pageChosen("traffic", "type:error")
    }
}
