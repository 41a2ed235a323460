// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard
import Switchboard.Ui

/*! What the window itself can do, told to the palette. */
Item {
    id: root

    required property Dashboard dashboard
    required property var pages
    required property ServerQuestions questions

    signal pageChosen(string page)
    signal helpAsked
    signal notificationsAsked

    function add(icon: string, title: string, keys: string, run: var): void {
        root.dashboard.palette.addCommand(qsTr("Commands"), icon, title, "", keys, run);
    }

    Component.onCompleted: {
        const server = root.dashboard.server;
        const settings = root.dashboard.settings;
        for (const page of root.pages) {
            root.dashboard.palette.addCommand(qsTr("Go to"), page.icon, page.title, "", page.keys, () => root.pageChosen(page.id));
        }
        root.add("external-link", qsTr("Open demo: Team chat"), qsTr("Ctrl+O"), () => root.questions.openDemo());
        root.add("copy", qsTr("Copy the server's address"), qsTr("Ctrl+Shift+A"), () => Clipboard.copy(server.url));
        root.add("share-2", qsTr("Share on this network"), qsTr("Ctrl+Shift+S"), () => root.questions.share(!server.sharing));
        root.add("zap", qsTr("Try the echo test"), "", () => root.dashboard.echoTest.run());
        root.add("play", qsTr("Start server"), "", () => server.start());
        root.add("circle-stop", qsTr("Stop server"), "", () => root.questions.stop());
        root.add("refresh-cw", qsTr("Restart server"), "", () => root.questions.restart());
        root.add("bell", qsTr("Notifications"), "", () => root.notificationsAsked());
        root.add("keyboard", qsTr("Keyboard shortcuts"), qsTr("F1"), () => root.helpAsked());
        root.add("panel-left", qsTr("Collapse or widen the sidebar"), qsTr("Ctrl+B"), () => settings.rail = !settings.rail);
        root.add("monitor", qsTr("Theme: as the system"), "", () => settings.theme = Settings.System);
        root.add("moon", qsTr("Theme: dark"), "", () => settings.theme = Settings.Dark);
        root.add("sun", qsTr("Theme: light"), "", () => settings.theme = Settings.Light);
        root.add("moon", qsTr("Theme: high contrast, dark"), "", () => settings.theme = Settings.HighContrastDark);
        root.add("sun", qsTr("Theme: high contrast, light"), "", () => settings.theme = Settings.HighContrastLight);
        root.add("list-tree", qsTr("Density: compact"), "", () => settings.density = Settings.Compact);
        root.add("list-tree", qsTr("Density: default"), "", () => settings.density = Settings.Default);
        root.add("list-tree", qsTr("Density: comfortable"), "", () => settings.density = Settings.Comfortable);
        root.add("pause", qsTr("Motion: reduced"), "", () => settings.motion = Settings.Reduced);
        root.add("play", qsTr("Motion: full"), "", () => settings.motion = Settings.Full);
        root.add("rocket", qsTr("Show the first steps again"), "", () => settings.firstStepsOver = false);
    }
}
