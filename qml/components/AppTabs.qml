// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Switchboard.Ui

/*! Tabs of a pane, underlined. \c labels are their texts. */
T.TabBar {
    id: root

    required property string name
    required property var labels

    implicitHeight: Theme.controlLarge
    implicitWidth: contentWidth
    // The bar centres the tabs by this, and would otherwise take it for 0.
    contentHeight: root.implicitHeight
    spacing: 0
    Accessible.name: root.name

    contentItem: ListView {
        model: root.contentModel
        currentIndex: root.currentIndex
        orientation: ListView.Horizontal
        spacing: root.spacing
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width
        clip: interactive
    }
    background: Rectangle {
        y: root.height - 1
        height: 1
        width: root.width
        color: Theme.border
    }

    Repeater {
        model: root.labels

        delegate: T.TabButton {
            id: tab

            required property string modelData

            height: root.height
            width: Math.ceil(implicitContentWidth) + 20
            text: modelData
            font: Theme.bodyStrong
            focusPolicy: Qt.StrongFocus
            Accessible.name: modelData

            contentItem: PlainText {
                text: tab.text
                font: tab.font
                color: tab.checked || tab.hovered ? Theme.text : Theme.textMuted
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                Accessible.ignored: true
            }
            background: Item {
                Rectangle {
                    x: 10
                    y: parent.height - 2
                    width: parent.width - 20
                    height: 2
                    visible: tab.checked
                    color: Theme.focus
                }
                FocusRing {
                    visible: tab.visualFocus
                    anchors.margins: 2
                }
            }
        }
    }
}
