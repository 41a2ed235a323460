// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! What one client answered, and how fast. */
Item {
    id: root

    required property string client
    required property bool answered
    required property string answer
    required property string latency

    implicitHeight: Theme.px(32)
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2, %3").arg(root.client).arg(root.answer).arg(root.latency)

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.border
    }
    RowLayout {
        anchors.fill: parent
        spacing: 10

        Icon {
            name: root.answered ? "check" : "clock"
            color: root.answered ? Theme.success : Theme.warning
        }
        PlainText {
            Layout.preferredWidth: 92
            text: root.client
            font: Theme.smallMedium
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        PlainText {
            Layout.fillWidth: true
            text: root.answer
            font: Theme.mono
            color: root.answered ? Theme.textSecondary : Theme.warning
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        PlainText {
            text: root.latency
            font: Theme.mono
            color: root.answered ? Theme.textMuted : Theme.warning
            Accessible.ignored: true
        }
    }
}
