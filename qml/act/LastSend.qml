// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! Answers to the last send as they come, and the sends before it. */
Card {
    id: root

    required property Composer composer
    required property SendHistory sends

    readonly property EmitRun run: root.composer.lastRun
    readonly property bool hasAnswers: root.run !== null && root.run.waitsForAck

    title: tabs.currentIndex === 0 ? qsTr("Last send") : qsTr("Sent before")
    actions: [
        Badge {
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            visible: root.run !== null && tabs.currentIndex === 0
            text: root.run !== null ? root.run.summary : ""
            iconName: root.hasAnswers ? "check-check" : "send"
            ink: root.hasAnswers ? Theme.evAck : Theme.evOut
            font: Theme.smallStrong
        },
        IconButton {
            implicitHeight: Theme.px(24)
            checkable: true
            checked: tabs.currentIndex === 1
            iconName: "history"
            tip: qsTr("Sent before")
            visible: root.sends.count > 0
            onToggled: tabs.currentIndex = checked ? 1 : 0
        }
    ]

    StackLayout {
        id: tabs

        Layout.fillWidth: true
        Layout.fillHeight: true

        Item {
            ListView {
                anchors.fill: parent
                visible: root.hasAnswers
                model: root.run
                clip: true
                reuseItems: true
                boundsBehavior: Flickable.StopAtBounds
                activeFocusOnTab: count > 0
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Answers")
                T.ScrollBar.vertical: VScroll {}

                delegate: AnswerDelegate {
                    width: ListView.view.width
                }
            }
            EmptyState {
                anchors.centerIn: parent
                width: Math.min(parent.width, 280)
                visible: !root.hasAnswers
                iconName: root.run === null ? "send" : "check"
                text: root.run === null ? qsTr("What you send shows up here, with its answers.") : root.run.summary
                detail: root.run === null ? "" : qsTr("It did not ask for an ack.")
            }
        }
        ListView {
            model: root.sends
            clip: true
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: count > 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Sent before")
            T.ScrollBar.vertical: VScroll {}

            delegate: SendDelegate {
                required property int index

                width: ListView.view.width
                onSendAsked: root.composer.sendAgain(index)
                onEditAsked: root.composer.loadHistory(index)
            }
        }
    }
}
