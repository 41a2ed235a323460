// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! Auth and data of a client in one namespace; secrets are masked. */
ColumnLayout {
    id: root

    required property string name
    required property string authText
    required property string dataText

    spacing: Theme.s4
    Accessible.role: Accessible.ListItem
    Accessible.name: root.name

    PlainText {
        text: root.name
        font: Theme.monoMedium
        color: Theme.textSecondary
        Accessible.ignored: true
    }
    PlainText {
        Layout.fillWidth: true
        text: root.authText === "" ? qsTr("No auth") : qsTr("auth %1").arg(root.authText)
        font: Theme.mono
        color: root.authText === "" ? Theme.textMuted : Theme.text
        wrapMode: Text.WrapAnywhere
        maximumLineCount: 200
        elide: Text.ElideRight
    }
    PlainText {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.s12
        text: root.dataText === "" ? qsTr("No data") : qsTr("data %1").arg(root.dataText)
        font: Theme.mono
        color: root.dataText === "" ? Theme.textMuted : Theme.text
        wrapMode: Text.WrapAnywhere
        maximumLineCount: 200
        elide: Text.ElideRight
    }
}
