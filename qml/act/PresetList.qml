// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! All presets. Enter, double click or the play button send; the rest is in the row's menu. */
Card {
    id: root

    required property Presets presets

    signal editAsked(int row)

    title: qsTr("Presets")
    actions: [
        IconButton {
            id: more

            implicitHeight: Theme.px(24)
            iconName: "ellipsis"
            tip: qsTr("More about presets")
            onClicked: moreMenu.open()

            AppMenu {
                id: moreMenu

                x: more.width - width
                y: more.height

                AppMenuItem {
                    text: qsTr("Add sample presets")
                    iconName: "plus"
                    onTriggered: root.presets.addSamples()
                }
            }
        }
    ]

    ListView {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: -Theme.s8
        Layout.rightMargin: -Theme.s8
        visible: root.presets.count > 0
        model: root.presets
        clip: true
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Presets")
        T.ScrollBar.vertical: VScroll {}

        delegate: PresetDelegate {
            required property int index

            width: ListView.view.width
            current: ListView.isCurrentItem && list.activeFocus
            last: index === list.count - 1
            first: index === 0
            onChosen: {
                list.currentIndex = index;
                list.forceActiveFocus();
            }
            onFired: root.presets.fire(index)
            onEditAsked: root.editAsked(index)
            onKeyChosen: key => root.presets.setKey(index, key)
            onRenamed: name => root.presets.rename(index, name)
            onMoved: by => root.presets.move(index, index + by)
            onRemoved: root.presets.remove(index)
        }
        Keys.onReturnPressed: if (list.currentIndex >= 0) {
            root.presets.fire(list.currentIndex);
        }
        Keys.onDeletePressed: if (list.currentIndex >= 0) {
            root.presets.remove(list.currentIndex);
        }
        Keys.onMenuPressed: list.currentItem?.openMenu()
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: root.presets.count === 0
        iconName: "bookmark"
        text: qsTr("No presets yet. Compose an event and choose Save preset.")
        actionText: qsTr("Add sample presets")
        onActionTriggered: root.presets.addSamples()
    }
}
