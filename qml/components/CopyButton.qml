// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard
import Switchboard.Ui

/*! Puts \c text on the clipboard and shows for a moment that it did. */
IconButton {
    id: root

    iconName: shown.running ? "check" : "copy"
    ink: shown.running ? Theme.success : Theme.textSecondary
    display: IconButton.IconOnly
    onClicked: {
        Clipboard.copy(root.text);
        shown.restart();
    }

    Timer {
        id: shown

        interval: 1500
    }
}
