// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! One number of the overview: what it is, how much, a note and its last minute. Texts come formatted. */
T.Button {
    id: root

    required property string title
    required property string iconName
    required property string value
    property string unit
    property string note
    property color ink: Theme.accentText
    property color lineColor: root.ink
    property alias series: spark.values

    implicitHeight: Theme.px(122)
    implicitWidth: 150
    padding: Theme.s16
    topPadding: 14
    bottomPadding: Theme.s8
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("%1: %2 %3, %4").arg(root.title).arg(root.value).arg(root.unit).arg(root.note)

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: ColumnLayout {
        spacing: 0

        RowLayout {
            spacing: Theme.s8

            Icon {
                name: root.iconName
                color: root.ink
                size: 14
            }
            PlainText {
                Layout.fillWidth: true
                text: root.title
                font: Theme.smallMedium
                color: Theme.textSecondary
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        RowLayout {
            Layout.topMargin: Theme.s8
            spacing: Theme.s2

            PlainText {
                text: root.value
                font: Theme.kpi
                Accessible.ignored: true
            }
            PlainText {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignBaseline
                text: root.unit
                color: Theme.textMuted
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        PlainText {
            Layout.fillWidth: true
            text: root.note
            font: Theme.note
            color: Theme.textMuted
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        ChartItem {
            id: spark

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: Theme.s8
            Layout.bottomMargin: Theme.s2
            lineColor: root.lineColor
            fillOpacity: Theme.dark ? 0.18 : 0.12
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : Theme.surface
        border.color: Theme.border

        FocusRing {
            visible: root.visualFocus
            around: Theme.radiusCard
        }
    }
}
