// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! One text of a client's row. */
PlainText {
    property bool gone: false

    height: Theme.listRow
    rightPadding: Theme.s8
    font: Theme.row
    color: gone ? Theme.textMuted : Theme.textSecondary
    verticalAlignment: Text.AlignVCenter
    elide: Text.ElideRight
    Accessible.ignored: true
}
