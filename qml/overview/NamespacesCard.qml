// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! Namespaces with how many clients and rooms each has. */
Card {
    id: root

    required property NamespacesModel namespaces

    signal namespaceChosen(string name)

    title: qsTr("Namespaces")
    actions: [
        PlainText {
            width: Theme.px(60)
            text: qsTr("Clients")
            font: Theme.note
            color: Theme.textMuted
            horizontalAlignment: Text.AlignRight
        },
        PlainText {
            width: Theme.px(46)
            text: qsTr("Rooms")
            font: Theme.note
            color: Theme.textMuted
            horizontalAlignment: Text.AlignRight
        }
    ]

    ListView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.topMargin: -2
        clip: true
        model: root.namespaces
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        T.ScrollBar.vertical: VScroll {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Namespaces")

        delegate: NamespaceDelegate {
            width: ListView.view.width
            onChosen: root.namespaceChosen(name)
        }
    }
}
