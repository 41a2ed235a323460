// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! Send or stop, why not, and what else can be done with the event. */
ColumnLayout {
    id: root

    required property Composer composer

    readonly property EmitRun run: root.composer.lastRun
    readonly property bool sending: root.run !== null && root.run.sending && root.run.total > 1

    function askForPreset(): void {
        if (root.composer.canSavePreset) {
            presetName.open();
        }
    }

    spacing: Theme.s12

    Connections {
        target: root.composer
        function onLastRunChanged(): void {
            sent.restart();
        }
    }
    Timer {
        id: sent

        interval: 600
    }
    Strip {
        Layout.fillWidth: true
        visible: root.composer.confirmation !== ""
        text: root.composer.confirmation
        iconName: "triangle-alert"
        ink: Theme.warning
        actionText: qsTr("Send")
        dismissable: true
        onActionTriggered: root.composer.send()
        onDismissed: root.composer.stop()
    }
    RowLayout {
        spacing: Theme.s8

        AppButton {
            visible: !root.sending
            kind: AppButton.Primary
            iconName: sent.running ? "check" : "send"
            text: qsTr("Send")
            enabled: root.composer.canSend
            onClicked: root.composer.send()
        }
        AppButton {
            visible: root.sending
            kind: AppButton.Danger
            iconName: "circle-stop"
            text: root.sending ? qsTr("Stop (%1 of %2)").arg(Format.count(root.run.sent)).arg(Format.count(root.run.total)) : ""
            onClicked: root.composer.stop()
        }
        Keycap {
            visible: !root.sending
            text: qsTr("Ctrl")
        }
        Keycap {
            visible: !root.sending
            text: qsTr("Enter")
        }
        PlainText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s4
            text: root.composer.blockReason !== "" ? root.composer.blockReason : root.composer.presetProblem
            font: Theme.small
            color: Theme.textMuted
            elide: Text.ElideRight
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            Accessible.ignored: text === ""
        }
        AppButton {
            id: copier

            kind: AppButton.Ghost
            iconName: "code"
            opensMenu: true
            text: qsTr("Copy as code")
            enabled: root.composer.canSend
            onClicked: codeMenu.open()

            AppMenu {
                id: codeMenu

                y: -height - Theme.s4

                Instantiator {
                    model: [qsTr("JavaScript, client"), qsTr("JavaScript, server"), qsTr("Python"), qsTr("curl"), qsTr("Arguments (JSON)"), qsTr("Packet")]
                    delegate: AppMenuItem {
                        required property int index
                        required property string modelData

                        text: modelData
                        onTriggered: Clipboard.copy(root.composer.code(index))
                    }
                    onObjectAdded: (index, object) => codeMenu.insertItem(index, object)
                    onObjectRemoved: (index, object) => codeMenu.removeItem(object)
                }
            }
        }
        AppButton {
            id: saver

            iconName: "save"
            text: qsTr("Save preset")
            enabled: root.composer.canSavePreset
            onClicked: presetName.open()

            NamePopover {
                id: presetName

                y: -height - Theme.s4
                x: saver.width - width
                name: qsTr("Save preset")
                value: root.composer.event
                actionText: qsTr("Save")
                onAccepted: name => root.composer.savePreset(name)
            }
        }
    }
}
