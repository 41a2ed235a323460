// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Templates as T
import Switchboard.Ui

/*! Line between groups of a menu. */
T.MenuSeparator {
    implicitHeight: 9
    implicitWidth: 120
    padding: Theme.s4
    contentItem: Rectangle {
        implicitHeight: 1
        color: Theme.border
    }
}
