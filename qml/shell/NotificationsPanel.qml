// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! What was said, newest first, by day. */
SidePanel {
    id: root

    required property Notifier notifier

    title: qsTr("Notifications")
    onOpened: root.notifier.markAllRead()

    actions: AppButton {
        small: true
        kind: AppButton.Ghost
        visible: root.notifier.history.count > 0
        text: qsTr("Clear")
        onClicked: root.notifier.clearHistory()
    }

    NoticeList {
        Layout.fillWidth: true
        Layout.fillHeight: true
        notifier: root.notifier
    }
}
