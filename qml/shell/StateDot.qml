// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard
import Switchboard.Ui

/*! How the server is, as a dot. Always beside the word for it. */
Rectangle {
    id: root

    required property int serverState

    implicitWidth: 8
    implicitHeight: 8
    radius: 4
    color: {
        switch (root.serverState) {
        case ServerState.Running:
            return Theme.success;
        case ServerState.Starting:
        case ServerState.Stopping:
            return Theme.warning;
        case ServerState.Stopped:
            return Theme.textMuted;
        default:
            return Theme.gDanger;
        }
    }
    Accessible.ignored: true
}
