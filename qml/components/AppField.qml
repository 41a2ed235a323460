// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*!
    One line of text.

    \c error turns the border and puts the sentence under the field; leave room for it, or bind
    it somewhere else and only set \c invalid.
*/
T.TextField {
    id: root

    required property string name
    property string iconName
    property string error
    property bool invalid: root.error !== ""
    property bool clearable: false
    property bool mono: false

    readonly property bool showsClear: root.clearable && root.text !== "" && !root.readOnly

    implicitWidth: 200
    implicitHeight: Theme.control
    leftPadding: root.iconName === "" ? Theme.s12 : Theme.px(16) + 18
    rightPadding: root.showsClear ? Theme.iconButton : Theme.s12
    topPadding: 0
    bottomPadding: 0
    verticalAlignment: TextInput.AlignVCenter
    font: root.mono ? Theme.monoBody : Theme.body
    color: root.enabled ? Theme.text : Theme.textMuted
    placeholderTextColor: Theme.textMuted
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentFg
    selectByMouse: true
    Accessible.name: root.name
    Accessible.description: root.error

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.field
        border.width: root.activeFocus ? Theme.focusWidth : 1
        border.color: root.invalid ? Theme.danger : root.activeFocus ? Theme.focus : root.enabled ? Theme.borderControl : Theme.border
    }

    Icon {
        x: 10
        anchors.verticalCenter: parent.verticalCenter
        visible: root.iconName !== ""
        name: root.iconName
        color: Theme.textMuted
    }
    PlainText {
        anchors.fill: parent
        anchors.leftMargin: root.leftPadding
        anchors.rightMargin: root.rightPadding
        visible: root.text === "" && root.preeditText === ""
        text: root.placeholderText
        font: root.font
        color: Theme.textMuted
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    IconButton {
        anchors.right: parent.right
        anchors.rightMargin: 2
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.controlSmall
        height: width
        visible: root.showsClear
        iconName: "x"
        iconSize: 14
        tip: qsTr("Clear")
        focusPolicy: Qt.NoFocus
        onClicked: {
            root.clear();
            root.textEdited();
        }
    }
    RowLayout {
        anchors.top: parent.bottom
        anchors.topMargin: Theme.s4
        width: parent.width
        visible: root.error !== ""
        spacing: Theme.s4

        Icon {
            name: "circle-alert"
            size: 12
            color: Theme.danger
        }
        PlainText {
            Layout.fillWidth: true
            text: root.error
            font: Theme.small
            color: Theme.danger
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}
