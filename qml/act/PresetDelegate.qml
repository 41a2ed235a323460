// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! A preset: one click chooses it, a double click or the play button sends. */
T.ItemDelegate {
    id: root

    required property string name
    required property string event
    required property string target
    required property int keyNumber
    required property bool asksForAck
    required property bool sending
    required property string result
    property bool current: false
    property bool first: false
    property bool last: false

    /*! Its buttons show. */
    readonly property bool armed: hover.hovered || root.current || menu.visible

    signal chosen
    signal fired
    signal editAsked
    signal renamed(string name)
    signal keyChosen(int key)
    signal moved(int by)
    signal removed

    function openMenu(): void {
        menu.open();
    }

    implicitHeight: Theme.px(48)
    leftPadding: 10
    rightPadding: 10
    focusPolicy: Qt.NoFocus
    Accessible.name: qsTr("%1, %2 to %3").arg(root.name).arg(root.event).arg(root.target)
    Accessible.description: root.result
    onClicked: root.chosen()
    onDoubleClicked: root.fired()

    contentItem: RowLayout {
        spacing: 10

        Icon {
            name: root.asksForAck ? "check-check" : "send"
            color: root.asksForAck ? Theme.evAck : Theme.evOut
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.s2

            PlainText {
                Layout.fillWidth: true
                text: root.name
                font: Theme.bodyStrong
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            PlainText {
                Layout.fillWidth: true
                text: root.result !== "" ? root.result : qsTr("%1 → %2").arg(root.event).arg(root.target)
                font: root.result !== "" ? Theme.small : Theme.monoSmall
                color: root.result !== "" ? Theme.success : Theme.textMuted
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        RowLayout {
            visible: root.armed
            spacing: 0

            IconButton {
                iconName: "play"
                tip: qsTr("Send %1").arg(root.name)
                onClicked: root.fired()
            }
            IconButton {
                iconName: "pencil"
                tip: qsTr("Edit %1").arg(root.name)
                onClicked: root.editAsked()
            }
            IconButton {
                iconName: "ellipsis-vertical"
                tip: qsTr("More about %1").arg(root.name)
                onClicked: menu.open()
            }
        }
        Keycap {
            visible: root.keyNumber > 0 && !root.armed
            text: qsTr("Alt+%1").arg(root.keyNumber)
        }
    }
    background: Rectangle {
        radius: Theme.radiusWell
        color: root.current ? Theme.selected : hover.hovered ? Theme.hover : "transparent"

        Rectangle {
            visible: root.sending
            x: parent.radius
            y: parent.height - 2
            width: parent.width - 2 * x
            height: 2
            color: Theme.gOut
        }
    }

    HoverHandler {
        id: hover
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: {
            root.chosen();
            menu.popup();
        }
    }
    PresetMenu {
        id: menu

        x: root.width - width - Theme.s8
        y: root.height - Theme.s4
        keyNumber: root.keyNumber
        first: root.first
        last: root.last
        onFired: root.fired()
        onEditAsked: root.editAsked()
        onRenameAsked: rename.open()
        onKeyChosen: key => root.keyChosen(key)
        onMoved: by => root.moved(by)
        onRemoved: root.removed()
    }
    NamePopover {
        id: rename

        y: root.height
        name: qsTr("Rename %1").arg(root.name)
        value: root.name
        actionText: qsTr("Rename")
        onAccepted: name => root.renamed(name)
    }
}
