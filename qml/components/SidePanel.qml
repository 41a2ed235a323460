// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! Sheet over the page's right edge, as high as the window. */
T.Popup {
    id: root

    required property string title
    property int preferredWidth: 380
    property alias actions: actionRow.data
    default property alias content: stack.data

    parent: T.Overlay.overlay
    x: parent ? parent.width - width : 0
    y: 0
    width: Math.min(root.preferredWidth, parent ? parent.width - 40 : root.preferredWidth)
    height: parent ? parent.height : 0
    padding: 0
    focus: true
    modal: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    contentItem: ColumnLayout {
        id: stack

        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.topBar
            Layout.leftMargin: Theme.s20
            Layout.rightMargin: Theme.s12
            spacing: Theme.s4

            PlainText {
                Layout.fillWidth: true
                text: root.title
                font: Theme.title
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
                Accessible.name: root.title
            }
            Row {
                id: actionRow

                spacing: Theme.s4
            }
            IconButton {
                iconName: "x"
                tip: qsTr("Close")
                onClicked: root.close()
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.border
        }
    }
    background: FloatingGround {
        radius: 0
        color: Theme.window
        borderColor: Theme.border
    }
    enter: Transition {
        NumberAnimation {
            property: "x"
            from: root.parent ? root.parent.width - root.width + 40 : 0
            duration: Theme.base
            easing.type: Easing.OutCubic
        }
    }
}
