// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! The event that is being written, from its name to Send. */
Card {
    id: root

    required property Composer composer
    required property NamespacesModel namespaces

    function focusEvent(): void {
        event.focusField();
    }

    function goToProblem(): void {
        editor.goToProblem();
    }

    function savePreset(): void {
        bar.askForPreset();
    }

    topPadding: 18
    bottomPadding: 18

    RowLayout {
        Layout.fillHeight: false
        spacing: Theme.s12

        EventField {
            id: event

            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            composer: root.composer
        }
        NamespaceField {
            Layout.preferredWidth: 180
            Layout.maximumWidth: 180
            Layout.alignment: Qt.AlignTop
            composer: root.composer
            namespaces: root.namespaces
        }
    }
    AudienceRow {
        Layout.fillWidth: true
        composer: root.composer
    }
    ArgumentsEditor {
        id: editor

        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: 120
        argumentsModel: root.composer.arguments
    }
    EmitOptions {
        Layout.fillWidth: true
        composer: root.composer
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 1
        color: Theme.border
    }
    SendBar {
        id: bar

        Layout.fillWidth: true
        composer: root.composer
    }
}
