// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! Address, sharing, demo and the QR code, across the top of the live overview. */
Card {
    id: root

    required property Dashboard dashboard
    required property bool compact

    readonly property ServerControl server: root.dashboard.server

    signal sharingAsked(bool on)
    signal demoAsked
    signal echoAsked

    padding: Theme.s24
    topPadding: 14
    bottomPadding: 14

    RowLayout {
        spacing: Theme.s20

        ColumnLayout {
            spacing: 0

            RowLayout {
                spacing: Theme.s8

                ServerHeading {
                    Layout.fillWidth: false
                    Layout.maximumWidth: root.width / 2
                    server: root.server
                }
                Badge {
                    iconName: "rocket"
                    ink: Theme.accentText
                    text: qsTr("Demo: Team chat")
                }
            }
            AddressDisplay {
                Layout.topMargin: Theme.s12
                url: root.server.url
            }
            SharingRow {
                Layout.topMargin: Theme.s6
                server: root.server
                showsAddress: !root.compact
                onSharingAsked: on => root.sharingAsked(on)
            }
            RowLayout {
                Layout.topMargin: Theme.s12
                spacing: Theme.s8

                AppButton {
                    text: qsTr("Open demo")
                    iconName: "external-link"
                    kind: AppButton.Primary
                    enabled: root.server.running
                    onClicked: root.demoAsked()
                }
                CopyCodeButton {
                    url: root.server.publicUrl
                }
                AppButton {
                    visible: !root.compact
                    text: root.dashboard.echoTest.running ? qsTr("Testing") : qsTr("Try the echo test")
                    iconName: "zap"
                    kind: AppButton.Ghost
                    enabled: root.server.running && !root.dashboard.echoTest.running
                    onClicked: root.echoAsked()
                }
            }
        }
        Item {
            Layout.fillWidth: true
        }
        ColumnLayout {
            visible: !root.compact && tile.hasCode
            spacing: Theme.s4

            PlainText {
                Layout.alignment: Qt.AlignRight
                text: qsTr("Open it on a phone")
                font: Theme.bodyStrong
            }
            PlainText {
                Layout.preferredWidth: Theme.px(150)
                text: qsTr("Scan with the camera. Both devices must be on the same Wi-Fi.")
                font: Theme.small
                color: Theme.textSecondary
                lineHeight: 1.2
                horizontalAlignment: Text.AlignRight
                wrapMode: Text.Wrap
            }
        }
        QrTile {
            id: tile

            url: root.server.lanDemoUrl
        }
    }
}
