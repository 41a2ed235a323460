// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! A preset that one click sends. Alt+Up and Alt+Down move it. */
T.Button {
    id: root

    required property string name
    required property string target
    required property int keyNumber
    required property bool asksForAck
    required property bool sending
    required property string result

    signal fired
    signal moved(int by)

    implicitHeight: Theme.px(42)
    implicitWidth: 180
    padding: 0
    leftPadding: 10
    rightPadding: 10
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("Send %1, %2").arg(root.name).arg(root.target)
    Accessible.description: root.result
    onClicked: root.fired()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Keys.onPressed: event => {
        if (event.modifiers === Qt.AltModifier && (event.key === Qt.Key_Up || event.key === Qt.Key_Down)) {
            root.moved(event.key === Qt.Key_Up ? -1 : 1);
            event.accepted = true;
        }
    }

    contentItem: RowLayout {
        spacing: 10

        Icon {
            name: root.asksForAck ? "check-check" : "send"
            color: root.asksForAck ? Theme.evAck : Theme.evOut
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            PlainText {
                Layout.fillWidth: true
                text: root.name
                font: Theme.smallStrong
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            PlainText {
                Layout.fillWidth: true
                text: root.result !== "" ? root.result : root.target
                font: Theme.note
                color: root.result !== "" ? Theme.success : Theme.textMuted
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        Keycap {
            visible: root.keyNumber > 0
            text: qsTr("Alt+%1").arg(root.keyNumber)
        }
    }
    background: Rectangle {
        radius: Theme.radiusWell
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : Theme.sunken
        border.color: Theme.border

        Rectangle {
            visible: root.sending
            x: parent.radius
            y: parent.height - 2
            width: parent.width - 2 * x
            height: 2
            color: Theme.gOut
        }
        FocusRing {
            visible: root.visualFocus
            around: Theme.radiusWell
        }
    }
}
