// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! What is left of the first steps once clients are there: a line that can be hidden. */
T.Pane {
    id: root

    required property Dashboard dashboard

    signal demoAsked
    signal pageChosen(string page)

    padding: Theme.s8
    leftPadding: Theme.s16
    implicitHeight: Theme.strip + 2
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("First steps")

    contentItem: RowLayout {
        spacing: Theme.s4

        PlainText {
            text: qsTr("First steps")
            font: Theme.smallStrong
            color: Theme.textSecondary
        }
        AppButton {
            small: true
            kind: AppButton.Ghost
            iconName: "check"
            text: qsTr("Open the demo")
            onClicked: root.demoAsked()
        }
        AppButton {
            small: true
            kind: AppButton.Ghost
            iconName: "activity"
            text: qsTr("Watch the traffic")
            onClicked: root.pageChosen("traffic")
        }
        AppButton {
            small: true
            kind: AppButton.Ghost
            iconName: "send"
            text: qsTr("Send an event back")
            onClicked: {
                // The last one: whoever gets there needs the line no more.
                root.dashboard.settings.firstStepsOver = true;
                root.pageChosen("emit");
            }
        }
        Item {
            Layout.fillWidth: true
        }
        AppButton {
            small: true
            kind: AppButton.Ghost
            text: qsTr("Hide")
            name: qsTr("Hide the first steps")
            onClicked: root.dashboard.settings.firstStepsOver = true
        }
    }
    background: Rectangle {
        radius: Theme.radiusWell
        color: Theme.surface
        border.color: Theme.border
    }
}
