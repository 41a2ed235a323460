// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Switchboard.Ui

/*! One of many, in a list that opens. */
T.ComboBox {
    id: root

    required property string name
    property bool mono: false

    implicitWidth: 160
    implicitHeight: Theme.control
    leftPadding: Theme.s12
    rightPadding: Theme.iconButton
    font: root.mono ? Theme.monoBody : Theme.body
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.displayText === "" ? root.name : qsTr("%1, %2").arg(root.name).arg(root.displayText)

    contentItem: PlainText {
        text: root.displayText
        font: root.font
        color: root.enabled ? Theme.text : Theme.textMuted
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    indicator: Icon {
        x: root.width - width - 10
        y: Math.round((root.height - height) / 2)
        name: "chevron-down"
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.field
        border.width: root.visualFocus || root.popup.visible ? Theme.focusWidth : 1
        border.color: root.visualFocus || root.popup.visible ? Theme.focus : Theme.borderControl
    }
    delegate: T.ItemDelegate {
        id: choice

        required property int index

        width: ListView.view.width
        height: Theme.control
        leftPadding: 10
        rightPadding: 10
        highlighted: root.highlightedIndex === choice.index
        text: root.textAt(choice.index)
        Accessible.name: choice.text

        contentItem: PlainText {
            text: choice.text
            font: root.font
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        background: Rectangle {
            radius: Theme.radiusControl
            color: choice.highlighted ? Theme.selected : "transparent"
        }
    }
    popup: T.Popup {
        y: root.height + Theme.s4
        width: root.width
        implicitHeight: Math.min(contentItem.implicitHeight + 2 * padding, 320)
        padding: Theme.s4
        margins: Theme.s8

        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: root.delegateModel
            currentIndex: root.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: VScroll {}
        }
        background: FloatingGround {
            radius: Theme.radiusWell
        }
    }
}
