// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! An event's name with how often it comes and the shape of its last payload. */
T.ItemDelegate {
    id: root

    required property string name
    required property string detail
    required property bool isSaved

    implicitHeight: Theme.px(46)
    leftPadding: 10
    rightPadding: 10
    focusPolicy: Qt.NoFocus
    Accessible.name: root.name
    Accessible.description: root.detail

    contentItem: RowLayout {
        spacing: 10

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.s6
            name: root.isSaved ? "bookmark" : "activity"
            color: root.isSaved ? Theme.textSecondary : Theme.evIn
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.s2

            PlainText {
                Layout.fillWidth: true
                text: root.name
                font: Theme.monoBody
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            PlainText {
                Layout.fillWidth: true
                text: root.detail
                font: Theme.small
                color: Theme.textMuted
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        Keycap {
            visible: root.highlighted
            text: qsTr("Tab")
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.highlighted ? Theme.selected : root.hovered ? Theme.hover : "transparent"
    }
}
