// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! Brand, server and pages at the left edge; 60 pixels of icons when \c rail. */
T.Control {
    id: root

    required property ServerControl server
    required property Readings readings
    /*! Pages with id, title, icon, group and keys. */
    required property var pages
    required property string page
    required property bool rail
    /*! The window is too narrow for the choice. */
    required property bool railForced
    required property int theme

    readonly property var groups: [qsTr("Monitor"), qsTr("Act")]

    signal pageChosen(string page)
    signal railToggled
    signal themeCycled
    signal helpAsked
    signal stopAsked
    signal restartAsked
    signal portAsked(int port)
    signal sharingAsked(bool on)

    function badge(page: string): string {
        switch (page) {
        case "traffic":
            return root.readings.total;
        case "clients":
            return root.server.clients > 0 ? Format.badge(root.server.clients) : "";
        default:
            return "";
        }
    }

    function themeName(): string {
        return [qsTr("System"), qsTr("Dark"), qsTr("Light"), qsTr("High contrast, dark"), qsTr("High contrast, light")][root.theme];
    }

    implicitWidth: root.rail ? Theme.railWidth : Theme.sidebarWidth
    padding: 0
    rightPadding: 1
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sidebar")

    contentItem: ColumnLayout {
        spacing: 0

        RowLayout {
            Layout.preferredHeight: Theme.topBar
            Layout.leftMargin: root.rail ? 0 : 14
            spacing: 10

            BrandMark {
                Layout.leftMargin: root.rail ? 16 : 0
            }
            PlainText {
                visible: !root.rail
                text: qsTr("Switchboard")
                font: Theme.brand
            }
        }
        ServerCard {
            Layout.fillWidth: true
            Layout.leftMargin: root.rail ? 10 : Theme.s12
            Layout.rightMargin: root.rail ? 9 : Theme.s12 - 1
            server: root.server
            rail: root.rail
            onStopAsked: root.stopAsked()
            onRestartAsked: root.restartAsked()
            onPortAsked: port => root.portAsked(port)
            onSharingAsked: on => root.sharingAsked(on)
        }

        Repeater {
            model: root.groups

            delegate: ColumnLayout {
                id: group

                required property int index
                required property string modelData

                Layout.fillWidth: true
                Layout.leftMargin: root.rail ? 10 : Theme.s12
                Layout.rightMargin: root.rail ? 9 : Theme.s12 - 1
                spacing: 2

                PlainText {
                    Layout.topMargin: group.index === 0 ? 21 : 8
                    Layout.leftMargin: 10
                    Layout.bottomMargin: 5
                    visible: !root.rail
                    text: group.modelData
                    font: Theme.captionStrong
                    color: Theme.textMuted
                }
                Rectangle {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.s6
                    Layout.bottomMargin: Theme.s6
                    visible: root.rail && group.index > 0
                    implicitHeight: 1
                    color: Theme.border
                }
                Repeater {
                    model: root.pages.filter(page => page.group === group.index)

                    delegate: NavItem {
                        required property var modelData

                        Layout.fillWidth: true
                        text: modelData.title
                        iconName: modelData.icon
                        keys: modelData.keys
                        rail: root.rail
                        checked: root.page === modelData.id
                        badge: root.badge(modelData.id)
                        onClicked: root.pageChosen(modelData.id)
                    }
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }
        GridLayout {
            Layout.leftMargin: 14
            Layout.bottomMargin: 11
            columns: root.rail ? 1 : 3
            columnSpacing: Theme.s4
            rowSpacing: Theme.s4

            IconButton {
                iconName: ["monitor", "moon", "sun", "moon", "sun"][root.theme]
                tip: qsTr("Theme: %1").arg(root.themeName())
                keys: qsTr("Ctrl+Shift+D")
                onClicked: root.themeCycled()
            }
            IconButton {
                visible: !root.rail
                iconName: "circle-help"
                tip: qsTr("Keyboard shortcuts")
                keys: qsTr("F1")
                onClicked: root.helpAsked()
            }
            IconButton {
                visible: !root.railForced
                iconName: root.rail ? "panel-left" : "panel-left-close"
                tip: root.rail ? qsTr("Widen the sidebar") : qsTr("Collapse the sidebar")
                keys: qsTr("Ctrl+B")
                onClicked: root.railToggled()
            }
        }
    }
    background: Rectangle {
        color: Theme.sidebar

        Rectangle {
            anchors.right: parent.right
            width: 1
            height: parent.height
            color: Theme.border
        }
    }
}
