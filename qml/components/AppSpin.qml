// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Switchboard.Ui

/*! A whole number with its unit: typed, or changed by arrows and wheel. */
T.SpinBox {
    id: root

    required property string name
    property string unit

    implicitWidth: Theme.px(104)
    implicitHeight: Theme.control
    leftPadding: Theme.s12
    rightPadding: Theme.px(24) + (root.unit === "" ? 0 : unitText.implicitWidth + Theme.s4)
    font: Theme.monoBody
    editable: true
    focusPolicy: Qt.StrongFocus
    inputMethodHints: Qt.ImhDigitsOnly
    validator: IntValidator {
        bottom: root.from
        top: root.to
    }
    textFromValue: value => value.toString()
    valueFromText: text => parseInt(text, 10)
    Accessible.name: root.unit === "" ? root.name : qsTr("%1, in %2").arg(root.name).arg(root.unit)

    contentItem: TextInput {
        text: root.displayText
        font: root.font
        color: root.enabled ? Theme.text : Theme.textMuted
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentFg
        verticalAlignment: TextInput.AlignVCenter
        readOnly: !root.editable
        validator: root.validator
        inputMethodHints: root.inputMethodHints
        selectByMouse: true
        clip: true
        Accessible.name: root.Accessible.name
    }
    up.indicator: SpinArrow {
        x: root.width - width - 1
        y: 1
        iconName: "chevron-up"
        lit: root.up.hovered
        able: root.enabled && root.value < root.to
    }
    down.indicator: SpinArrow {
        x: root.width - width - 1
        y: root.height - height - 1
        iconName: "chevron-down"
        lit: root.down.hovered
        able: root.enabled && root.value > root.from
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.field
        border.width: root.activeFocus ? Theme.focusWidth : 1
        border.color: root.activeFocus ? Theme.focus : Theme.borderControl
    }

    PlainText {
        id: unitText

        anchors.right: parent.right
        anchors.rightMargin: Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter
        text: root.unit
        color: Theme.textMuted
        Accessible.ignored: true
    }
}
