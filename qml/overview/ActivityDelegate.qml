// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! One thing that happened. */
RowLayout {
    id: root

    required property int kind
    required property string text
    required property string ago

    readonly property bool problem: root.kind === Activity.Problem

    implicitHeight: Theme.px(30)
    spacing: 10
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2").arg(root.text).arg(root.ago)

    Icon {
        name: root.problem ? "triangle-alert" : root.kind === Activity.Connected ? "plug-zap" : root.kind === Activity.Joined ? "log-in" : "unplug"
        color: root.problem ? Theme.danger : Theme.evLife
        size: 14
    }
    PlainText {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.px(30)
        text: root.text
        font: Theme.small
        color: Theme.textSecondary
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    PlainText {
        text: root.ago
        font: Theme.note
        color: Theme.textMuted
        Accessible.ignored: true
    }
}
