// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import Switchboard
import Switchboard.Ui

/*! The two lines with their axes. Hover or arrow keys show the values of a moment. */
FocusScope {
    id: root

    required property RateHistory history

    /*! Point under the cursor; -1: none. */
    property int marked: -1

    readonly property int last: root.history.out.length - 1
    readonly property real markedX: plot.x + (root.last > 0 ? plot.width * root.marked / root.last : 0)

    function mark(index: int): void {
        root.marked = Math.max(0, Math.min(root.last, index));
    }

    activeFocusOnTab: true
    Accessible.role: Accessible.Chart
    Accessible.name: root.marked < 0 ? qsTr("Event rate, arrow keys read the values") : root.history.describe(root.marked)
    Accessible.focusable: true

    Keys.onLeftPressed: root.mark(root.marked < 0 ? root.last : root.marked - 1)
    Keys.onRightPressed: root.mark(root.marked + 1)
    Keys.onEscapePressed: event => {
        event.accepted = root.marked >= 0;
        root.marked = -1;
    }
    onActiveFocusChanged: root.marked = -1

    Repeater {
        model: 5

        delegate: Item {
            id: line

            required property int index

            y: plot.y + Math.round(plot.height * index / 4)
            width: root.width

            PlainText {
                y: -Math.round(height / 2)
                width: plot.x - Theme.s8
                text: root.history.valueLabels[line.index]
                font: Theme.note
                color: Theme.textMuted
                horizontalAlignment: Text.AlignRight
                Accessible.ignored: true
            }
            Rectangle {
                x: plot.x
                width: plot.width
                height: 1
                color: Theme.border
            }
        }
    }
    Item {
        id: plot

        x: Theme.px(34)
        y: Theme.px(7)
        width: root.width - x
        height: root.height - y - Theme.px(24)

        ChartItem {
            anchors.fill: parent
            values: root.history.out
            maximum: root.history.maximum
            lineColor: Theme.gOut
            fillOpacity: Theme.dark ? 0.18 : 0.12
            Accessible.ignored: true
        }
        ChartItem {
            anchors.fill: parent
            values: root.history.in
            maximum: root.history.maximum
            lineColor: Theme.gIn
            fillOpacity: Theme.dark ? 0.18 : 0.12
            Accessible.ignored: true
        }
        HoverHandler {
            id: pointer

            onHoveredChanged: if (!hovered) {
                root.marked = -1;
            }
            onPointChanged: root.mark(Math.round(point.position.x / plot.width * root.last))
        }
    }
    Repeater {
        model: root.history.timeLabels

        delegate: PlainText {
            required property int index
            required property string modelData

            x: index === 0 ? plot.x : index === 4 ? root.width - width : plot.x + plot.width * index / 4 - width / 2
            y: root.height - height
            text: modelData
            font: Theme.note
            color: Theme.textMuted
            Accessible.ignored: true
        }
    }
    Rectangle {
        visible: root.marked >= 0
        x: Math.round(root.markedX)
        y: plot.y
        width: 1
        height: plot.height
        color: Theme.textMuted
    }
    AppToolTip {
        visible: root.marked >= 0
        delay: 0
        x: Math.max(0, Math.min(root.width - width, root.markedX - width / 2))
        y: plot.y - height - 2
        text: root.history.describe(root.marked)
    }
    Rectangle {
        anchors.fill: parent
        visible: root.activeFocus
        color: "transparent"
        radius: Theme.radiusControl
        border.width: Theme.focusWidth
        border.color: Theme.focus
    }
}
