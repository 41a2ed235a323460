// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Switchboard.Ui

/*! Yes or no, as part of something that is confirmed later. */
T.CheckBox {
    id: root

    property string name: root.text

    spacing: Theme.s8
    padding: 0
    implicitHeight: Math.max(Theme.px(24), implicitContentHeight)
    implicitWidth: implicitContentWidth
    font: Theme.body
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.name

    indicator: Rectangle {
        y: Math.round((root.height - height) / 2)
        implicitWidth: Theme.px(16)
        implicitHeight: implicitWidth
        radius: Theme.radiusBadge
        color: root.checked && root.enabled ? Theme.accent : Theme.field
        border.width: root.checked && root.enabled ? 0 : 1
        border.color: root.enabled ? Theme.borderControl : Theme.border

        Icon {
            anchors.centerIn: parent
            visible: root.checkState !== Qt.Unchecked
            name: root.checkState === Qt.PartiallyChecked ? "minus" : "check"
            size: 12
            color: root.enabled ? Theme.accentFg : Theme.textDisabled
        }
        FocusRing {
            visible: root.visualFocus
            around: Theme.radiusBadge
        }
    }
    contentItem: PlainText {
        leftPadding: root.indicator.width + (root.text !== "" ? root.spacing : 0)
        text: root.text
        font: root.font
        color: root.enabled ? Theme.text : Theme.textMuted
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
