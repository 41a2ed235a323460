// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*!
    Text area for JSON: line numbers, colours, pairs, indentation, the wrong line tinted.

    Tab inserts two spaces; Ctrl+M lets it move the focus instead. \c textEdited tells of the
    operator's changes only; setText() replaces what is there.
*/
FocusScope {
    id: root

    required property string name
    /*! False for plain text, which has neither colours nor pairs. */
    property bool json: true
    property int problemLine: 0
    property int problemPosition: 0
    property int problemLength: 0
    property bool tabMovesFocus: false

    readonly property alias text: area.text

    signal textEdited

    function setText(text: string): void {
        if (text !== area.text) {
            area.replacing = true;
            area.text = text;
            area.replacing = false;
        }
    }

    function goToProblem(): void {
        area.select(root.problemPosition, root.problemPosition + root.problemLength);
        area.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    function focusText(): void {
        area.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    clip: true

    JsonEditor {
        id: editor

        textDocument: area.textDocument
        highlights: root.json
        keyColor: Theme.jKey
        stringColor: Theme.jStr
        numberColor: Theme.jNum
        booleanColor: Theme.jBool
        nullColor: Theme.jNull
        variableColor: Theme.evAck
        problemColor: Theme.danger
        problemPosition: root.problemPosition
        problemLength: root.problemLength
        lineHeight: Theme.editorLine
    }
    Flickable {
        id: view

        anchors.fill: parent
        contentWidth: Math.max(width, gutter.width + area.implicitWidth)
        contentHeight: Math.max(height, area.implicitHeight)
        boundsBehavior: Flickable.StopAtBounds
        // A drag selects text; the wheel and the cursor scroll.
        interactive: false
        T.ScrollBar.vertical: VScroll {}

        function reveal(cursor: rect): void {
            const left = gutter.width + cursor.x;
            if (cursor.y < view.contentY) {
                view.contentY = cursor.y;
            } else if (cursor.y + cursor.height > view.contentY + view.height) {
                view.contentY = cursor.y + cursor.height - view.height;
            }
            if (left - gutter.width < view.contentX) {
                view.contentX = Math.max(0, left - gutter.width);
            } else if (left > view.contentX + view.width - Theme.s16) {
                view.contentX = left - view.width + Theme.s16;
            }
        }

        Rectangle {
            visible: root.json && root.problemLine > 0
            y: gutter.firstLine + (root.problemLine - 1) * Theme.editorLine - Math.round(gutter.lead / 2)
            width: view.contentWidth
            height: Theme.editorLine
            color: Theme.tint(Theme.danger)
        }
        T.TextArea {
            id: area

            property bool replacing: false

            x: gutter.width
            width: view.contentWidth - x
            height: view.contentHeight
            implicitWidth: contentWidth + leftPadding + rightPadding
            implicitHeight: contentHeight + topPadding + bottomPadding
            topPadding: Theme.s8
            bottomPadding: Theme.s8
            leftPadding: Theme.s8
            rightPadding: Theme.s16
            focus: true
            color: Theme.text
            font: Theme.monoBody
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentFg
            selectByMouse: true
            textFormat: TextEdit.PlainText
            wrapMode: root.json ? TextEdit.NoWrap : TextEdit.Wrap
            Accessible.name: root.name
            Accessible.description: root.tabMovesFocus ? "" : qsTr("Tab inserts spaces. Control M lets it move the focus.")

            onTextChanged: if (!area.replacing) {
                root.textEdited();
            }
            onCursorRectangleChanged: if (area.activeFocus) {
                view.reveal(area.cursorRectangle);
            }

            Keys.onPressed: event => {
                let cursor = -1;
                if (event.key === Qt.Key_M && event.modifiers === Qt.ControlModifier) {
                    root.tabMovesFocus = !root.tabMovesFocus;
                    event.accepted = true;
                    return;
                }
                if (event.key === Qt.Key_Tab && event.modifiers === Qt.NoModifier) {
                    if (root.tabMovesFocus) {
                        area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
                        event.accepted = true;
                        return;
                    }
                    cursor = editor.tab(area.selectionStart, area.selectionEnd);
                } else if (root.json && (event.modifiers & ~(Qt.ShiftModifier | Qt.KeypadModifier)) === 0) {
                    if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
                        cursor = editor.newLine(area.selectionStart, area.selectionEnd);
                    } else if (event.key === Qt.Key_Backspace) {
                        cursor = editor.backspace(area.selectionStart, area.selectionEnd);
                    } else {
                        cursor = editor.typed(event.text, area.selectionStart, area.selectionEnd);
                    }
                }
                if (cursor >= 0) {
                    area.cursorPosition = cursor;
                    event.accepted = true;
                }
            }
        }
        Item {
            id: gutter

            /*! A line of fixed height has its letters at the bottom there, at the top here. */
            readonly property int lead: Theme.editorLine - Math.round(metrics.height)
            readonly property int firstLine: area.topPadding + gutter.lead

            width: Theme.px(44)
            height: view.contentHeight

            FontMetrics {
                id: metrics

                font: Theme.monoBody
            }
            PlainText {
                y: gutter.firstLine
                width: parent.width - Theme.s12
                visible: root.json
                text: Array.from({ length: area.lineCount }, (_, line) => line + 1).join("\n")
                font: Theme.monoBody
                color: Theme.textMuted
                horizontalAlignment: Text.AlignRight
                lineHeight: Theme.editorLine
                lineHeightMode: Text.FixedHeight
                Accessible.ignored: true
            }
            PlainText {
                y: gutter.firstLine + (root.problemLine - 1) * Theme.editorLine
                width: parent.width - Theme.s12
                visible: root.json && root.problemLine > 0
                text: root.problemLine
                font: Theme.monoBody
                color: Theme.danger
                horizontalAlignment: Text.AlignRight
                Accessible.ignored: true
            }
        }
    }
    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => {
            view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, view.contentY - event.angleDelta.y / 2));
            view.contentX = Math.max(0, Math.min(view.contentWidth - view.width, view.contentX - event.angleDelta.x / 2));
        }
    }
}
