// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! The ring around what has keyboard focus. Lies in a control's background. */
Rectangle {
    id: root

    property int around: Theme.radiusControl

    anchors.fill: parent
    anchors.margins: -2 - Theme.focusWidth
    radius: root.around + 2 + Theme.focusWidth
    color: "transparent"
    border.color: Theme.focus
    border.width: Theme.focusWidth
}
