// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! Is it running, who is here, how busy: first steps until the first client, live from then on. */
FocusScope {
    id: root

    required property Dashboard dashboard
    required property Readings readings

    /*! Stays once the first client was there, or the steps are over. */
    property bool live: dashboard.settings.firstStepsOver || dashboard.server.clients > 0
    readonly property bool compact: root.width < 900

    signal sharingAsked(bool on)
    signal demoAsked
    signal echoAsked
    signal pageChosen(string page, string argument)

    Connections {
        target: root.dashboard.server
        function onClientsChanged(): void {
            if (root.dashboard.server.clients > 0) {
                root.live = true;
            }
        }
    }

    Flickable {
        id: scroll

        anchors.fill: parent
        contentWidth: width
        contentHeight: body.implicitHeight
        interactive: false
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: VScroll {}

        WheelHandler {
            acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
            onWheel: event => scroll.contentY = Math.max(0, Math.min(scroll.contentHeight - scroll.height, scroll.contentY - (event.pixelDelta.y || event.angleDelta.y / 2)))
        }

        Loader {
            id: body

            width: scroll.width
            sourceComponent: root.live ? liveView : firstLaunch
            onLoaded: appear.restart()

            NumberAnimation {
                id: appear

                target: body
                property: "opacity"
                from: 0
                to: 1
                duration: Theme.slow
                easing.type: Easing.OutQuint
            }
        }
    }

    Component {
        id: firstLaunch

        FirstLaunch {
            dashboard: root.dashboard
            onSharingAsked: on => root.sharingAsked(on)
            onDemoAsked: root.demoAsked()
            onPageChosen: page => root.pageChosen(page, "")
        }
    }
    Component {
        id: liveView

        LiveOverview {
            dashboard: root.dashboard
            readings: root.readings
            compact: root.compact
            onSharingAsked: on => root.sharingAsked(on)
            onDemoAsked: root.demoAsked()
            onEchoAsked: root.echoAsked()
            onPageChosen: (page, argument) => root.pageChosen(page, argument)
        }
    }
}
