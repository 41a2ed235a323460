// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! All about the client with the cursor, in tabs. */
FocusScope {
    id: root

    required property ClientDetail detail
    required property ClientActions actions

    signal emitAsked
    signal trafficAsked
    signal disconnectAsked
    signal joinAsked(string nsp)
    signal closeAsked

    Keys.onEscapePressed: root.closeAsked()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface

        Rectangle {
            width: parent.width
            height: 1
            color: Theme.border
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.s12
        anchors.leftMargin: Theme.s20
        anchors.rightMargin: Theme.s20
        spacing: Theme.s8

        RowLayout {
            Layout.fillHeight: false
            spacing: Theme.s8

            PlainText {
                text: root.detail.name
                font: Theme.heading
                elide: Text.ElideRight
                Layout.maximumWidth: root.width * 0.3
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            PlainText {
                text: root.detail.shortId
                font: Theme.mono
                color: Theme.textMuted
            }
            IconButton {
                iconName: "copy"
                tip: qsTr("Copy the whole id")
                onClicked: root.actions.copyId()
            }
            Item {
                Layout.fillWidth: true
            }
            AppButton {
                small: true
                iconName: "send"
                text: qsTr("Emit to…")
                enabled: !root.detail.hasLeft
                onClicked: root.emitAsked()
            }
            AppButton {
                small: true
                iconName: "activity"
                text: qsTr("Show traffic")
                onClicked: root.trafficAsked()
            }
            AppButton {
                small: true
                iconName: "unplug"
                text: qsTr("Disconnect")
                enabled: !root.detail.hasLeft
                onClicked: root.disconnectAsked()
            }
            IconButton {
                iconName: "x"
                tip: qsTr("Close")
                keys: qsTr("Esc")
                onClicked: root.closeAsked()
            }
        }
        AppTabs {
            id: tabs

            Layout.fillWidth: true
            Layout.preferredHeight: Theme.controlLarge
            name: qsTr("About the client")
            labels: [qsTr("Namespaces"), qsTr("Rooms"), qsTr("Handshake"), qsTr("Headers"), qsTr("Data")]
        }
        StackLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            currentIndex: tabs.currentIndex

            ListView {
                model: root.detail.memberships
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                activeFocusOnTab: count > 0
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Namespaces")
                T.ScrollBar.vertical: VScroll {}

                delegate: MembershipDelegate {
                    required property int index

                    width: ListView.view.width - Theme.s12
                    onLeaveAsked: root.actions.leaveNamespace(index)
                }
            }
            ListView {
                model: root.detail.memberships
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Rooms")
                T.ScrollBar.vertical: VScroll {}

                delegate: RoomsDelegate {
                    required property int index

                    width: ListView.view.width - Theme.s12
                    onLeaveAsked: room => root.actions.leaveRoom(index, room)
                    onJoinAsked: root.joinAsked(name)
                }
            }
            PairList {
                name: qsTr("Handshake")
                pairs: root.detail.handshake
            }
            PairList {
                name: qsTr("Headers")
                pairs: root.detail.headers
            }
            ListView {
                model: root.detail.memberships
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                activeFocusOnTab: count > 0
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Data")
                T.ScrollBar.vertical: VScroll {}

                delegate: DataDelegate {
                    width: ListView.view.width - Theme.s12
                }
            }
        }
    }
}
