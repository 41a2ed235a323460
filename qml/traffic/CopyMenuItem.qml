// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard
import Switchboard.Ui

/*! One form in which the current event can be copied. */
AppMenuItem {
    id: root

    required property EventDetail detail
    required property int format
    /*! Only what a client or the server emitted has this form. */
    property bool eventsOnly: false

    enabled: root.eventsOnly ? root.detail.isEvent : root.detail.valid
    onTriggered: root.detail.copy(root.format)
}
