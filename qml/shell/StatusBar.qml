// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! Facts of the moment along the bottom; each is a button to where there is more. */
T.Control {
    id: root

    required property ServerControl server
    required property Readings readings
    required property int cpu
    /*! How full the memory of the traffic is. */
    property string buffer

    readonly property bool wide: root.width >= 1100

    signal addressCopied
    signal pageChosen(string page)

    implicitHeight: Theme.statusBar
    leftPadding: Theme.s8
    rightPadding: Theme.s8
    topPadding: 1
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.StatusBar
    Accessible.name: qsTr("Status bar")

    contentItem: RowLayout {
        spacing: Theme.s6

        StatusItem {
            iconName: "globe"
            ink: root.server.running ? Theme.success : Theme.textMuted
            text: root.server.url
            name: qsTr("Copy the address %1").arg(root.server.url)
            onClicked: {
                Clipboard.copy(root.server.url);
                root.addressCopied();
            }
        }
        StatusItem {
            iconName: "users"
            text: qsTr("%n client(s)", "", root.server.clients)
            name: qsTr("%1, open Clients").arg(text)
            onClicked: root.pageChosen("clients")
        }
        StatusItem {
            iconName: "arrow-down-left"
            ink: Theme.evIn
            //: events per second that came in
            text: qsTr("%1 ev/s").arg(root.readings.in)
            name: qsTr("%1 events per second in, open Traffic").arg(root.readings.in)
            onClicked: root.pageChosen("traffic")
        }
        StatusItem {
            iconName: "arrow-up-right"
            ink: Theme.evOut
            text: qsTr("%1 ev/s").arg(root.readings.out)
            name: qsTr("%1 events per second out, open Traffic").arg(root.readings.out)
            onClicked: root.pageChosen("traffic")
        }
        Item {
            Layout.fillWidth: true
        }
        StatusItem {
            visible: root.wide && root.buffer !== ""
            iconName: "layers"
            text: root.buffer
            name: qsTr("%1, open Traffic").arg(text)
            onClicked: root.pageChosen("traffic")
        }
        StatusItem {
            iconName: "gauge"
            text: qsTr("CPU %1 %").arg(root.cpu)
            name: text
            enabled: false
        }
        StatusItem {
            visible: root.wide
            text: qsTr("Switchboard %1").arg(Qt.application.version)
            name: text
            enabled: false
        }
    }
    background: Rectangle {
        color: Theme.sidebar

        Rectangle {
            width: parent.width
            height: 1
            color: Theme.border
        }
    }
}
