// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import Switchboard.Ui

/*! What an argument is; in the order of ArgumentsModel.Type. */
AppMenu {
    id: root

    readonly property var names: [qsTr("JSON"), qsTr("Text"), qsTr("Number"), qsTr("Boolean"), qsTr("Null"), qsTr("Binary, hex"), qsTr("Binary, base64")]

    signal chosen(int type)

    Instantiator {
        model: root.names
        delegate: AppMenuItem {
            required property int index
            required property string modelData

            text: modelData
            onTriggered: root.chosen(index)
        }
        onObjectAdded: (index, object) => root.insertItem(index, object)
        onObjectRemoved: (index, object) => root.removeItem(object)
    }
}
