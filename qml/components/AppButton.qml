// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Switchboard.Ui

/*!
    Push button. \c kind Primary once per view; Danger for what cannot be undone; Link stands in
    the line of a heading.

    \code
    AppButton { text: qsTr("Send"); iconName: "send"; kind: AppButton.Primary }
    \endcode
*/
T.Button {
    id: root

    enum Kind { Secondary, Primary, Ghost, Danger, Link }

    property int kind: AppButton.Secondary
    property bool small: false
    property string iconName
    /*! Shows the mark that says: opens a menu. */
    property bool opensMenu: false
    /*! Read by screen readers in place of the text. */
    property string name: root.text

    readonly property bool filled: root.enabled && (root.kind === AppButton.Primary || root.kind === AppButton.Danger)
    readonly property bool framed: !root.filled && root.kind !== AppButton.Ghost && root.kind !== AppButton.Link
    readonly property color ink: !root.enabled ? Theme.textMuted : root.filled ? Theme.accentFg : root.kind === AppButton.Link ? Theme.accentText : Theme.text

    function ground(): color {
        if (root.filled) {
            if (root.kind === AppButton.Danger) {
                return root.hovered || root.down ? Qt.darker(Theme.dangerFill, 1.12) : Theme.dangerFill;
            }
            return root.down ? Theme.accentPressed : root.hovered ? Theme.accentHover : Theme.accent;
        }
        if (root.kind === AppButton.Link) {
            return "transparent";
        }
        if (root.down) {
            return Theme.pressed;
        }
        if (root.hovered && root.enabled) {
            return Theme.hover;
        }
        return root.kind === AppButton.Ghost ? "transparent" : Theme.raised;
    }

    implicitHeight: root.small ? Theme.controlSmall : Theme.control
    implicitWidth: Math.ceil(implicitContentWidth) + leftPadding + rightPadding
    leftPadding: root.small ? Theme.s8 : root.iconName !== "" ? 10 : Theme.s12
    rightPadding: root.small ? Theme.s8 : root.opensMenu ? 10 : Theme.s12
    topPadding: 0
    bottomPadding: 0
    font: root.small ? Theme.smallStrong : Theme.bodyStrong
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.name

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: root.small ? Theme.s6 : Theme.s8

        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            color: root.ink
            size: root.small ? 14 : 16
        }
        PlainText {
            visible: root.text !== ""
            text: root.text
            font: root.font
            color: root.ink
            elide: Text.ElideRight
            horizontalAlignment: root.iconName === "" && !root.opensMenu ? Text.AlignHCenter : Text.AlignLeft
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        Icon {
            visible: root.opensMenu
            name: "chevron-down"
            color: root.ink
            size: 14
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.ground()
        border.width: root.framed ? 1 : 0
        border.color: root.enabled ? Theme.borderStrong : Theme.border

        FocusRing {
            visible: root.visualFocus
        }
    }
}
