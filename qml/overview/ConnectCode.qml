// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! The lines that connect the operator's own client, in a language of choice. */
Card {
    id: root

    required property string url

    /*! Those of the copy menu that fit beside the heading. */
    readonly property var shown: [0, 2, 3, 4, 7]
    property int chosen: 0

    readonly property string code: ClientCode.code(root.shown[root.chosen], root.url)

    padding: Theme.s16
    topPadding: Theme.s12

    RowLayout {
        Layout.leftMargin: Theme.s4
        spacing: Theme.s12

        PlainText {
            Layout.fillWidth: true
            text: qsTr("Connect your own code")
            font: Theme.heading
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Segmented {
            name: qsTr("Language")
            options: root.shown.map(index => ClientCode.languages[index])
            currentIndex: root.chosen
            onActivated: index => root.chosen = index
        }
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.px(102), lines.implicitHeight + Theme.s24)
        radius: Theme.radiusWell
        color: Theme.sunken
        border.color: Theme.border

        TextEdit {
            id: lines

            x: Theme.s16
            y: Theme.s12
            width: parent.width - 64
            text: root.code
            textFormat: TextEdit.PlainText
            font: Theme.monoBody
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentFg
            readOnly: true
            selectByMouse: true
            wrapMode: TextEdit.WrapAnywhere
            Accessible.name: qsTr("Client code")
        }
        CodeHighlighter {
            textDocument: lines.textDocument
            keywordColor: Theme.jBool
            stringColor: Theme.jStr
        }
        CopyButton {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.s8
            tip: qsTr("Copy code")
            text: root.code
        }
    }
}
