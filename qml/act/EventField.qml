// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! Name of the event, with the names that were seen as suggestions. Tab or Enter takes one. */
ColumnLayout {
    id: root

    required property Composer composer

    readonly property ListView list: ListView {
        implicitHeight: Math.min(contentHeight, 6 * Theme.px(46))
        model: root.composer.suggestions
        currentIndex: 0
        clip: true
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Events seen before")
        T.ScrollBar.vertical: VScroll {}

        delegate: SuggestionDelegate {
            required property int index

            width: ListView.view.width
            highlighted: ListView.isCurrentItem
            onClicked: root.take(index)
        }
    }

    function focusField(): void {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    function take(row: int): void {
        root.composer.fillFromLast(row);
        root.composer.suggestions.clear();
    }

    spacing: Theme.s6

    PlainText {
        text: qsTr("Event")
        font: Theme.smallStrong
        color: Theme.textSecondary
    }
    AppField {
        id: field

        Layout.fillWidth: true
        implicitHeight: Theme.controlLarge
        name: qsTr("Event")
        placeholderText: qsTr("Name of the event")
        mono: true
        text: root.composer.event
        invalid: root.composer.eventProblem !== ""
        onTextEdited: {
            root.composer.event = field.text;
            field.text === "" ? root.composer.suggestions.clear() : root.composer.suggestions.find(field.text);
        }
        onActiveFocusChanged: if (!field.activeFocus) {
            root.composer.suggestions.clear();
        }
        Keys.onPressed: event => {
            if (!popup.visible) {
                if (event.key === Qt.Key_Down) {
                    root.composer.suggestions.find(field.text);
                    event.accepted = true;
                }
                return;
            }
            event.accepted = true;
            if (event.key === Qt.Key_Down) {
                root.list.incrementCurrentIndex();
            } else if (event.key === Qt.Key_Up) {
                root.list.decrementCurrentIndex();
            } else if (event.key === Qt.Key_Tab || event.key === Qt.Key_Return && event.modifiers === Qt.NoModifier) {
                root.take(root.list.currentIndex);
            } else if (event.key === Qt.Key_Escape) {
                root.composer.suggestions.clear();
            } else {
                event.accepted = false;
            }
        }

        T.Popup {
            id: popup

            y: field.height + Theme.s6
            width: Math.min(field.width, 470)
            padding: Theme.s6
            margins: Theme.s8
            visible: field.activeFocus && root.composer.suggestions.count > 0
            closePolicy: T.Popup.NoAutoClose
            background: FloatingGround {}

            contentItem: root.list
        }
    }
    PlainText {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.composer.eventProblem
        font: Theme.small
        color: Theme.danger
        elide: Text.ElideRight
    }
}
