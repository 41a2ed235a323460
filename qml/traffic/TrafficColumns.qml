// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! Where the columns of the list stand; \c page decides which there are. */
QtObject {
    id: root

    required property real pageWidth
    required property real listWidth

    readonly property int space: Theme.s8
    readonly property int left: Theme.s20
    readonly property int right: Theme.s20 + 10

    readonly property int timeWidth: Theme.px(106)
    readonly property int kindWidth: Theme.px(30)
    readonly property int eventWidth: Theme.px(152)
    readonly property int nspWidth: Theme.px(66)
    readonly property int clientWidth: root.pageWidth >= 980 && root.pageWidth < 1150 ? 0 : Theme.px(92)
    readonly property int targetWidth: root.pageWidth >= 1500 ? Theme.px(126) : 0
    readonly property int sizeWidth: Theme.px(62)
    readonly property int ackWidth: Theme.px(76)

    readonly property int timeX: root.left
    readonly property int kindX: root.timeX + root.timeWidth
    readonly property int eventX: root.kindX + root.kindWidth
    readonly property int nspX: root.eventX + root.eventWidth
    readonly property int clientX: root.nspX + root.nspWidth
    readonly property int targetX: root.clientX + root.clientWidth
    readonly property int argsX: root.targetX + root.targetWidth
    readonly property int argsWidth: Math.max(Theme.px(60), root.sizeX - root.argsX)
    readonly property int sizeX: root.listWidth - root.right - root.ackWidth - root.sizeWidth
    readonly property int ackX: root.listWidth - root.right - root.ackWidth
}
