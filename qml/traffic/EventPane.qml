// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! The current event in full: header, tabs, the way back to the list. */
FocusScope {
    id: root

    required property TrafficView traffic
    required property KindStyle kinds

    readonly property EventDetail detail: root.traffic.detail
    property int mode: 0

    signal closeAsked
    signal copyMenuRequested(Item near)

    function stepTab(by: int): void {
        tabs.currentIndex = (tabs.currentIndex + by + tabs.count) % tabs.count;
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Event")

    Keys.onEscapePressed: root.closeAsked()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_F && (event.modifiers & Qt.ControlModifier) && tabs.currentIndex === 0 && root.mode === 0) {
            payload.find();
            event.accepted = true;
        } else if (event.key === Qt.Key_F3) {
            payload.showMatch(event.modifiers & Qt.ShiftModifier ? -1 : 1);
            event.accepted = true;
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    ColumnLayout {
        anchors.fill: parent
        visible: root.detail.valid
        spacing: 0

        EventPaneHeader {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s16
            Layout.rightMargin: Theme.s8
            Layout.topMargin: Theme.s8
            detail: root.detail
            kinds: root.kinds
            onResendAsked: root.traffic.resend()
            onEditAsked: root.traffic.edit()
            onCopyAsked: near => root.copyMenuRequested(near)
            onCloseAsked: root.closeAsked()
        }
        AppButton {
            Layout.leftMargin: Theme.s16
            Layout.topMargin: Theme.s8
            visible: root.traffic.currentHidden
            small: true
            iconName: "eye"
            text: qsTr("Hidden by the filter. Show around (Ctrl+U)")
            onClicked: root.traffic.showAround()
        }
        AppTabs {
            id: tabs

            Layout.fillWidth: true
            Layout.leftMargin: Theme.s8
            Layout.topMargin: Theme.s8
            name: qsTr("Parts of the event")
            labels: [qsTr("Payload"), qsTr("Ack"), qsTr("Frames"), qsTr("Context"), qsTr("Code")]
        }
        StackLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            currentIndex: tabs.currentIndex

            PayloadTab {
                id: payload

                detail: root.detail
                mode: root.mode
                onFilterAsked: term => {
                    if (term !== "") {
                        root.traffic.addToFilter(term);
                    }
                }
            }
            Item {
                PlainText {
                    id: sentence

                    x: Theme.s16
                    y: Theme.s12
                    width: parent.width - 2 * x
                    wrapMode: Text.Wrap
                    text: root.detail.ackSentence
                    color: root.detail.ackLate ? Theme.warning : Theme.textSecondary
                }
                DetailLines {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.s16
                    anchors.topMargin: sentence.y + sentence.height + Theme.s12
                    name: qsTr("Answers")
                    lines: root.detail.answers
                }
            }
            Item {
                PlainText {
                    id: origin

                    x: Theme.s16
                    y: Theme.s12
                    width: parent.width - 2 * x
                    wrapMode: Text.Wrap
                    text: root.detail.frame.length > 0 ? qsTr("Written anew from what was decoded.") : qsTr("This row is no Socket.IO packet.")
                    font: Theme.small
                    color: Theme.textMuted
                }
                DetailLines {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.s16
                    anchors.topMargin: origin.y + origin.height + Theme.s12
                    name: qsTr("Parts of the packet")
                    lines: root.detail.frame
                }
            }
            Item {
                DetailLines {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.s16
                    anchors.topMargin: Theme.s12
                    name: qsTr("Context")
                    lines: root.detail.context
                }
            }
            CodeTab {
                detail: root.detail
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.border
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s12
            Layout.rightMargin: Theme.s12
            Layout.topMargin: Theme.s6
            Layout.bottomMargin: Theme.s6
            spacing: Theme.s6

            AppButton {
                visible: root.detail.resendable
                iconName: "repeat"
                text: qsTr("Resend")
                onClicked: root.traffic.resend()
            }
            AppButton {
                visible: root.detail.sendable
                iconName: "pencil"
                text: qsTr("Edit and resend")
                onClicked: root.traffic.edit()
            }
            Item {
                Layout.fillWidth: true
                implicitHeight: Theme.control
            }
            Repeater {
                model: [
                    { icon: "list-tree", tip: qsTr("Tree") },
                    { icon: "braces", tip: qsTr("Text") },
                    { icon: "binary", tip: qsTr("Hex") }
                ]

                delegate: IconButton {
                    required property int index
                    required property var modelData

                    objectName: "view" + index
                    visible: tabs.currentIndex === 0
                    iconName: modelData.icon
                    tip: modelData.tip
                    checkable: true
                    checked: root.mode === index
                    onToggled: {
                        root.mode = index;
                        checked = Qt.binding(() => root.mode === index);
                    }
                }
            }
        }
    }
    EmptyState {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.s20, Theme.px(280))
        visible: !root.detail.valid
        iconName: "activity"
        text: qsTr("Select an event to see its payload.")
        detail: qsTr("Enter opens, C copies, F filters by it.")
    }
}
