// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import Switchboard
import Switchboard.Ui

/*!
    The windowed list: as many delegates as fit, for ever; scrolling moves the model's window.

    One item has the focus and takes all keys; the rows are told which of them is selected.
*/
FocusScope {
    id: root

    required property TrafficView traffic
    required property real pageWidth
    required property KindStyle kinds

    readonly property int rowHeight: Theme.trafficRow
    property int hoveredRow: -1

    /*! The current event should be shown in full. */
    signal opened
    /*! Esc with nothing left to leave here. */
    signal escaped
    signal menuRequested(real x, real y)
    signal copyMenuRequested
    signal tabStepped(int by)

    function rowAt(y: real): int {
        return Math.floor(y / root.rowHeight + root.traffic.top % 1);
    }

    function howFor(modifiers: int): int {
        return modifiers & Qt.ShiftModifier ? TrafficView.Extend : modifiers & Qt.ControlModifier ? TrafficView.Toggle : TrafficView.Only;
    }

    function move(by: int, modifiers: int): void {
        root.traffic.moveCurrent(by, modifiers & Qt.ShiftModifier ? TrafficView.Extend : TrafficView.Only);
    }

    function menuForCurrent(): void {
        const row = root.traffic.currentIndex - Math.floor(root.traffic.top);
        root.menuRequested(Theme.px(140), Math.max(0, Math.min(area.height - 40, (row + 1) * root.rowHeight)));
    }

    /*! Keys that are single letters; true when taken. */
    function letter(event: KeyEvent): bool {
        const shift = (event.modifiers & Qt.ShiftModifier) !== 0;
        switch (event.key) {
        case Qt.Key_Space:
            root.traffic.paused = !root.traffic.paused;
            return true;
        case Qt.Key_R:
            root.traffic.resend();
            return true;
        case Qt.Key_E:
            root.traffic.edit();
            return true;
        case Qt.Key_C:
            root.copyMenuRequested();
            return true;
        case Qt.Key_F:
            root.traffic.filterByCurrent("event", false, shift);
            return true;
        case Qt.Key_X:
            root.traffic.filterByCurrent("event", true, false);
            return true;
        case Qt.Key_M:
            root.traffic.markCurrent();
            return true;
        case Qt.Key_N:
            root.traffic.moveToMark(!shift);
            return true;
        case Qt.Key_BracketLeft:
            root.tabStepped(-1);
            return true;
        case Qt.Key_BracketRight:
            root.tabStepped(1);
            return true;
        default:
            return false;
        }
    }

    function key(event: KeyEvent): bool {
        const control = (event.modifiers & Qt.ControlModifier) !== 0;
        const page = Math.max(1, Math.floor(root.traffic.pageRows) - 1);
        switch (event.key) {
        case Qt.Key_Up:
            root.move(-1, event.modifiers);
            return true;
        case Qt.Key_Down:
            root.move(1, event.modifiers);
            return true;
        case Qt.Key_PageUp:
            root.move(-page, event.modifiers);
            return true;
        case Qt.Key_PageDown:
            root.move(page, event.modifiers);
            return true;
        case Qt.Key_Home:
            root.move(-root.traffic.count, event.modifiers);
            return true;
        case Qt.Key_End:
            root.traffic.follow = true;
            return true;
        case Qt.Key_Return:
        case Qt.Key_Enter:
            root.opened();
            return true;
        case Qt.Key_Escape:
            root.escaped();
            return true;
        case Qt.Key_Menu:
            root.menuForCurrent();
            return true;
        case Qt.Key_F10:
            if (event.modifiers & Qt.ShiftModifier) {
                root.menuForCurrent();
                return true;
            }
            return false;
        case Qt.Key_A:
            if (control) {
                root.traffic.selectAll();
            }
            return control;
        case Qt.Key_C:
            if (control && root.traffic.hasCurrent) {
                root.traffic.copyRows();
                return true;
            }
            break;
        case Qt.Key_U:
            if (control) {
                root.traffic.showAround();
            }
            return control;
        }
        return !control && root.letter(event);
    }

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Events")

    TrafficColumns {
        id: columnSet

        pageWidth: root.pageWidth
        listWidth: root.width
    }

    TrafficHeader {
        id: header

        width: root.width
        columns: columnSet
    }

    Item {
        id: area

        objectName: "trafficRows"
        anchors.top: header.bottom
        anchors.bottom: root.bottom
        width: root.width
        clip: true
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Events, %1").arg(root.traffic.countText)

        onHeightChanged: root.traffic.pageRows = height / root.rowHeight

        Keys.onPressed: event => event.accepted = root.key(event)

        Connections {
            target: root

            function onRowHeightChanged(): void {
                root.traffic.pageRows = area.height / root.rowHeight;
            }
        }
        Rectangle {
            anchors.fill: parent
            color: Theme.table
        }
        Column {
            y: -Math.round((root.traffic.top % 1) * root.rowHeight)

            Repeater {
                model: root.traffic

                delegate: TrafficRowDelegate {
                    width: area.width
                    columns: columnSet
                    kinds: root.kinds
                    hovered: root.hoveredRow === index
                }
            }
        }
        MouseArea {
            anchors.fill: parent
            anchors.rightMargin: bar.visible ? bar.width : 0
            acceptedButtons: Qt.LeftButton | Qt.RightButton
            hoverEnabled: true

            onPositionChanged: mouse => root.hoveredRow = root.rowAt(mouse.y)
            onExited: root.hoveredRow = -1
            onPressed: mouse => {
                area.forceActiveFocus(Qt.MouseFocusReason);
                const row = root.rowAt(mouse.y);
                if (Math.floor(root.traffic.top) + row >= root.traffic.count) {
                    return;
                }
                root.traffic.selectRow(row, root.howFor(mouse.modifiers));
                if (mouse.button === Qt.RightButton) {
                    root.menuRequested(mouse.x, mouse.y + header.height);
                } else if (mouse.modifiers === Qt.NoModifier) {
                    root.opened();
                }
            }
        }
        WheelHandler {
            acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
            target: null

            onWheel: event => {
                const rows = event.pixelDelta.y !== 0 ? event.pixelDelta.y / root.rowHeight : event.angleDelta.y / 120 * 3;
                root.traffic.scrollBy(-rows);
            }
        }
        VScroll {
            id: bar

            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            orientation: Qt.Vertical
            size: root.traffic.count > 0 ? Math.min(1, root.traffic.pageRows / root.traffic.count) : 1

            onPositionChanged: {
                if (pressed) {
                    root.traffic.top = position * root.traffic.count;
                }
            }

            Binding {
                target: bar
                property: "position"
                value: root.traffic.count > 0 ? root.traffic.top / root.traffic.count : 0
                when: !bar.pressed
            }
        }
        FocusRing {
            anchors.margins: 0
            around: 0
            visible: area.activeFocus && !root.traffic.hasCurrent
        }
    }

    AppButton {
        objectName: "newPill"
        anchors.bottom: root.bottom
        anchors.bottomMargin: Theme.s16
        anchors.horizontalCenter: root.horizontalCenter
        visible: root.traffic.newText !== "" && !root.traffic.follow
        kind: AppButton.Primary
        iconName: "arrow-down"
        text: root.traffic.newText
        implicitHeight: Theme.px(34)

        onClicked: {
            root.traffic.follow = true;
            area.forceActiveFocus();
        }
    }
}
