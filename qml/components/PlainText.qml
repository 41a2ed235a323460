// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! The only Text of this program: never reads markup, because most strings come from strangers. */
Text {
    textFormat: Text.PlainText
    color: Theme.text
    font: Theme.body
}
