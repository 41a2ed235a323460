// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard
import Switchboard.Ui

/*! The pages; one of them is shown. */
FocusScope {
    id: root

    required property Dashboard dashboard
    required property Readings readings
    required property string page

    /*! The overview still shows how to begin. */
    readonly property bool waiting: !overview.live

    signal sharingAsked(bool on)
    signal demoAsked
    signal pageChosen(string page, string argument)

    /*! What \a argument names on \a page: a filter, or a client's serial. */
    function show(page: string, argument: string): void {
        if (page === "traffic" && argument !== "") {
            root.dashboard.traffic.filter = argument;
        } else if (page === "clients" && argument !== "") {
            root.dashboard.clients.show(parseInt(argument, 10));
        }
    }

    function focusFilter(): void {
        if (traffic.visible) {
            traffic.focusFilter();
        } else if (clients.visible) {
            clients.focusFilter();
        } else if (emit.visible) {
            emit.focusFilter();
        }
    }

    clip: true

    OverviewPage {
        id: overview

        anchors.fill: parent
        visible: root.page === "overview"
        focus: visible
        dashboard: root.dashboard
        readings: root.readings
        onSharingAsked: on => root.sharingAsked(on)
        onDemoAsked: root.demoAsked()
        onEchoAsked: root.dashboard.echoTest.run()
        onPageChosen: (page, argument) => root.pageChosen(page, argument)
    }
    TrafficPage {
        id: traffic

        anchors.fill: parent
        visible: root.page === "traffic"
        focus: visible
        traffic: root.dashboard.traffic
        stats: root.dashboard.stats
        onDemoAsked: root.demoAsked()
    }
    ClientsPage {
        id: clients

        anchors.fill: parent
        visible: root.page === "clients"
        focus: visible
        dashboard: root.dashboard
        onDemoAsked: root.demoAsked()
        onSharingAsked: on => root.sharingAsked(on)
    }
    EmitPage {
        id: emit

        anchors.fill: parent
        visible: root.page === "emit"
        focus: visible
        dashboard: root.dashboard
    }
}
