// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! Pause, clear, follow and the filter. */
Item {
    id: root

    required property TrafficView traffic
    required property TrafficStats stats

    /*! The list should take the keyboard. */
    signal listAsked

    function focusFilter(): void {
        box.focusText();
    }

    implicitHeight: Theme.px(52)
    z: 1

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.s20
        anchors.rightMargin: Theme.s20
        spacing: Theme.s6

        AppButton {
            objectName: "pauseButton"
            iconName: root.traffic.paused ? "play" : "pause"
            text: root.traffic.paused ? qsTr("Resume") : qsTr("Pause")
            onClicked: root.traffic.paused = !root.traffic.paused
        }
        IconButton {
            objectName: "clearButton"
            iconName: "trash-2"
            tip: qsTr("Clear the list")
            keys: "Ctrl+L"
            enabled: !root.traffic.paused
            onClicked: root.traffic.clear()
        }
        IconButton {
            objectName: "followButton"
            iconName: "arrow-down-to-line"
            tip: qsTr("Follow the newest")
            keys: qsTr("End")
            checkable: true
            checked: root.traffic.follow
            enabled: !root.traffic.paused
            onToggled: {
                root.traffic.follow = checked;
                checked = Qt.binding(() => root.traffic.follow);
            }
        }
        FilterBox {
            id: box

            Layout.fillWidth: true
            Layout.leftMargin: Theme.s4
            traffic: root.traffic
            stats: root.stats
            onMovedOn: root.listAsked()
        }
    }
}
