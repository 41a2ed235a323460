// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! Widths of the clients' columns for the \c width there is; the name takes what is left. */
QtObject {
    id: root

    required property real width

    readonly property bool wide: root.width >= 980
    readonly property int id: root.wide ? Theme.px(92) : 0
    readonly property int address: Theme.px(124)
    readonly property int via: Theme.px(84)
    readonly property int namespaces: root.wide ? Theme.px(180) : Theme.px(100)
    readonly property int rooms: Theme.px(64)
    readonly property int rate: Theme.px(70)
    readonly property int ping: Theme.px(74)
    readonly property int since: Theme.px(124)
    readonly property int actions: Theme.iconButton
    readonly property int name: Math.max(Theme.px(120), root.width - 2 * Theme.s20 - root.id - root.address - root.via - root.namespaces - root.rooms - 2 * root.rate - root.ping - root.since - root.actions)
}
