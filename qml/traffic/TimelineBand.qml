// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard
import Switchboard.Ui

/*! The last five minutes. Dragging, or Shift and the arrow keys, sets after: and before: in the filter. */
Item {
    id: root

    required property TrafficView traffic
    required property TrafficStats stats

    property real from: 0
    property real to: 0

    readonly property bool chosen: root.to > root.from
    readonly property real step: 2000000

    function apply(): void {
        if (root.chosen) {
            root.traffic.filterByTime(root.from, root.to);
        } else {
            root.clear();
        }
    }

    function clear(): void {
        root.from = 0;
        root.to = 0;
        root.traffic.filterByTime(0, 0);
    }

    /*! Moves the beginning, or with \a end the end, of the range by \a steps. */
    function shift(steps: int, end: bool): void {
        if (!root.chosen) {
            root.from = chart.timeAt(chart.width * 0.8);
            root.to = chart.timeAt(chart.width);
        } else if (end) {
            root.to = Math.max(root.from + root.step, root.to + steps * root.step);
        } else {
            root.from = Math.min(root.to - root.step, root.from + steps * root.step);
        }
        root.apply();
    }

    implicitHeight: Theme.px(54)

    PlainText {
        id: past

        x: Theme.s20
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: qsTr("-5 min")
        font: Theme.small
        color: Theme.textMuted
        Accessible.ignored: true
    }
    PlainText {
        id: now

        anchors.right: parent.right
        anchors.rightMargin: Theme.s20
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: qsTr("now")
        font: Theme.small
        color: Theme.textMuted
        Accessible.ignored: true
    }
    Rectangle {
        id: frame

        anchors.left: past.right
        anchors.leftMargin: Theme.s12
        anchors.right: now.left
        anchors.rightMargin: Theme.s12
        y: Theme.s4
        height: Theme.px(42)
        color: Theme.sunken
        border.color: frame.activeFocus ? Theme.focus : Theme.border
        border.width: frame.activeFocus ? Theme.focusWidth : 1
        activeFocusOnTab: true
        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("Time range of the list")
        Accessible.focusable: true

        Keys.onLeftPressed: event => root.shift(-1, event.modifiers & Qt.ShiftModifier)
        Keys.onRightPressed: event => root.shift(1, event.modifiers & Qt.ShiftModifier)
        Keys.onDeletePressed: root.clear()
        Keys.onEscapePressed: event => {
            event.accepted = root.chosen;
            root.clear();
        }

        TimelineItem {
            id: chart

            function place(): void {
                if (root.chosen && !drag.pressed) {
                    range.x = chart.xAt(root.from);
                    range.width = chart.xAt(root.to) - range.x;
                }
            }

            anchors.fill: parent
            anchors.margins: 1
            stats: root.stats
            inColor: Theme.gIn
            outColor: Theme.gOut
            errorColor: Theme.gDanger
            onMoved: chart.place()
        }
        Rectangle {
            id: range

            height: parent.height
            visible: root.chosen || drag.moving
            color: Theme.tint(Theme.gAccent)
            border.color: Theme.focus
        }
        MouseArea {
            id: drag

            property real begin: 0
            readonly property bool moving: pressed && Math.abs(mouseX - begin) > 3

            anchors.fill: parent
            hoverEnabled: false
            onPressed: mouse => {
                frame.forceActiveFocus(Qt.MouseFocusReason);
                drag.begin = mouse.x;
            }
            onPositionChanged: mouse => {
                range.x = Math.max(0, Math.min(drag.begin, mouse.x));
                range.width = Math.min(frame.width, Math.max(drag.begin, mouse.x)) - range.x;
            }
            onReleased: mouse => {
                if (Math.abs(mouse.x - drag.begin) > 3) {
                    root.from = chart.timeAt(range.x);
                    root.to = chart.timeAt(range.x + range.width);
                    root.apply();
                }
            }
            onDoubleClicked: root.clear()
        }
    }
    Connections {
        target: root.traffic

        function onFilterChanged(): void {
            if (root.traffic.filter.indexOf("after:") < 0) {
                root.from = 0;
                root.to = 0;
            }
        }
    }
    onFromChanged: chart.place()
    onToChanged: chart.place()
}
