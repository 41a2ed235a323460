// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Switchboard.Ui

/*! A room or a client with a button that takes it away. */
Rectangle {
    id: root

    required property string name
    required property bool isRoom
    /*! It is left out, not addressed. */
    property bool excepted: false

    signal removed

    implicitWidth: Math.min(content.implicitWidth + 10 + Theme.s4, 240)
    implicitHeight: Theme.px(28)
    radius: height / 2
    color: Theme.dark ? Theme.hover : Theme.sidebar
    border.color: Theme.borderStrong

    RowLayout {
        id: content

        anchors.fill: parent
        anchors.leftMargin: 10
        anchors.rightMargin: Theme.s4
        spacing: Theme.s6

        Icon {
            name: root.excepted ? "minus" : root.isRoom ? "boxes" : "user"
            size: 14
        }
        PlainText {
            Layout.fillWidth: true
            text: root.name
            font: Theme.smallStrong
            elide: Text.ElideRight
        }
        IconButton {
            implicitWidth: Theme.px(24)
            implicitHeight: Theme.px(24)
            iconName: "x"
            iconSize: 14
            tip: qsTr("Remove %1").arg(root.name)
            onClicked: root.removed()
        }
    }
}
