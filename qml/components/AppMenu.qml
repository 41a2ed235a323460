// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Switchboard.Ui

/*! Menu of AppMenuItem and AppMenuSeparator. */
T.Menu {
    id: root

    implicitWidth: Math.max(180, contentItem.childrenRect.width + 2 * padding)
    implicitHeight: implicitContentHeight + 2 * padding
    padding: Theme.s4
    margins: Theme.s8
    overlap: 1

    delegate: AppMenuItem {}
    contentItem: ListView {
        implicitHeight: contentHeight
        implicitWidth: 180
        model: root.contentModel
        currentIndex: root.currentIndex
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: VScroll {}
    }
    background: FloatingGround {
        radius: Theme.radiusWell
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.fast
            easing.type: Easing.OutCubic
        }
    }
}
