// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! "Your server is running", or why it is not. */
RowLayout {
    id: root

    required property ServerControl server
    property font font: Theme.heading

    readonly property string sentence: {
        switch (root.server.state) {
        case ServerState.Running:
            return qsTr("Your server is running");
        case ServerState.Stopped:
            return qsTr("Your server is stopped");
        default:
            return root.server.problem !== "" ? root.server.problem : root.server.stateText;
        }
    }

    spacing: Theme.s8

    StateDot {
        implicitWidth: 10
        implicitHeight: 10
        radius: 5
        serverState: root.server.state
    }
    PlainText {
        Layout.fillWidth: true
        text: root.sentence
        font: root.font
        elide: Text.ElideRight
    }
}
