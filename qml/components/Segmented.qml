// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Switchboard.Ui

/*! One of a few, all visible. Arrow keys move; \c activated tells a choice of the operator. */
T.Control {
    id: root

    /*! What is chosen here, for screen readers. */
    required property string name
    /*! Texts of the choices. */
    required property var options
    property int currentIndex: 0
    property bool small: false

    signal activated(int index)

    function choose(index: int): void {
        if (index < 0 || index >= root.options.length) {
            return;
        }
        root.currentIndex = index;
        root.activated(index);
    }

    padding: 2
    implicitWidth: implicitContentWidth + 2 * padding
    implicitHeight: root.small ? Theme.controlSmall : Theme.px(28)
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Grouping
    Accessible.name: root.name

    Keys.onLeftPressed: root.choose(root.currentIndex - 1)
    Keys.onRightPressed: root.choose(root.currentIndex + 1)

    contentItem: Row {
        Repeater {
            model: root.options

            delegate: T.RadioButton {
                id: choice

                required property int index
                required property string modelData

                height: root.availableHeight
                width: Math.ceil(implicitContentWidth) + 2 * Theme.s12
                checked: index === root.currentIndex
                focusPolicy: checked ? Qt.StrongFocus : Qt.ClickFocus
                activeFocusOnTab: checked
                padding: 0
                text: modelData
                font: Theme.smallStrong
                Accessible.name: modelData

                onClicked: root.choose(choice.index)

                contentItem: PlainText {
                    text: choice.text
                    font: choice.font
                    color: choice.checked ? Theme.text : Theme.textSecondary
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }
                background: Rectangle {
                    radius: Theme.radiusControl - 1
                    color: choice.checked ? (Theme.dark ? Theme.pressed : Theme.raised) : choice.hovered ? Theme.hover : "transparent"
                    border.width: choice.checked ? 1 : 0
                    border.color: Theme.borderStrong

                    FocusRing {
                        visible: choice.visualFocus
                    }
                }
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl + 1
        color: Theme.dark ? Theme.sunken : Theme.sidebar
        border.color: Theme.border
    }
}
