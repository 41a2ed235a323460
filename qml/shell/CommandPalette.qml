// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! Search over everything: type, choose, Enter. */
T.Popup {
    id: root

    required property PaletteModel palette

    function run(row: int, second: bool): void {
        root.close();
        root.palette.run(row, second);
    }

    parent: T.Overlay.overlay
    width: Math.min(640, parent ? parent.width - 80 : 640)
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round(parent.height * 0.14) : 0
    padding: 0
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    implicitHeight: implicitContentHeight
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    onAboutToShow: {
        root.palette.open();
        query.clear();
        query.forceActiveFocus();
    }

    contentItem: ColumnLayout {
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.px(54)
            Layout.leftMargin: Theme.s16
            Layout.rightMargin: Theme.s16
            spacing: Theme.s12

            Icon {
                name: "search"
                size: 18
            }
            TextInput {
                id: query

                Layout.fillWidth: true
                font: Theme.brand
                color: Theme.text
                selectionColor: Theme.accent
                selectedTextColor: Theme.accentFg
                clip: true
                maximumLength: 200
                Accessible.role: Accessible.EditableText
                Accessible.name: qsTr("Search or run a command")
                onTextEdited: root.palette.query = text

                Keys.onUpPressed: rows.decrementCurrentIndex()
                Keys.onDownPressed: rows.incrementCurrentIndex()
                Keys.onReturnPressed: event => root.run(rows.currentIndex, event.modifiers & Qt.ControlModifier)
                Keys.onEnterPressed: event => root.run(rows.currentIndex, event.modifiers & Qt.ControlModifier)

                PlainText {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: query.text === ""
                    text: qsTr("Search or run a command")
                    font: query.font
                    color: Theme.textMuted
                    Accessible.ignored: true
                }
            }
            Keycap {
                text: qsTr("Esc")
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.border
        }
        ListView {
            id: rows

            Layout.fillWidth: true
            Layout.margins: Theme.s8
            Layout.bottomMargin: Theme.s12
            visible: count > 0
            implicitHeight: Math.min(contentHeight, (root.parent ? root.parent.height * 0.8 : 600) - Theme.px(54))
            model: root.palette
            currentIndex: 0
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationWraps: true
            onCountChanged: currentIndex = 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Results")

            delegate: PaletteDelegate {
                id: row

                width: ListView.view.width
                onChosen: root.run(row.index, false)
                onPointed: rows.currentIndex = row.index
            }
        }
        PlainText {
            Layout.fillWidth: true
            Layout.margins: Theme.s24
            visible: rows.count === 0
            text: qsTr("Nothing matches")
            color: Theme.textMuted
            horizontalAlignment: Text.AlignHCenter
        }
    }
    background: FloatingGround {
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Command palette")
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.fast
            easing.type: Easing.OutCubic
        }
    }
}
