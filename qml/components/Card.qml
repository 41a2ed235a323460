// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*!
    A framed part of a page with a heading.

    \code
    Card { title: qsTr("Busiest events"); hint: qsTr("per second"); ListView { Layout.fillWidth: true } }
    \endcode
    Children stack in a ColumnLayout; \c actions stand right in the heading's line.
*/
T.Pane {
    id: root

    property string title
    /*! Muted, behind the title. */
    property string hint
    property list<Item> actions
    default property alias content: stack.data

    padding: 18
    topPadding: Theme.s16
    bottomPadding: Theme.s16
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Grouping
    Accessible.name: root.title
    Accessible.ignored: root.title === ""

    contentItem: ColumnLayout {
        id: stack

        spacing: Theme.s12

        RowLayout {
            visible: root.title !== ""
            spacing: Theme.s16
            Layout.preferredHeight: Theme.px(20)
            Layout.maximumHeight: Theme.px(20)

            PlainText {
                text: root.title
                font: Theme.heading
                Accessible.role: Accessible.Heading
                Accessible.name: root.title
            }
            PlainText {
                visible: root.hint !== ""
                text: root.hint
                font: Theme.small
                color: Theme.textMuted
            }
            Item {
                Layout.fillWidth: true
            }
            Row {
                spacing: Theme.s8
                children: root.actions
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.surface
        border.color: Theme.border
    }
}
