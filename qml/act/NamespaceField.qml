// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! A namespace that exists, or any other as text. */
ColumnLayout {
    id: root

    required property Composer composer
    required property NamespacesModel namespaces

    spacing: Theme.s6

    PlainText {
        text: qsTr("Namespace")
        font: Theme.smallStrong
        color: Theme.textSecondary
    }
    AppField {
        id: field

        Layout.fillWidth: true
        implicitHeight: Theme.controlLarge
        rightPadding: Theme.iconButton + Theme.s4
        name: qsTr("Namespace")
        mono: true
        text: root.composer.nsp
        onEditingFinished: root.composer.nsp = field.text
        Keys.onDownPressed: menu.open()

        IconButton {
            id: opener

            anchors.right: parent.right
            anchors.rightMargin: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            iconName: "chevron-down"
            tip: qsTr("Choose a namespace")
            onClicked: menu.open()
        }
        AppMenu {
            id: menu

            y: field.height + Theme.s4
            width: field.width

            Instantiator {
                model: root.namespaces
                delegate: AppMenuItem {
                    required property string name
                    required property int clients

                    text: name
                    detail: qsTr("%n client(s)", "", clients)
                    onTriggered: root.composer.nsp = name
                }
                onObjectAdded: (index, object) => menu.insertItem(index, object)
                onObjectRemoved: (index, object) => menu.removeItem(object)
            }
        }
    }
    PlainText {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.composer.nspWarning
        font: Theme.small
        color: Theme.warning
        wrapMode: Text.Wrap
    }
}
