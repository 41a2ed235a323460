// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! The arguments as tabs above the editor of one of them, with what is wrong below. */
Rectangle {
    id: root

    required property ArgumentsModel argumentsModel

    readonly property bool edits: root.argumentsModel.current >= 0
    readonly property bool editsText: root.edits && root.argumentsModel.type !== ArgumentsModel.Boolean && root.argumentsModel.type !== ArgumentsModel.Null

    function goToProblem(): void {
        if (root.argumentsModel.problem !== "") {
            area.goToProblem();
        }
    }

    radius: Theme.radiusWell
    color: Theme.sunken
    border.color: Theme.borderStrong

    Connections {
        target: root.argumentsModel
        function onTextReplaced(): void {
            area.setText(root.argumentsModel.text);
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 1
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s6
            Layout.rightMargin: Theme.s6
            Layout.fillHeight: false
            spacing: Theme.s4

            ListView {
                id: tabs

                Layout.preferredHeight: Theme.controlLarge
                Layout.preferredWidth: contentWidth
                Layout.fillWidth: contentWidth > width
                orientation: ListView.Horizontal
                model: root.argumentsModel
                currentIndex: root.argumentsModel.current
                spacing: Theme.s4
                clip: true
                interactive: contentWidth > width
                boundsBehavior: Flickable.StopAtBounds
                Accessible.role: Accessible.PageTabList
                Accessible.name: qsTr("Arguments")

                delegate: ArgumentTab {
                    required property int index

                    y: Math.round((tabs.height - height) / 2)
                    checked: index === root.argumentsModel.current
                    onChosen: root.argumentsModel.current = index
                    onRemoveAsked: root.argumentsModel.remove(index)
                    onDuplicateAsked: root.argumentsModel.duplicate(index)
                    onMoveAsked: by => root.argumentsModel.move(index, index + by)
                }
            }
            IconButton {
                iconName: "plus"
                tip: qsTr("Add argument")
                keys: qsTr("Alt+A")
                visible: root.edits && !root.argumentsModel.full
                onClicked: root.argumentsModel.add()
            }
            PlainText {
                Layout.leftMargin: Theme.s8
                visible: !root.edits
                text: qsTr("No arguments")
                font: Theme.small
                color: Theme.textMuted
            }
            Item {
                Layout.fillWidth: true
            }
            AppButton {
                id: typeButton

                visible: root.edits
                small: true
                kind: AppButton.Ghost
                opensMenu: true
                text: typeMenu.names[root.argumentsModel.type]
                name: qsTr("Type of the argument, %1").arg(text)
                onClicked: typeMenu.open()

                ArgumentTypeMenu {
                    id: typeMenu

                    y: typeButton.height + Theme.s4
                    x: typeButton.width - width
                    onChosen: type => root.argumentsModel.type = type
                }
            }
            AppButton {
                visible: root.edits && root.argumentsModel.type === ArgumentsModel.Json
                small: true
                kind: AppButton.Ghost
                iconName: "braces"
                text: qsTr("Format")
                enabled: root.argumentsModel.problem === ""
                onClicked: root.argumentsModel.format()
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.border
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            JsonArea {
                id: area

                anchors.fill: parent
                visible: root.editsText
                name: qsTr("Text of argument %1").arg(root.argumentsModel.current + 1)
                json: root.argumentsModel.type === ArgumentsModel.Json || root.argumentsModel.type === ArgumentsModel.Number
                problemLine: root.argumentsModel.problemLine
                problemPosition: root.argumentsModel.problemPosition
                problemLength: root.argumentsModel.problemLength
                onTextEdited: root.argumentsModel.text = area.text
            }
            Segmented {
                anchors.centerIn: parent
                visible: root.edits && root.argumentsModel.type === ArgumentsModel.Boolean
                name: qsTr("Value")
                options: ["true", "false"]
                currentIndex: root.argumentsModel.text === "true" ? 0 : 1
                onActivated: index => {
                    root.argumentsModel.text = index === 0 ? "true" : "false";
                    area.setText(root.argumentsModel.text);
                }
            }
            PlainText {
                anchors.centerIn: parent
                visible: root.edits && root.argumentsModel.type === ArgumentsModel.Null
                text: "null"
                font: Theme.mono
                color: Theme.jNull
            }
            EmptyState {
                anchors.centerIn: parent
                width: Math.min(parent.width - Theme.s32, 320)
                visible: !root.edits
                iconName: "braces"
                text: qsTr("The event goes out without arguments.")
                actionText: qsTr("Add argument")
                actionIcon: "plus"
                onActionTriggered: root.argumentsModel.add()
            }
        }
        ProblemBar {
            Layout.fillWidth: true
            visible: root.argumentsModel.problem !== ""
            text: root.argumentsModel.problem
            onGoAsked: area.goToProblem()
        }
    }
}
