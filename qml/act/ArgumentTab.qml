// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! Tab of an argument. Right click or the Menu key: what can be done with it. */
T.TabButton {
    id: root

    required property string title
    required property bool hasProblem

    signal chosen
    signal removeAsked
    signal duplicateAsked
    signal moveAsked(int by)

    implicitHeight: Theme.controlSmall
    implicitWidth: implicitContentWidth + 2 * Theme.s8
    padding: 0
    leftPadding: Theme.s8
    rightPadding: Theme.s8
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.hasProblem ? qsTr("%1, has an error").arg(root.title) : root.title
    onClicked: root.chosen()

    Keys.onMenuPressed: menu.popup()
    Keys.onDeletePressed: root.removeAsked()

    contentItem: RowLayout {
        spacing: Theme.s6

        PlainText {
            text: root.title
            font: Theme.smallStrong
            color: root.checked || root.hovered ? Theme.text : Theme.textSecondary
            Accessible.ignored: true
        }
        Icon {
            visible: root.hasProblem
            name: "circle-alert"
            size: 12
            color: Theme.danger
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.checked ? Theme.hover : "transparent"

        FocusRing {
            visible: root.visualFocus
        }
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: menu.popup()
    }
    AppMenu {
        id: menu

        AppMenuItem {
            text: qsTr("Duplicate")
            iconName: "copy"
            onTriggered: root.duplicateAsked()
        }
        AppMenuItem {
            text: qsTr("Move left")
            iconName: "chevron-left"
            onTriggered: root.moveAsked(-1)
        }
        AppMenuItem {
            text: qsTr("Move right")
            iconName: "chevron-right"
            onTriggered: root.moveAsked(1)
        }
        AppMenuSeparator {}
        AppMenuItem {
            text: qsTr("Remove")
            iconName: "trash-2"
            onTriggered: root.removeAsked()
        }
    }
}
