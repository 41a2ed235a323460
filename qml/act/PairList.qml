// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! Names with values, such as headers. */
ListView {
    id: root

    required property string name
    required property PairsModel pairs

    model: root.pairs
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: count > 0
    Accessible.role: Accessible.List
    Accessible.name: root.name
    T.ScrollBar.vertical: VScroll {}

    delegate: PairDelegate {
        width: ListView.view.width - Theme.s12
    }
}
