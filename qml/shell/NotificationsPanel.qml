// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! What was said, newest first, by day. */
SidePanel {
    id: root

    required property Notifier notifier

    title: qsTr("Notifications")
    onOpened: root.notifier.markAllRead()

    actions: [
        AppButton {
            small: true
            kind: AppButton.Ghost
            visible: root.notifier.history.count > 0
            text: qsTr("Clear")
            onClicked: root.notifier.clearHistory()
        }
    ]

    ListView {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        model: root.notifier.history
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        section.property: "day"
        section.delegate: PlainText {
            required property string section

            leftPadding: Theme.s20
            topPadding: Theme.s12
            bottomPadding: Theme.s4
            text: section
            font: Theme.captionStrong
            color: Theme.textMuted
        }
        T.ScrollBar.vertical: VScroll {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Notifications")

        delegate: NoticeDelegate {
            width: ListView.view.width
            onActed: root.notifier.act(noticeId)
        }

        EmptyState {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.s32
            visible: list.count === 0
            iconName: "bell"
            text: qsTr("Nothing has happened yet")
            detail: qsTr("Problems and results are kept here.")
        }
    }
}
