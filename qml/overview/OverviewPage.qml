// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
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
        contentHeight: root.live ? live.implicitHeight : first.implicitHeight
        interactive: false
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: VScroll {}

        WheelHandler {
            acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
            onWheel: event => scroll.contentY = Math.max(0, Math.min(scroll.contentHeight - scroll.height, scroll.contentY - (event.pixelDelta.y || event.angleDelta.y / 2)))
        }

        FirstLaunch {
            id: first

            width: scroll.width
            visible: !root.live
            dashboard: root.dashboard
            onSharingAsked: on => root.sharingAsked(on)
            onDemoAsked: root.demoAsked()
            onPageChosen: page => root.pageChosen(page, "")
        }
        LiveOverview {
            id: live

            width: scroll.width
            visible: root.live
            opacity: root.live ? 1 : 0
            dashboard: root.dashboard
            readings: root.readings
            compact: root.compact
            onSharingAsked: on => root.sharingAsked(on)
            onDemoAsked: root.demoAsked()
            onEchoAsked: root.echoAsked()
            onPageChosen: (page, argument) => root.pageChosen(page, argument)

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.slow
                    easing.type: Easing.OutQuint
                }
            }
        }
    }
}
