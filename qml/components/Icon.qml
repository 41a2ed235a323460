// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! A Lucide icon. Decoration: what it means stands in a text or an accessible name beside it. */
Image {
    id: root

    property string name
    property color color: Theme.textSecondary
    property int size: 16

    width: Theme.px(root.size)
    height: root.width
    sourceSize.width: root.width
    sourceSize.height: root.width
    source: Icons.url(root.name, root.color, root.size)
    Accessible.ignored: true
}
