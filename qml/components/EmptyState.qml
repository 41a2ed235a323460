// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! What stands where a list has nothing: an icon, a sentence, at most one action. */
ColumnLayout {
    id: root

    required property string iconName
    required property string text
    property string detail
    property string actionText
    property string actionIcon
    property int actionKind: AppButton.Secondary

    signal actionTriggered

    spacing: Theme.s8

    Icon {
        Layout.alignment: Qt.AlignHCenter
        name: root.iconName
        size: 32
        color: Theme.textMuted
    }
    PlainText {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s4
        text: root.text
        font: Theme.bodyMedium
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    PlainText {
        Layout.fillWidth: true
        visible: root.detail !== ""
        text: root.detail
        color: Theme.textMuted
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    AppButton {
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.s4
        visible: root.actionText !== ""
        text: root.actionText
        iconName: root.actionIcon
        kind: root.actionKind
        onClicked: root.actionTriggered()
    }
}
