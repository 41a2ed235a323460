// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import Switchboard
import Switchboard.Ui

/*! The page that is shown. A page is made when it is first visited and kept from then on. */
FocusScope {
    id: root

    required property Dashboard dashboard
    required property Readings readings
    required property string page

    signal sharingAsked(bool on)
    signal demoAsked
    signal pageChosen(string page, string argument)

    function show(page: string, argument: string): void {
        if (page === "traffic" && argument !== "") {
            root.dashboard.traffic.filter = argument;
        } else if (page === "clients" && argument !== "") {
            root.dashboard.clients.show(parseInt(argument, 10));
        }
    }

    function focusFilter(): void {
        if (traffic.shown) {
            (traffic.item as TrafficPage).focusFilter();
        } else if (clients.shown) {
            (clients.item as ClientsPage).focusFilter();
        } else if (emit.shown) {
            (emit.item as EmitPage).focusFilter();
        }
    }

    clip: true

    Loader {
        id: overview

        readonly property bool shown: root.page === "overview"

        anchors.fill: parent
        visible: shown
        focus: shown
        active: false
        onShownChanged: active = active || shown
        Component.onCompleted: active = shown
        sourceComponent: OverviewPage {
            dashboard: root.dashboard
            readings: root.readings
            onSharingAsked: on => root.sharingAsked(on)
            onDemoAsked: root.demoAsked()
            onEchoAsked: root.dashboard.echoTest.run()
            onPageChosen: (page, argument) => root.pageChosen(page, argument)
        }
    }
    Loader {
        id: traffic

        readonly property bool shown: root.page === "traffic"

        anchors.fill: parent
        visible: shown
        focus: shown
        active: false
        onShownChanged: active = active || shown
        Component.onCompleted: active = shown
        sourceComponent: TrafficPage {
            traffic: root.dashboard.traffic
            stats: root.dashboard.stats
            onDemoAsked: root.demoAsked()
        }
    }
    Loader {
        id: clients

        readonly property bool shown: root.page === "clients"

        anchors.fill: parent
        visible: shown
        focus: shown
        active: false
        onShownChanged: active = active || shown
        Component.onCompleted: active = shown
        sourceComponent: ClientsPage {
            dashboard: root.dashboard
            onDemoAsked: root.demoAsked()
            onSharingAsked: on => root.sharingAsked(on)
        }
    }
    Loader {
        id: emit

        readonly property bool shown: root.page === "emit"

        anchors.fill: parent
        visible: shown
        focus: shown
        active: false
        onShownChanged: active = active || shown
        Component.onCompleted: active = shown
        sourceComponent: EmitPage {
            dashboard: root.dashboard
        }
    }
}
