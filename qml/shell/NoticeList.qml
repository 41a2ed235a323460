// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! Notices under their days. Without Bound: a section's delegate cannot be made then (Qt 6.4). */
ListView {
    id: root

    required property Notifier notifier

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
        onActed: (ListView.view as NoticeList).notifier.act(noticeId)
    }

    EmptyState {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.s32
        visible: root.count === 0
        iconName: "bell"
        text: qsTr("Nothing has happened yet")
        detail: qsTr("Problems and results are kept here.")
    }
}
