// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*!
    A framed part of a page with a heading.

    \code
    Card { title: qsTr("Busiest events"); hint: qsTr("now"); ListView { Layout.fillWidth: true } }
    \endcode
    Children stack in a ColumnLayout; \c actions stand right in the heading's line.
*/
Rectangle {
    id: root

    property string title
    /*! Muted, behind the title. */
    property string hint
    property int padding: 18
    property int topPadding: 14
    property int bottomPadding: Theme.s16
    property alias actions: actionRow.data
    default property alias content: stack.data

    implicitWidth: stack.implicitWidth + 2 * root.padding
    implicitHeight: stack.implicitHeight + root.topPadding + root.bottomPadding
    radius: Theme.radiusCard
    color: Theme.surface
    border.color: Theme.border
    Accessible.role: Accessible.Grouping
    Accessible.name: root.title
    Accessible.ignored: root.title === ""

    ColumnLayout {
        id: stack

        anchors.fill: parent
        anchors.leftMargin: root.padding
        anchors.rightMargin: root.padding
        anchors.topMargin: root.topPadding
        anchors.bottomMargin: root.bottomPadding
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
                id: actionRow

                spacing: Theme.s8
            }
        }
    }
}
