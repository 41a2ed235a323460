// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! Icon and colour of each kind of row, by its number (Traffic::Kind). */
QtObject {
    id: root

    readonly property var icons: ["arrow-down-left", "arrow-up-right", "check-check", "check-check", "plug-zap", "unplug", "log-in", "log-out", "triangle-alert", "database", "database", "heart-pulse", "circle-dot", "bookmark", "globe"]
    readonly property var inks: [Theme.evIn, Theme.evOut, Theme.evAck, Theme.evAck, Theme.evLife, Theme.evLife, Theme.evLife, Theme.evLife, Theme.danger, Theme.evRedis, Theme.evRedis, Theme.textMuted, Theme.warning, Theme.accentText, Theme.evLife]
    /*! Of the event's name. */
    readonly property var nameInks: [Theme.text, Theme.text, Theme.text, Theme.text, Theme.evLife, Theme.evLife, Theme.evLife, Theme.evLife, Theme.danger, Theme.evRedis, Theme.evRedis, Theme.textMuted, Theme.warning, Theme.accentText, Theme.evLife]
    readonly property int error: 8
    readonly property int gap: 12
}
