// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! A name to type and a button to take it. */
RowLayout {
    id: root

    required property string label
    required property string actionText

    signal accepted(string name)

    function begin(text: string): void {
        field.text = text;
        field.forceActiveFocus(Qt.PopupFocusReason);
        field.selectAll();
    }

    function accept(): void {
        if (field.text.trim() !== "") {
            root.accepted(field.text.trim());
        }
    }

    spacing: Theme.s8

    AppField {
        id: field

        Layout.preferredWidth: 220
        name: root.label
        maximumLength: 80
        onAccepted: root.accept()
    }
    AppButton {
        kind: AppButton.Primary
        text: root.actionText
        enabled: field.text.trim() !== ""
        onClicked: root.accept()
    }
}
