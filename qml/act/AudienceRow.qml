// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! Who gets the event: everyone, rooms or clients as tokens, less the exceptions; how many. */
ColumnLayout {
    id: root

    required property Composer composer

    readonly property bool named: root.composer.audience !== Composer.Everyone

    spacing: Theme.s6

    PlainText {
        text: qsTr("Send to")
        font: Theme.smallStrong
        color: Theme.textSecondary
    }
    RowLayout {
        spacing: Theme.s12

        Segmented {
            Layout.alignment: Qt.AlignTop
            name: qsTr("Send to")
            options: [qsTr("Everyone"), qsTr("Rooms"), qsTr("Clients")]
            currentIndex: root.composer.audience
            onActivated: index => root.composer.audience = index
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.s6

            Repeater {
                model: root.named ? root.composer.targets : null

                delegate: TokenChip {
                    required property int index

                    onRemoved: root.composer.targets.remove(index)
                }
            }
            Repeater {
                model: root.composer.exceptions

                delegate: TokenChip {
                    required property int index

                    excepted: true
                    onRemoved: root.composer.exceptions.remove(index)
                }
            }
            AppButton {
                id: adder

                visible: root.named
                small: true
                kind: AppButton.Ghost
                iconName: "plus"
                text: qsTr("Add")
                name: root.composer.audience === Composer.Rooms ? qsTr("Add a room") : qsTr("Add a client")
                onClicked: targetPicker.open()

                AudiencePicker {
                    id: targetPicker

                    y: adder.height + Theme.s4
                    composer: root.composer
                    rooms: root.composer.audience === Composer.Rooms
                    clients: root.composer.audience === Composer.Clients
                }
            }
            AppButton {
                id: excepter

                small: true
                kind: AppButton.Ghost
                iconName: "minus"
                text: qsTr("Except")
                name: qsTr("Leave out a room or a client")
                onClicked: exceptPicker.open()

                AudiencePicker {
                    id: exceptPicker

                    y: excepter.height + Theme.s4
                    composer: root.composer
                    rooms: true
                    clients: true
                    excepted: true
                }
            }
        }
        PlainText {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.s6
            text: root.composer.reachText
            font: Theme.small
            color: root.composer.reachesNobody ? Theme.warning : Theme.textMuted
        }
    }
}
