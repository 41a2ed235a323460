// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*!
    One notice that floats for a while: 4 s, 8 s with an action, an error until it is closed. The
    time stands still while it is hovered or focused or while the window is not active.
*/
T.Pane {
    id: root

    required property int noticeId
    required property int kind
    required property string text
    required property string actionText

    readonly property bool held: root.hovered || dismiss.activeFocus || act.activeFocus || !Window.active
    readonly property color ink: [Theme.accentText, Theme.success, Theme.warning, Theme.danger][root.kind]
    readonly property string word: [qsTr("Info"), qsTr("Done"), qsTr("Warning"), qsTr("Error")][root.kind]

    signal acted
    signal dismissed

    hoverEnabled: true
    padding: Theme.s12
    topPadding: 10
    bottomPadding: 10
    focusPolicy: Qt.NoFocus
    implicitWidth: 360
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("%1: %2").arg(root.word).arg(root.text)

    onTextChanged: life.restart()

    Timer {
        id: life

        interval: root.actionText === "" ? 4000 : 8000
        running: root.kind !== NoticeKind.Error && !root.held
        onTriggered: root.dismissed()
    }

    contentItem: RowLayout {
        spacing: 10

        Icon {
            name: ["info", "check", "triangle-alert", "circle-alert"][root.kind]
            color: root.ink
        }
        PlainText {
            Layout.fillWidth: true
            text: root.text
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        AppButton {
            id: act

            visible: root.actionText !== ""
            small: true
            text: root.actionText
            onClicked: root.acted()
        }
        IconButton {
            id: dismiss

            iconName: "x"
            tip: qsTr("Close")
            onClicked: root.dismissed()
        }
    }
    background: FloatingGround {
        radius: Theme.radiusCard
    }
}
