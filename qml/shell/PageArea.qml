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

    PageLoader {
        id: overview

        shown: root.page === "overview"
        sourceComponent: OverviewPage {
            dashboard: root.dashboard
            readings: root.readings
            onSharingAsked: on => root.sharingAsked(on)
            onDemoAsked: root.demoAsked()
            onEchoAsked: root.dashboard.echoTest.run()
            onPageChosen: (page, argument) => root.pageChosen(page, argument)
        }
    }
    PageLoader {
        id: traffic

        shown: root.page === "traffic"
        sourceComponent: TrafficPage {
            traffic: root.dashboard.traffic
            stats: root.dashboard.stats
            onDemoAsked: root.demoAsked()
        }
    }
    PageLoader {
        id: clients

        shown: root.page === "clients"
        sourceComponent: ClientsPage {
            dashboard: root.dashboard
            onDemoAsked: root.demoAsked()
            onSharingAsked: on => root.sharingAsked(on)
        }
    }
    PageLoader {
        id: emit

        shown: root.page === "emit"
        sourceComponent: EmitPage {
            dashboard: root.dashboard
        }
    }
}
