// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Switchboard.Ui

/*! Says what a control is. Child of the control; set \c visible to its hovered state. */
T.ToolTip {
    id: root

    delay: 500
    y: parent ? parent.height + Theme.s6 : 0
    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    margins: Theme.s6
    padding: Theme.s6
    leftPadding: Theme.s8
    rightPadding: Theme.s8
    implicitWidth: Math.min(implicitContentWidth + leftPadding + rightPadding, 360)
    implicitHeight: contentHeight + topPadding + bottomPadding
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent
    font: Theme.small

    contentItem: PlainText {
        text: root.text
        font: root.font
        color: Theme.tooltipText
        wrapMode: Text.Wrap
        maximumLineCount: 6
        elide: Text.ElideRight
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.tooltip
        border.width: Theme.highContrast ? 1 : 0
        border.color: Theme.borderStrong
    }
}
