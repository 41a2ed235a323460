// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*!
    Question that must be answered.

    \c title asks with the object's name, \c message says what is lost, \c confirmText repeats the
    verb and the number. A destructive one starts with the focus on Cancel. Emits accepted or
    rejected; children stand between message and buttons.
*/
T.Dialog {
    id: root

    property string message
    required property string confirmText
    property string confirmIcon
    property bool danger: false
    property string cancelText: qsTr("Cancel")
    /*! A third way out, left of the others; empty: none. */
    property string otherText
    default property alias content: extra.data

    signal otherChosen

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    padding: Theme.s24
    width: Math.min(440, parent ? parent.width - 2 * Theme.s32 : 440)
    implicitHeight: implicitContentHeight + 2 * padding
    closePolicy: T.Popup.CloseOnEscape
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    onOpened: (root.danger ? cancel : confirm).forceActiveFocus(Qt.TabFocusReason)

    contentItem: ColumnLayout {
        spacing: Theme.s8

        PlainText {
            Layout.fillWidth: true
            text: root.title
            font: Theme.title
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
            Accessible.name: root.title
        }
        PlainText {
            Layout.fillWidth: true
            visible: root.message !== ""
            text: root.message
            color: Theme.textSecondary
            lineHeight: 1.25
            wrapMode: Text.Wrap
            maximumLineCount: 8
            elide: Text.ElideRight
        }
        ColumnLayout {
            id: extra

            visible: children.length > 0
            Layout.fillWidth: true
            Layout.topMargin: Theme.s4
            spacing: Theme.s8
        }
        RowLayout {
            Layout.topMargin: Theme.s12
            spacing: Theme.s8

            AppButton {
                visible: root.otherText !== ""
                text: root.otherText
                onClicked: {
                    root.otherChosen();
                    root.close();
                }
            }
            Item {
                Layout.fillWidth: true
            }
            AppButton {
                id: cancel

                visible: root.cancelText !== ""
                text: root.cancelText
                onClicked: root.reject()
            }
            AppButton {
                id: confirm

                text: root.confirmText
                iconName: root.confirmIcon
                kind: root.danger ? AppButton.Danger : AppButton.Primary
                onClicked: root.accept()
            }
        }
    }
    background: FloatingGround {}
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.fast
            easing.type: Easing.OutCubic
        }
    }
}
