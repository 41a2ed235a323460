// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard
import Switchboard.Ui

/*! One of the chips that narrow the clients down; a second click shows all again. */
FilterChip {
    id: root

    required property ClientsView clients
    required property int chip

    checked: root.clients.chip === root.chip
    // Only the model decides what is checked.
    nextCheckState: () => root.checkState
    onClicked: root.clients.chip = root.checked ? ClientsView.All : root.chip
}
