// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick

/*! Makes its page when it is first shown and keeps it. */
Loader {
    id: root

    required property bool shown

    anchors.fill: parent
    active: false
    visible: root.shown
    enabled: root.shown
    focus: root.shown
    onShownChanged: if (root.shown) {
        root.active = true;
    }
    Component.onCompleted: root.active = root.shown
}
