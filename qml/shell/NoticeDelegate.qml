// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! One notice in the panel. */
T.Pane {
    id: root

    required property int noticeId
    required property int kind
    required property string text
    required property string time
    required property string actionText

    signal acted

    padding: Theme.s20
    topPadding: Theme.s8
    bottomPadding: Theme.s8
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2").arg(root.text).arg(root.time)

    contentItem: RowLayout {
        spacing: 10

        Icon {
            Layout.alignment: Qt.AlignTop
            name: ["info", "check", "triangle-alert", "circle-alert"][root.kind]
            color: [Theme.accentText, Theme.success, Theme.warning, Theme.danger][root.kind]
        }
        PlainText {
            Layout.fillWidth: true
            text: root.text
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        AppButton {
            visible: root.actionText !== ""
            small: true
            text: root.actionText
            onClicked: root.acted()
        }
        PlainText {
            Layout.alignment: Qt.AlignTop
            text: root.time
            font: Theme.small
            color: Theme.textMuted
            Accessible.ignored: true
        }
    }
}
