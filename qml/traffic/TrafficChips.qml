// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! Which kinds of rows show, with what comes per second. Alt+click shows one kind only. */
Item {
    id: root

    required property TrafficView traffic

    readonly property var groups: [
        { text: qsTr("In"), icon: "arrow-down-left" },
        { text: qsTr("Out"), icon: "arrow-up-right" },
        { text: qsTr("Acks"), icon: "check-check" },
        { text: qsTr("Lifecycle"), icon: "plug-zap" },
        { text: qsTr("Errors"), icon: "triangle-alert" },
        { text: qsTr("Ping/pong"), icon: "heart-pulse" }
    ]

    /*! Of group \a index. Not part of groups: a change of theme must not make the chips anew. */
    function ink(index: int): color {
        return [Theme.evIn, Theme.evOut, Theme.evAck, Theme.evLife, Theme.danger, Theme.textSecondary][index];
    }

    implicitHeight: Theme.px(36)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.s20
        anchors.rightMargin: Theme.s20
        spacing: Theme.s6

        FilterChip {
            text: qsTr("All")
            Accessible.name: qsTr("All kinds")
            checked: root.traffic.hiddenKinds === 0
            onClicked: {
                root.traffic.showUsualGroups();
                checked = Qt.binding(() => root.traffic.hiddenKinds === 0);
            }
        }
        Repeater {
            model: root.groups

            delegate: FilterChip {
                id: chip

                required property int index
                required property var modelData

                objectName: "chip" + index
                text: modelData.text
                iconName: modelData.icon
                ink: root.ink(index)
                count: root.traffic.groupRates[index] ?? ""
                checked: root.traffic.shownGroups[index]
                onClicked: {
                    root.traffic.toggleGroup(index);
                    checked = Qt.binding(() => root.traffic.shownGroups[index]);
                }

                TapHandler {
                    acceptedModifiers: Qt.AltModifier
                    gesturePolicy: TapHandler.WithinBounds
                    onTapped: root.traffic.showOnlyGroup(chip.index)
                }
            }
        }
        Item {
            Layout.fillWidth: true
        }
        Badge {
            visible: root.traffic.thinText !== ""
            ink: Theme.warning
            iconName: "gauge"
            text: root.traffic.thinText
        }
        Badge {
            visible: root.traffic.busyText !== ""
            ink: Theme.warning
            iconName: "gauge"
            text: root.traffic.busyText
        }
        PlainText {
            visible: root.width > 840
            text: root.traffic.countText
            font: Theme.small
            color: Theme.textMuted
        }
    }
}
