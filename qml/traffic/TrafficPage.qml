// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard
import Switchboard.Ui

/*!
    Every event, live: toolbar, chips, timeline, the list and the current event.

    The pane stands right of the list, or under it when the page is narrower than 980.
*/
FocusScope {
    id: root

    required property TrafficView traffic
    required property TrafficStats stats

    property bool detailOpen: false
    property real paneShare: 0

    readonly property bool sheet: root.width < 980
    readonly property int paneWidth: root.width < 1150 ? 350 : root.width < 1500 ? 400 : 460
    readonly property real paneSize: root.sheet ? Math.max(200, Math.min(300, root.height * 0.46)) : root.paneShare > 0 ? Math.max(280, Math.min(root.width * 0.6, root.width * root.paneShare)) : Theme.px(root.paneWidth)

    /*! The operator wants something to happen first. */
    signal demoAsked

    function focusFilter(): void {
        toolbar.focusFilter();
    }

    function copyMenuAt(item: Item, x: real, y: real): void {
        copyMenu.popup(item, x, y);
    }

    function closeDetail(): void {
        root.detailOpen = false;
        list.forceActiveFocus();
    }

    objectName: "trafficPage"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Traffic")

    Binding {
        target: root.traffic
        property: "active"
        value: root.visible
    }
    Shortcut {
        sequence: "Ctrl+L"
        enabled: root.visible && !root.traffic.paused
        onActivated: root.traffic.clear()
    }
    KindStyle {
        id: kindStyle
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }
    Column {
        id: head

        width: root.width
        z: 1

        TrafficToolbar {
            id: toolbar

            width: parent.width
            traffic: root.traffic
            stats: root.stats
            onListAsked: list.forceActiveFocus()
        }
        TrafficChips {
            width: parent.width
            traffic: root.traffic
        }
        TimelineBand {
            width: parent.width
            visible: root.height >= 620
            traffic: root.traffic
            stats: root.stats
        }
        Strip {
            width: parent.width
            implicitHeight: Theme.px(32)
            visible: root.traffic.paused
            iconName: "pause"
            ink: Theme.warning
            text: root.traffic.pausedText
            actionText: qsTr("Resume and stay here")
            onActionTriggered: root.traffic.resumeHere()
        }
        Strip {
            width: parent.width
            implicitHeight: Theme.px(32)
            visible: root.traffic.notice !== "" && !root.traffic.paused
            text: root.traffic.notice
            actionText: qsTr("Jump to newest")
            onActionTriggered: root.traffic.follow = true
        }
    }
    TrafficList {
        id: list

        anchors.top: head.bottom
        anchors.bottom: root.sheet && pane.visible ? pane.top : root.bottom
        width: root.sheet || !pane.visible ? root.width : root.width - pane.width
        focus: true
        traffic: root.traffic
        pageWidth: root.width
        kinds: kindStyle
        onOpened: root.detailOpen = true
        onEscaped: {
            if (root.detailOpen) {
                root.closeDetail();
            } else {
                root.traffic.clearSelection();
            }
        }
        onTabStepped: by => pane.stepTab(by)
        onMenuRequested: (x, y) => rowMenu.popup(list, x, y)
        onCopyMenuRequested: root.copyMenuAt(list, Theme.px(140), Theme.px(60))

        EmptyState {
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.s20, Theme.px(360))
            visible: root.traffic.empty !== TrafficView.NotEmpty
            iconName: root.traffic.empty === TrafficView.NoMatch ? "funnel" : "activity"
            text: root.traffic.empty === TrafficView.NoTraffic ? qsTr("No events yet. Open the demo or connect a client.") : root.traffic.empty === TrafficView.Cleared ? qsTr("Cleared. New events appear here.") : qsTr("Nothing matches the filter and the kinds shown.")
            actionText: root.traffic.empty === TrafficView.NoTraffic ? qsTr("Open demo") : root.traffic.empty === TrafficView.NoMatch ? qsTr("Clear filter") : ""
            onActionTriggered: {
                if (root.traffic.empty === TrafficView.NoTraffic) {
                    root.demoAsked();
                } else {
                    root.traffic.filter = "";
                    root.traffic.showUsualGroups();
                }
            }
        }
    }
    EventPane {
        id: pane

        objectName: "eventPane"
        anchors.right: root.right
        anchors.bottom: root.bottom
        width: root.sheet ? root.width : Math.round(root.paneSize)
        height: root.sheet ? Math.round(root.paneSize) : root.height - head.height
        visible: root.detailOpen
        traffic: root.traffic
        kinds: kindStyle
        onCloseAsked: root.closeDetail()
        onCopyMenuRequested: near => root.copyMenuAt(near, 0, near.height)

        Rectangle {
            width: root.sheet ? parent.width : 1
            height: root.sheet ? 1 : parent.height
            color: splitter.activeFocus ? Theme.focus : Theme.border
        }
    }
    Item {
        id: splitter

        visible: pane.visible && !root.sheet
        x: pane.x - 3
        y: pane.y
        width: 7
        height: pane.height
        activeFocusOnTab: visible
        Accessible.role: Accessible.Splitter
        Accessible.name: qsTr("Width of the event pane")
        Accessible.focusable: true

        Keys.onLeftPressed: root.paneShare = (pane.width + 20) / root.width
        Keys.onRightPressed: root.paneShare = (pane.width - 20) / root.width

        HoverHandler {
            cursorShape: Qt.SplitHCursor
        }
        MouseArea {
            anchors.fill: parent
            onPositionChanged: mouse => {
                root.paneShare = (root.width - mapToItem(root, mouse.x, 0).x) / root.width;
            }
        }
    }
    RowMenu {
        id: rowMenu

        traffic: root.traffic
        onCopyMenuRequested: root.copyMenuAt(list, rowMenu.x, rowMenu.y)
    }
    CopyMenu {
        id: copyMenu

        traffic: root.traffic
    }
}
