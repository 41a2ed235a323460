// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! Asks for the name of a preset. */
Popover {
    id: root

    required property string value
    required property string actionText

    readonly property NameForm form: NameForm {
        label: qsTr("Name of the preset")
        actionText: root.actionText
        onAccepted: name => {
            root.accepted(name);
            root.close();
        }
    }

    signal accepted(string name)

    contentItem: root.form
    onOpened: root.form.begin(root.value)
}
