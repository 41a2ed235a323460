// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Switchboard.Ui

/*! Vertical scroll bar; there only when there is more than fits. */
T.ScrollBar {
    id: root

    policy: root.size < 1 ? T.ScrollBar.AlwaysOn : T.ScrollBar.AlwaysOff
    implicitWidth: 10
    padding: 2
    minimumSize: 0.06
    visible: root.size < 1
    focusPolicy: Qt.NoFocus
    Accessible.name: qsTr("Scroll bar")

    contentItem: Rectangle {
        implicitWidth: 6
        radius: 3
        color: root.pressed || root.hovered ? Theme.borderControl : Theme.borderStrong
    }
}
