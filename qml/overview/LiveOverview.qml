// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard
import Switchboard.Ui

/*! The overview while clients are there. Fits a window of 1440 by 900 without scrolling. */
Item {
    id: root

    required property Dashboard dashboard
    required property Readings readings
    required property bool compact


    signal sharingAsked(bool on)
    signal demoAsked
    signal echoAsked
    signal pageChosen(string page, string argument)

    implicitHeight: column.implicitHeight + Theme.s20 + Theme.s12

    ColumnLayout {
        id: column

        anchors.top: parent.top
        anchors.topMargin: Theme.s20
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(1760, parent.width - 2 * Theme.s20)
        spacing: Theme.s16

        Hero {
            Layout.fillWidth: true
            dashboard: root.dashboard
            compact: root.compact
            onSharingAsked: on => root.sharingAsked(on)
            onDemoAsked: root.demoAsked()
            onEchoAsked: root.echoAsked()
        }
        FirstSteps {
            Layout.fillWidth: true
            visible: !root.dashboard.settings.firstStepsOver
            dashboard: root.dashboard
            onDemoAsked: root.demoAsked()
            onPageChosen: page => root.pageChosen(page, "")
        }
        Kpis {
            Layout.fillWidth: true
            readings: root.readings
            columns: root.compact || Theme.scale > 1.3 ? 3 : 6
            onPageChosen: (page, argument) => root.pageChosen(page, argument)
        }
        RowLayout {
            spacing: Theme.s16

            EventRateCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 754
                Layout.preferredHeight: Theme.px(238)
                dashboard: root.dashboard
                readings: root.readings
            }
            BusiestCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 402
                Layout.preferredHeight: Theme.px(238)
                stats: root.dashboard.stats
                onEventChosen: name => root.pageChosen("traffic", "event:" + name)
            }
        }
        GridLayout {
            columns: root.compact ? 2 : 3
            columnSpacing: Theme.s16
            rowSpacing: Theme.s16

            PresetsCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 456
                Layout.preferredHeight: Theme.px(206)
                presets: root.dashboard.presets
                onEmitAsked: root.pageChosen("emit", "")
            }
            NamespacesCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 308
                Layout.preferredHeight: Theme.px(206)
                namespaces: root.dashboard.namespaces
                onNamespaceChosen: name => root.pageChosen("traffic", "nsp:" + name)
            }
            ActivityCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 376
                Layout.preferredHeight: Theme.px(206)
                visible: !root.compact
                activity: root.dashboard.activity
                onTrafficAsked: root.pageChosen("traffic", "type:lifecycle")
            }
        }
    }
}
