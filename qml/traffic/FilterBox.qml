// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import Switchboard
import Switchboard.Ui

/*!
    The filter as coloured text on one line, with suggestions and the error under it.

    Works on the list 120 ms after the last key; text that is no filter leaves the last one working.
*/
Rectangle {
    id: root

    required property TrafficView traffic
    required property TrafficStats stats

    readonly property bool wrong: root.traffic.filterError !== ""
    readonly property bool suggesting: completer.count > 0 && edit.activeFocus
    /*! What stands under the box: what is wrong, or what the search could not see. */
    readonly property string message: root.traffic.filterError === "" ? root.traffic.filterCost : root.traffic.filterError

    /*! Esc in an empty box, or Down without suggestions. */
    signal movedOn

    function focusText(): void {
        edit.forceActiveFocus(Qt.ShortcutFocusReason);
        edit.selectAll();
    }

    function apply(): void {
        delay.stop();
        root.traffic.filter = edit.text;
    }

    function accept(row: int): void {
        const text = completer.textAfter(row);
        const cursor = completer.cursorAfter(row);
        edit.text = text;
        edit.cursorPosition = cursor;
        root.apply();
        if (text[cursor - 1] === ":") {
            completer.complete(text, cursor);
        } else {
            completer.clear();
        }
    }

    function stepBack(): void {
        if (root.suggesting) {
            completer.clear();
        } else if (edit.text !== "") {
            edit.remove(0, edit.length);
            root.apply();
        } else {
            root.movedOn();
        }
    }

    implicitHeight: Theme.control
    radius: Theme.radiusControl
    color: Theme.field
    border.width: edit.activeFocus ? Theme.focusWidth : 1
    border.color: root.wrong ? Theme.danger : edit.activeFocus ? Theme.focus : Theme.borderControl

    Timer {
        id: delay

        interval: 120
        onTriggered: root.apply()
    }
    FilterCompleter {
        id: completer

        view: root.traffic
        stats: root.stats
    }
    Connections {
        target: root.traffic

        function onFilterChanged(): void {
            if (!delay.running && edit.text !== root.traffic.filter) {
                edit.text = root.traffic.filter;
            }
        }
    }
    Icon {
        id: sign

        x: 10
        anchors.verticalCenter: parent.verticalCenter
        name: root.wrong ? "circle-alert" : "funnel"
        color: root.wrong ? Theme.danger : Theme.accentText
    }
    Flickable {
        id: line

        anchors.left: sign.right
        anchors.leftMargin: Theme.s8
        anchors.right: side.left
        anchors.rightMargin: Theme.s8
        height: parent.height
        clip: true
        interactive: false
        contentWidth: edit.width
        contentHeight: height

        TextEdit {
            id: edit

            function show(): void {
                const at = cursorRectangle.x;
                if (at < line.contentX) {
                    line.contentX = at;
                } else if (at > line.contentX + line.width - 2) {
                    line.contentX = at - line.width + 2;
                }
            }

            objectName: "filterText"
            width: Math.max(line.width, contentWidth + 4)
            height: line.height
            verticalAlignment: TextEdit.AlignVCenter
            textFormat: TextEdit.PlainText
            font: Theme.mono
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentFg
            selectByMouse: true
            activeFocusOnTab: true
            text: root.traffic.filter
            Accessible.role: Accessible.EditableText
            Accessible.name: qsTr("Filter")
            Accessible.description: root.message

            onTextChanged: {
                if (text.indexOf("\n") >= 0) {
                    text = text.replace(/\s*\n\s*/g, " ");
                } else if (activeFocus && text !== root.traffic.filter) {
                    delay.restart();
                    completer.complete(text, cursorPosition);
                }
            }
            onCursorRectangleChanged: show()
            onActiveFocusChanged: {
                if (!activeFocus) {
                    completer.clear();
                }
            }

            Keys.onPressed: event => {
                const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
                event.accepted = true;
                if (event.key === Qt.Key_Escape) {
                    root.stepBack();
                } else if (root.suggesting && event.key === Qt.Key_Down) {
                    list.incrementCurrentIndex();
                } else if (root.suggesting && event.key === Qt.Key_Up) {
                    list.decrementCurrentIndex();
                } else if (root.suggesting && list.currentIndex >= 0 && (enter || event.key === Qt.Key_Tab)) {
                    root.accept(list.currentIndex);
                } else if (enter) {
                    completer.clear();
                    root.apply();
                } else if (event.key === Qt.Key_Tab) {
                    nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
                } else if (event.key === Qt.Key_Backtab) {
                    nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason);
                } else if (event.key === Qt.Key_Down) {
                    root.movedOn();
                } else {
                    event.accepted = false;
                }
            }

            FilterHighlighter {
                textDocument: edit.textDocument
                fieldColor: Theme.accentText
                textColor: Theme.jStr
                numberColor: Theme.jNum
                logicColor: Theme.evAck
                minusColor: Theme.danger
            }
        }
        PlainText {
            visible: edit.text === "" && edit.preeditText === ""
            width: line.width
            height: line.height
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
            text: qsTr("Filter, such as event:chat:* or size>1kB")
            color: Theme.textMuted
            Accessible.ignored: true
        }
    }
    Row {
        id: side

        anchors.right: parent.right
        anchors.rightMargin: 2
        height: parent.height
        spacing: Theme.s6

        Badge {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.traffic.hiddenKinds > 0
            neutral: true
            //: kinds of rows that the chips hide
            text: qsTr("+%1").arg(root.traffic.hiddenKinds)
            Accessible.name: qsTr("%1 kinds hidden by chips").arg(root.traffic.hiddenKinds)
        }
        PlainText {
            height: parent.height
            visible: root.traffic.filterStatus !== "" && root.width > Theme.px(360)
            verticalAlignment: Text.AlignVCenter
            text: root.traffic.filterStatus
            font: Theme.small
            color: Theme.textSecondary
        }
        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(28)
            height: width
            visible: edit.text !== ""
            iconName: "x"
            tip: qsTr("Clear the filter")
            onClicked: {
                edit.text = "";
                root.apply();
            }
        }
    }
    Rectangle {
        y: root.height + Theme.s4
        z: 1
        visible: root.message !== "" && !root.suggesting
        width: Math.min(root.width, words.implicitWidth + 2 * Theme.s12)
        height: Theme.controlSmall
        radius: Theme.radiusControl
        color: Theme.raised
        border.color: root.wrong ? Theme.danger : Theme.borderStrong

        PlainText {
            id: words

            anchors.fill: parent
            anchors.leftMargin: Theme.s12
            anchors.rightMargin: Theme.s12
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
            text: root.message
            font: Theme.small
            color: root.wrong ? Theme.danger : Theme.textSecondary
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }
    FloatingGround {
        y: root.height + Theme.s4
        z: 2
        visible: root.suggesting
        width: Math.min(root.width, Theme.px(420))
        height: Math.min(list.contentHeight, Theme.px(240)) + 2 * Theme.s4
        radius: Theme.radiusWell

        ListView {
            id: list

            objectName: "filterSuggestions"
            anchors.fill: parent
            anchors.margins: Theme.s4
            clip: true
            model: completer
            currentIndex: 0
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Suggestions")

            delegate: FilterSuggestionDelegate {
                width: list.width
                current: ListView.isCurrentItem
                onChosen: root.accept(index)
            }
        }
    }
}
