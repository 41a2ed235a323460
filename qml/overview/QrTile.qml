// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard
import Switchboard.Ui

/*! The demo's address for a phone as a QR code; a hint while there is none. Click enlarges. */
T.Button {
    id: root

    /*! Of a network address; empty while not sharing. */
    required property string url
    property int side: 144

    readonly property bool hasCode: root.url !== "" && code.valid

    implicitWidth: root.side
    implicitHeight: root.side
    enabled: root.hasCode
    padding: root.hasCode ? 4 : Theme.s16
    focusPolicy: root.hasCode ? Qt.StrongFocus : Qt.NoFocus
    Accessible.name: root.hasCode ? qsTr("QR code for %1").arg(root.url) : qsTr("Share on this network to get a QR code for phones")
    onClicked: large.open()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        QrCode {
            id: code

            anchors.fill: parent
            visible: root.hasCode
            text: root.url
            ink: Theme.qrInk
            paper: Theme.qrPaper
        }
        ColumnLayout {
            anchors.centerIn: parent
            width: parent.width
            visible: !root.hasCode
            spacing: Theme.s12

            Icon {
                Layout.alignment: Qt.AlignHCenter
                name: "qr-code"
                size: 32
                color: Theme.textMuted
            }
            PlainText {
                Layout.fillWidth: true
                text: qsTr("Share on this network to get a QR code for phones")
                font: Theme.small
                color: Theme.textMuted
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 1.15
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusWell
        color: root.hasCode ? Theme.qrPaper : Theme.sunken
        border.width: root.hasCode && Theme.dark ? 0 : 1
        border.color: root.hasCode ? Theme.border : Theme.borderStrong

        FocusRing {
            visible: root.visualFocus
            around: Theme.radiusWell
        }
    }

    T.Popup {
        id: large

        parent: T.Overlay.overlay
        anchors.centerIn: parent
        modal: true
        focus: true
        padding: Theme.s16
        width: parent ? Math.round(parent.height * 0.6) : 0
        height: width
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
        T.Overlay.modal: Rectangle {
            color: Theme.scrim
        }
        contentItem: QrCode {
            text: root.url
            ink: Theme.qrInk
            paper: Theme.qrPaper
            Accessible.role: Accessible.Graphic
            Accessible.name: root.Accessible.name
        }
        background: FloatingGround {
            color: Theme.qrPaper
        }
    }
}
