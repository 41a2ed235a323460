// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! The window: sidebar, top bar, the page, status bar, and what floats above them. */
Window {
    id: root

    required property Dashboard dashboard

    readonly property var pages: [
        { id: "overview", title: qsTr("Overview"), icon: "layout-dashboard", group: 0, keys: qsTr("Ctrl+1") },
        { id: "traffic", title: qsTr("Traffic"), icon: "activity", group: 0, keys: qsTr("Ctrl+2") },
        { id: "clients", title: qsTr("Clients"), icon: "users", group: 0, keys: qsTr("Ctrl+3") },
        { id: "emit", title: qsTr("Emit"), icon: "send", group: 1, keys: qsTr("Ctrl+4") }
    ]
    readonly property var pageIds: root.pages.map(page => page.id)
    readonly property int pageIndex: Math.max(0, root.pageIds.indexOf(navigator.page))
    readonly property Settings settings: root.dashboard.settings
    readonly property bool railForced: root.width < 1080
    readonly property bool rail: root.railForced || root.settings.rail
    readonly property var regions: [sidebar, topBar, pageArea, statusBar]

    function subtitle(): string {
        switch (navigator.page) {
        case "overview":
            return pageArea.waiting ? qsTr("Waiting for the first client") : root.dashboard.server.running ? qsTr("Up %1 · Engine.IO 4 · Socket.IO 5").arg(root.dashboard.server.uptime) : "";
        case "traffic":
            return qsTr("Live events on this server");
        case "clients":
            return qsTr("Who is connected");
        default:
            return qsTr("Send a test event to connected clients");
        }
    }

    function cycleTheme(): void {
        // The high contrast themes are a choice of the palette, not of a quick key.
        root.settings.theme = [Settings.Dark, Settings.Light, Settings.System, Settings.System, Settings.System][root.settings.theme];
    }

    function moveRegion(by: int): void {
        const here = root.regions.findIndex(region => root.contains(region, root.activeFocusItem));
        const count = root.regions.length;
        const next = root.regions[((here < 0 ? (by > 0 ? -1 : 0) : here) + by + count) % count];
        const first = next.nextItemInFocusChain(true);
        (root.contains(next, first) ? first : next).forceActiveFocus(Qt.TabFocusReason);
    }

    function contains(region: Item, item: Item): bool {
        for (let at = item; at; at = at.parent) {
            if (at === region) {
                return true;
            }
        }
        return false;
    }

    title: root.dashboard.server.running ? qsTr("Switchboard") : qsTr("Switchboard, server stopped")
    width: 1440
    height: 900
    minimumWidth: 900
    minimumHeight: 600
    color: Theme.window
    LayoutMirroring.enabled: Qt.application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    onClosing: close => {
        close.accepted = questions.mayQuit || root.dashboard.server.clients === 0;
        if (!close.accepted) {
            questions.quit();
        }
    }

    Binding {
        target: Theme
        property: "dark"
        value: root.settings.theme === Settings.System ? probe.dark : root.settings.theme === Settings.Dark || root.settings.theme === Settings.HighContrastDark
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: root.settings.theme === Settings.HighContrastDark || root.settings.theme === Settings.HighContrastLight
    }
    Binding {
        target: Theme
        property: "scale"
        value: root.settings.textScale
    }
    Binding {
        target: Theme
        property: "density"
        value: root.settings.density
    }
    Binding {
        target: Theme
        property: "reduceMotion"
        value: root.settings.motion === Settings.System ? probe.reduceMotion : root.settings.motion === Settings.Reduced
    }
    ThemeProbe {
        id: probe
    }
    Readings {
        id: readings

        stats: root.dashboard.stats
        server: root.dashboard.server
    }
    CpuMeter {
        id: cpu

        active: root.visible && root.visibility !== Window.Minimized
    }
    Navigator {
        id: navigator

        Component.onCompleted: if (root.pageIds.includes(root.settings.page)) {
            navigator.go(root.settings.page, "");
        }
        onArrived: (page, argument) => {
            root.settings.page = page;
            pageArea.show(page, argument);
        }
    }
    Connections {
        target: root.dashboard
        function onPageRequested(page: string, argument: string): void {
            navigator.go(page, argument);
        }
    }
    Connections {
        target: root.dashboard.notifier
        function onAnnounced(text: string): void {
            announcer.announce(text);
        }
    }
    Connections {
        target: root.dashboard.server
        function onStateChanged(): void {
            announcer.announce(root.dashboard.server.stateText);
        }
    }
    Connections {
        target: root.dashboard.echoTest
        function onFinished(succeeded: bool, result: string): void {
            succeeded ? root.dashboard.notifier.success(result) : root.dashboard.notifier.error(result);
        }
    }
    Announcer {
        id: announcer

        Accessible.role: Accessible.AlertMessage
        Accessible.name: announcer.sentence === "" ? root.title : announcer.sentence
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            spacing: 0

            Sidebar {
                id: sidebar

                Layout.fillHeight: true
                Layout.preferredWidth: implicitWidth
                server: root.dashboard.server
                readings: readings
                pages: root.pages
                page: navigator.page
                rail: root.rail
                railForced: root.railForced
                theme: root.settings.theme
                onPageChosen: page => navigator.go(page, "")
                onRailToggled: root.settings.rail = !root.settings.rail
                onThemeCycled: root.cycleTheme()
                onHelpAsked: shortcuts.open()
                onStopAsked: questions.stop()
                onRestartAsked: questions.restart()
                onPortAsked: port => questions.moveTo(port)
                onSharingAsked: on => questions.share(on)
            }
            ColumnLayout {
                spacing: 0

                TopBar {
                    id: topBar

                    Layout.fillWidth: true
                    title: root.pages[root.pageIndex].title
                    subtitle: root.subtitle()
                    unread: root.dashboard.notifier.unread
                    onSearchAsked: palette.open()
                    onNotificationsAsked: notifications.open()
                    onEmitAsked: navigator.go("emit", "")
                }
                Strip {
                    Layout.fillWidth: true
                    visible: root.dashboard.server.portNote !== ""
                    text: root.dashboard.server.portNote
                    dismissable: true
                    onDismissed: root.dashboard.server.dismissPortNote()
                }
                Strip {
                    Layout.fillWidth: true
                    visible: root.dashboard.server.state === ServerState.PortTaken || root.dashboard.server.state === ServerState.Failed
                    text: root.dashboard.server.problem
                    iconName: "triangle-alert"
                    ink: Theme.danger
                    actionText: root.dashboard.server.state === ServerState.PortTaken ? qsTr("Use %1").arg(root.dashboard.server.nextPort()) : qsTr("Try again")
                    onActionTriggered: root.dashboard.server.state === ServerState.PortTaken ? root.dashboard.server.startOnPort(root.dashboard.server.nextPort()) : root.dashboard.server.start()
                }
                PageArea {
                    id: pageArea

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    dashboard: root.dashboard
                    readings: readings
                    page: navigator.page
                    onSharingAsked: on => questions.share(on)
                    onDemoAsked: questions.openDemo()
                    onPageChosen: (page, argument) => navigator.go(page, argument)
                }
            }
        }
        StatusBar {
            id: statusBar

            Layout.fillWidth: true
            server: root.dashboard.server
            readings: readings
            cpu: cpu.percent
            onAddressCopied: root.dashboard.notifier.success(qsTr("Address copied"))
            onPageChosen: page => navigator.go(page, "")
        }
    }

    ToastArea {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.rightMargin: Theme.s16
        anchors.bottomMargin: Theme.statusBar + Theme.s16
        notifier: root.dashboard.notifier
    }
    ServerQuestions {
        id: questions

        dashboard: root.dashboard
        onQuitConfirmed: root.close()
    }
    CommandPalette {
        id: palette

        palette: root.dashboard.palette
    }
    NotificationsPanel {
        id: notifications

        notifier: root.dashboard.notifier
    }
    ShortcutsSheet {
        id: shortcuts
    }
    PaletteCommands {
        dashboard: root.dashboard
        pages: root.pages
        questions: questions
        onPageChosen: page => navigator.go(page, "")
        onHelpAsked: shortcuts.open()
        onNotificationsAsked: notifications.open()
    }
    ShellKeys {
        pages: root.pageIds
        onPaletteAsked: palette.open()
        onPageChosen: page => navigator.go(page, "")
        onEmitAsked: navigator.go("emit", "")
        onDemoAsked: questions.openDemo()
        onFilterAsked: pageArea.focusFilter()
        onPauseToggled: root.dashboard.traffic.paused = !root.dashboard.traffic.paused
        onPresetFired: number => root.dashboard.presets.fireKey(number)
        onSharingToggled: questions.share(!root.dashboard.server.sharing)
        onAddressCopied: {
            Clipboard.copy(root.dashboard.server.url);
            root.dashboard.notifier.success(qsTr("Address copied"));
        }
        onSummaryAsked: announcer.announce(qsTr("%1 events per second in, %2 out, %3 clients, %4 errors").arg(readings.in).arg(readings.out).arg(readings.clients).arg(readings.errors))
        onRailToggled: root.settings.rail = !root.settings.rail
        onThemeCycled: root.cycleTheme()
        onTextSizeChanged: by => root.settings.textScale = by === 0 ? 1 : root.settings.textScale + by
        onRegionMoved: by => root.moveRegion(by)
        onBack: navigator.back()
        onForward: navigator.forward()
        onFullScreenToggled: root.visibility = root.visibility === Window.FullScreen ? Window.AutomaticVisibility : Window.FullScreen
        onUndoAsked: root.dashboard.undo.undo()
        onHelpAsked: shortcuts.open()
        onQuitAsked: root.close()
    }
    TapHandler {
        acceptedButtons: Qt.BackButton | Qt.ForwardButton
        onTapped: (point, button) => button === Qt.BackButton ? navigator.back() : navigator.forward()
    }
}
