// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! Composes an event, sends it and shows the answers; presets beside it. */
FocusScope {
    id: root

    required property Dashboard dashboard

    readonly property Composer composer: root.dashboard.composer
    readonly property bool narrow: root.width < 900

    /*! Ctrl+F of the window. */
    function focusFilter(): void {
        composerCard.focusEvent();
    }

    Binding {
        target: root.composer
        property: "active"
        value: root.visible
    }
    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        enabled: root.visible && root.enabled
        onActivated: root.composer.send()
    }
    Shortcut {
        sequence: "Ctrl+S"
        enabled: root.visible && root.enabled
        onActivated: composerCard.savePreset()
    }
    Shortcut {
        sequence: "Ctrl+Shift+F"
        enabled: root.visible && root.enabled
        onActivated: root.composer.arguments.format()
    }
    Shortcut {
        sequences: ["F8", "Shift+F8"]
        enabled: root.visible && root.enabled
        onActivated: composerCard.goToProblem()
    }
    Shortcut {
        sequence: "Alt+A"
        enabled: root.visible && root.enabled
        onActivated: root.composer.arguments.add()
    }
    Shortcut {
        sequence: "Ctrl+PgUp"
        enabled: root.visible && root.enabled
        onActivated: root.composer.arguments.current -= 1
    }
    Shortcut {
        sequence: "Ctrl+PgDown"
        enabled: root.visible && root.enabled
        onActivated: root.composer.arguments.current += 1
    }
    Shortcut {
        sequence: "Esc"
        enabled: root.visible && root.enabled && (root.composer.confirmation !== "" || root.composer.lastRun !== null && root.composer.lastRun.sending)
        onActivated: root.composer.stop()
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.narrow ? Theme.s12 : Theme.s20
        spacing: Theme.s12

        Segmented {
            id: parts

            visible: root.narrow
            name: qsTr("Parts of this page")
            options: [qsTr("Event"), qsTr("Presets"), qsTr("Results")]
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.s16

            ComposerCard {
                id: composerCard

                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: !root.narrow || parts.currentIndex === 0
                composer: root.composer
                namespaces: root.dashboard.namespaces
            }
            ColumnLayout {
                Layout.fillWidth: root.narrow
                Layout.preferredWidth: 380
                Layout.maximumWidth: root.narrow ? root.width : 380
                visible: !root.narrow || parts.currentIndex > 0
                spacing: Theme.s16

                PresetList {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: 1
                    visible: !root.narrow || parts.currentIndex === 1
                    presets: root.dashboard.presets
                    onEditAsked: row => {
                        root.composer.loadPreset(row);
                        parts.currentIndex = 0;
                    }
                }
                LastSend {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: 1
                    visible: !root.narrow || parts.currentIndex === 2
                    composer: root.composer
                    sends: root.dashboard.sends
                }
            }
        }
    }
}
