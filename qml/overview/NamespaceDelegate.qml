// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! One namespace; a click shows its traffic. */
T.ItemDelegate {
    id: root

    required property string name
    required property int clients
    required property int rooms

    signal chosen

    implicitHeight: Theme.px(37)
    padding: 0
    highlighted: ListView.isCurrentItem && ListView.view.activeFocus
    Accessible.name: qsTr("Namespace %1, %2 clients, %3 rooms").arg(root.name).arg(root.clients).arg(root.rooms)
    onClicked: root.chosen()
    Keys.onReturnPressed: root.chosen()

    contentItem: RowLayout {
        spacing: Theme.s8

        PlainText {
            Layout.fillWidth: true
            text: root.name
            font: Theme.monoBody
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        PlainText {
            Layout.preferredWidth: Theme.px(60)
            text: Format.count(root.clients)
            font: Theme.bodyStrong
            horizontalAlignment: Text.AlignRight
            Accessible.ignored: true
        }
        PlainText {
            Layout.preferredWidth: Theme.px(46)
            text: Format.count(root.rooms)
            color: Theme.textSecondary
            horizontalAlignment: Text.AlignRight
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        color: root.highlighted || root.hovered ? Theme.hover : "transparent"

        Rectangle {
            width: parent.width
            height: 1
            color: Theme.border
        }
    }
}
