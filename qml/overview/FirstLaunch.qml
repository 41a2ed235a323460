// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! The overview while nobody was ever connected: the address, three steps, three lines of code. */
Item {
    id: root

    required property Dashboard dashboard

    signal sharingAsked(bool on)
    signal demoAsked
    signal pageChosen(string page)

    implicitHeight: column.implicitHeight + 36 + Theme.s32

    ColumnLayout {
        id: column

        anchors.top: parent.top
        anchors.topMargin: 36
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(920, parent.width - 2 * Theme.s20)
        spacing: 18

        Card {
            Layout.fillWidth: true
            padding: 28
            topPadding: 30
            bottomPadding: 30

            RowLayout {
                spacing: Theme.s24

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    ServerHeading {
                        server: root.dashboard.server
                        font: Theme.lead
                    }
                    AddressDisplay {
                        Layout.topMargin: Theme.s12
                        url: root.dashboard.server.url
                        font: Theme.displayLarge
                    }
                    PlainText {
                        Layout.fillWidth: true
                        Layout.topMargin: Theme.s6
                        text: root.dashboard.server.sharing ? qsTr("Everyone on this network can reach it.") : qsTr("Only this computer can reach it. Turn on sharing to let phones join.")
                        color: Theme.textMuted
                        wrapMode: Text.Wrap
                    }
                    SharingRow {
                        Layout.topMargin: Theme.s12
                        server: root.dashboard.server
                        onSharingAsked: on => root.sharingAsked(on)
                    }
                    RowLayout {
                        Layout.topMargin: Theme.s16
                        spacing: Theme.s8

                        AppButton {
                            implicitHeight: Theme.controlLarge
                            text: qsTr("Open demo")
                            iconName: "external-link"
                            kind: AppButton.Primary
                            enabled: root.dashboard.server.running
                            onClicked: root.demoAsked()
                        }
                        CopyCodeButton {
                            implicitHeight: Theme.controlLarge
                            url: root.dashboard.server.publicUrl
                        }
                    }
                }
                QrTile {
                    Layout.alignment: Qt.AlignVCenter
                    side: 176
                    url: root.dashboard.server.lanDemoUrl
                }
            }
        }
        GridLayout {
            Layout.fillWidth: true
            columns: width < 700 ? 1 : 3
            columnSpacing: 14
            rowSpacing: 14

            StepCard {
                Layout.fillWidth: true
                number: 1
                title: qsTr("Open the demo")
                iconName: "rocket"
                text: qsTr("A team chat opens in your browser. Every tab becomes a client.")
                next: true
                onClicked: root.demoAsked()
            }
            StepCard {
                Layout.fillWidth: true
                number: 2
                title: qsTr("Watch the traffic")
                iconName: "activity"
                text: qsTr("Each event shows up live. Click one to see its payload.")
                onClicked: root.pageChosen("traffic")
            }
            StepCard {
                Layout.fillWidth: true
                number: 3
                title: qsTr("Send an event back")
                iconName: "send"
                text: qsTr("Pick who gets it, type JSON, press Ctrl+Enter.")
                onClicked: root.pageChosen("emit")
            }
        }
        ConnectCode {
            Layout.fillWidth: true
            url: root.dashboard.server.publicUrl
        }
        PlainText {
            Layout.fillWidth: true
            text: qsTr("No clients yet. This page turns into the live overview when the first one connects.")
            font: Theme.small
            color: Theme.textMuted
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
    }
}
