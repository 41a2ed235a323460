// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! State and address of the server; opens the server's popover. */
T.Button {
    id: root

    required property ServerControl server
    required property bool rail

    readonly property bool canStart: root.server.state === ServerState.Stopped || root.server.state === ServerState.PortTaken || root.server.state === ServerState.Failed

    signal stopAsked
    signal restartAsked
    signal portAsked(int port)
    signal sharingAsked(bool on)

    function showDetails(): void {
        details.open();
    }

    implicitHeight: root.rail ? Theme.px(34) : Theme.px(50)
    padding: 0
    leftPadding: root.rail ? 0 : Theme.s12
    rightPadding: root.rail ? 0 : Theme.s6
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("%1, %2, show details").arg(root.server.stateText).arg(root.server.address)
    onClicked: root.showDetails()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.s8

        StateDot {
            Layout.alignment: root.rail ? Qt.AlignCenter : Qt.AlignTop
            Layout.topMargin: root.rail ? 0 : Theme.px(13)
            serverState: root.server.state
        }
        ColumnLayout {
            visible: !root.rail
            Layout.fillWidth: true
            spacing: 1

            PlainText {
                Layout.fillWidth: true
                text: root.server.stateText
                font: Theme.smallStrong
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            PlainText {
                Layout.fillWidth: true
                text: root.server.address
                font: Theme.monoSmall
                color: Theme.textSecondary
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        IconButton {
            visible: !root.rail
            enabled: root.canStart || root.server.running
            iconName: root.canStart ? "play" : "circle-stop"
            tip: root.canStart ? qsTr("Start server") : qsTr("Stop server")
            onClicked: root.canStart ? root.server.start() : root.stopAsked()
        }
    }
    background: Rectangle {
        radius: Theme.radiusWell
        color: root.rail ? (root.hovered ? Theme.hover : "transparent") : root.down ? Theme.pressed : Theme.surface
        border.width: root.rail ? 0 : 1
        border.color: root.hovered ? Theme.borderStrong : Theme.border

        FocusRing {
            visible: root.visualFocus
            around: Theme.radiusWell
        }
    }

    ServerPopover {
        id: details

        x: root.rail ? root.width + Theme.s8 : 0
        y: root.rail ? 0 : root.height + Theme.s6
        server: root.server
        onStopAsked: root.stopAsked()
        onRestartAsked: root.restartAsked()
        onPortAsked: port => root.portAsked(port)
        onSharingAsked: on => root.sharingAsked(on)
    }
    AppToolTip {
        x: root.width + Theme.s8
        y: Math.round((root.height - implicitHeight) / 2)
        text: qsTr("%1, %2").arg(root.server.stateText).arg(root.server.address)
        visible: root.rail && root.hovered && !details.visible
    }
}
