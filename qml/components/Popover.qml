// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Switchboard.Ui

/*! Small panel that belongs to the control it is a child of. Esc and a click elsewhere close it. */
T.Popup {
    id: root

    property string name

    padding: Theme.s16
    margins: Theme.s8
    implicitWidth: implicitContentWidth + 2 * padding
    implicitHeight: implicitContentHeight + 2 * padding
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent

    background: FloatingGround {
        Accessible.role: Accessible.Pane
        Accessible.name: root.name
        Accessible.ignored: root.name === ""
    }
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
