// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import Switchboard
import Switchboard.Ui

/*! The newest three toasts, and how many more there are. */
Column {
    id: root

    required property Notifier notifier

    readonly property int shown: 3

    spacing: Theme.s8
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Notifications")

    PlainText {
        anchors.right: parent.right
        visible: root.notifier.toasts.count > root.shown
        text: qsTr("+%1 more").arg(root.notifier.toasts.count - root.shown)
        font: Theme.small
        color: Theme.textSecondary
    }
    Repeater {
        model: root.notifier.toasts

        delegate: Toast {
            required property int index

            width: 360
            visible: index < root.shown
            onActed: root.notifier.act(noticeId)
            onDismissed: root.notifier.dismiss(noticeId)
        }
    }
}
