// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! The event as code in some language. */
ColumnLayout {
    id: root

    required property EventDetail detail

    readonly property var languages: [
        { text: qsTr("JavaScript, send"), format: EventDetail.JavaScriptSend },
        { text: qsTr("JavaScript, receive"), format: EventDetail.JavaScriptReceive },
        { text: qsTr("JavaScript, server"), format: EventDetail.JavaScriptServer },
        { text: qsTr("Python"), format: EventDetail.Python },
        { text: qsTr("curl"), format: EventDetail.Curl }
    ]
    readonly property int format: root.languages[Math.max(0, picker.currentIndex)].format
    property var lines: []

    function refresh(): void {
        root.lines = root.visible ? root.detail.codeLines(root.format) : [];
    }

    spacing: Theme.s8
    onVisibleChanged: root.refresh()
    onFormatChanged: root.refresh()
    Component.onCompleted: root.refresh()

    Connections {
        target: root.detail

        function onChanged(): void {
            root.refresh();
        }
    }
    RowLayout {
        Layout.leftMargin: Theme.s16
        Layout.rightMargin: Theme.s12
        Layout.topMargin: Theme.s12
        visible: root.detail.isEvent

        AppCombo {
            id: picker

            Layout.fillWidth: true
            name: qsTr("Language")
            model: root.languages.map(language => language.text)
        }
        AppButton {
            iconName: "copy"
            text: qsTr("Copy")
            onClicked: root.detail.copy(root.format)
        }
    }
    LinesView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: Theme.s16
        visible: root.detail.isEvent
        name: qsTr("Code")
        lines: root.lines
    }
    PlainText {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.margins: Theme.s16
        visible: !root.detail.isEvent
        text: qsTr("Only events can be written as code.")
        color: Theme.textMuted
        wrapMode: Text.Wrap
    }
}
