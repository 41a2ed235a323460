// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick
import Switchboard.Ui

/*! The program's mark. */
Rectangle {
    implicitWidth: 28
    implicitHeight: 28
    radius: Theme.radiusWell
    gradient: Gradient {
        GradientStop {
            position: 0
            color: Theme.highContrast ? Theme.accent : Theme.brandTop
        }
        GradientStop {
            position: 1
            color: Theme.highContrast ? Theme.accent : Theme.brandBottom
        }
    }
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        width: 18
        size: 18
        name: "cable"
        color: Theme.accentFg
    }
}
