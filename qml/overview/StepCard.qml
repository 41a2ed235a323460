// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! One of the first steps; the next one to do has a blue frame, a done one a check. */
T.Button {
    id: root

    required property int number
    required property string title
    required property string iconName
    property bool next: false
    property bool done: false

    implicitHeight: Theme.px(131)
    implicitWidth: 200
    padding: 18
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.done ? qsTr("Step %1, %2, done").arg(root.number).arg(root.title) : qsTr("Step %1, %2").arg(root.number).arg(root.title)
    Accessible.description: root.text

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: ColumnLayout {
        spacing: 14

        RowLayout {
            spacing: Theme.s12

            Icon {
                name: root.done ? "check" : root.iconName
                size: 18
                color: root.done ? Theme.success : root.next ? Theme.accentText : Theme.textSecondary
            }
            PlainText {
                Layout.fillWidth: true
                text: qsTr("%1. %2").arg(root.number).arg(root.title)
                font: Theme.heading
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            PlainText {
                visible: root.done
                text: qsTr("Done")
                font: Theme.small
                color: Theme.success
                Accessible.ignored: true
            }
        }
        PlainText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: root.text
            color: Theme.textSecondary
            lineHeight: 1.25
            wrapMode: Text.Wrap
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : Theme.surface
        border.color: root.next ? Theme.focus : Theme.border

        FocusRing {
            visible: root.visualFocus
            around: Theme.radiusCard
        }
    }
}
