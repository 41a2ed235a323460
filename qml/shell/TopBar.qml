// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*! Title of the page at the left; search, notifications and the main button at the right. */
T.Control {
    id: root

    required property string title
    property string subtitle
    property int unread: 0

    readonly property bool wide: root.width >= 972

    signal searchAsked
    signal notificationsAsked
    signal emitAsked

    implicitHeight: Theme.topBar
    leftPadding: Theme.s20
    rightPadding: Theme.s20
    bottomPadding: 1
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Top bar")

    contentItem: RowLayout {
        spacing: Theme.s8

        PlainText {
            text: root.title
            font: Theme.title
            Accessible.role: Accessible.Heading
            Accessible.name: root.title
        }
        PlainText {
            Layout.fillWidth: true
            visible: root.wide
            text: root.subtitle
            font: Theme.small
            color: Theme.textMuted
            elide: Text.ElideRight
        }
        Item {
            Layout.fillWidth: !root.wide
        }
        SearchButton {
            Layout.preferredWidth: root.wide ? 300 : 210
            onClicked: root.searchAsked()
        }
        IconButton {
            iconName: "bell"
            iconSize: 18
            tip: root.unread > 0 ? qsTr("Notifications, %n unread", "", root.unread) : qsTr("Notifications")
            dotColor: root.unread > 0 ? Theme.gDanger : "transparent"
            onClicked: root.notificationsAsked()
        }
        AppButton {
            text: qsTr("New emit")
            iconName: "send"
            kind: AppButton.Primary
            onClicked: root.emitAsked()
        }
    }
    background: Rectangle {
        color: Theme.window

        Rectangle {
            y: parent.height - 1
            width: parent.width
            height: 1
            color: Theme.border
        }
    }
}
