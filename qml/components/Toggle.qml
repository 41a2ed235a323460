// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! On or off, at once. */
T.Switch {
    id: root

    /*! Muted words behind the text, such as the present value. */
    property string hint
    property string name: root.text

    spacing: Theme.s8
    padding: 0
    implicitHeight: Math.max(Theme.px(24), implicitContentHeight)
    implicitWidth: root.text !== "" ? implicitContentWidth : indicator.width
    font: Theme.bodyMedium
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.name
    Accessible.description: root.hint

    indicator: Rectangle {
        y: Math.round((root.height - height) / 2)
        implicitWidth: Theme.px(34)
        implicitHeight: Theme.px(20)
        radius: height / 2
        color: !root.enabled ? Theme.raised : root.checked ? Theme.accent : Theme.sunken
        border.width: root.checked && root.enabled ? 0 : 1
        border.color: root.enabled ? Theme.borderControl : Theme.border

        Rectangle {
            readonly property int gap: 3

            x: root.checked ? parent.width - width - gap : gap
            anchors.verticalCenter: parent.verticalCenter
            width: parent.height - 2 * gap
            height: width
            radius: width / 2
            color: !root.enabled ? Theme.textDisabled : root.checked ? Theme.accentFg : Theme.borderControl

            Behavior on x {
                NumberAnimation {
                    duration: Theme.base
                    easing.type: Easing.OutCubic
                }
            }
        }
        FocusRing {
            visible: root.visualFocus
            around: parent.height / 2
        }
    }
    contentItem: RowLayout {
        spacing: Theme.s6

        PlainText {
            Layout.leftMargin: root.indicator.width + root.spacing
            visible: root.text !== ""
            text: root.text
            font: root.font
            color: root.enabled ? Theme.text : Theme.textMuted
            Accessible.ignored: true
        }
        PlainText {
            visible: root.hint !== ""
            text: root.hint
            color: Theme.textMuted
            Accessible.ignored: true
        }
    }
}
