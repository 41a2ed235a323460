// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQml
import Switchboard.Ui

/*! Keys that work on every page. What they do is told by signals; a popup of its own keys comes first. */
Item {
    id: root

    /*! Ids in the order of their numbers. */
    required property var pages

    signal paletteAsked
    signal pageChosen(string page)
    signal emitAsked
    signal demoAsked
    signal filterAsked
    signal pauseToggled
    signal presetFired(int number)
    signal sharingToggled
    signal addressCopied
    signal summaryAsked
    signal railToggled
    signal themeCycled
    signal textSizeChanged(real by)
    signal regionMoved(int by)
    signal back
    signal forward
    signal fullScreenToggled
    signal undoAsked
    signal helpAsked
    signal quitAsked

    Shortcut {
        sequence: "Ctrl+K"
        context: Qt.ApplicationShortcut
        onActivated: root.paletteAsked()
    }
    Instantiator {
        model: root.pages
        delegate: Shortcut {
            id: pageKey

            required property int index
            required property string modelData

            sequence: "Ctrl+" + (pageKey.index + 1)
            onActivated: root.pageChosen(pageKey.modelData)
        }
    }
    Instantiator {
        model: 9
        delegate: Shortcut {
            id: presetKey

            required property int index

            sequence: "Alt+" + (presetKey.index + 1)
            onActivated: root.presetFired(presetKey.index + 1)
        }
    }
    Shortcut {
        sequence: "Ctrl+N"
        onActivated: root.emitAsked()
    }
    Shortcut {
        sequence: "Ctrl+O"
        onActivated: root.demoAsked()
    }
    Shortcut {
        sequence: "Ctrl+F"
        onActivated: root.filterAsked()
    }
    Shortcut {
        sequence: "Ctrl+Shift+P"
        onActivated: root.pauseToggled()
    }
    Shortcut {
        sequence: "Ctrl+Shift+S"
        onActivated: root.sharingToggled()
    }
    Shortcut {
        sequence: "Ctrl+Shift+A"
        onActivated: root.addressCopied()
    }
    Shortcut {
        sequence: "Ctrl+Shift+R"
        onActivated: root.summaryAsked()
    }
    Shortcut {
        sequence: "Ctrl+B"
        onActivated: root.railToggled()
    }
    Shortcut {
        sequence: "Ctrl+Shift+D"
        onActivated: root.themeCycled()
    }
    Shortcut {
        sequences: ["Ctrl+=", "Ctrl++"]
        onActivated: root.textSizeChanged(0.1)
    }
    Shortcut {
        sequence: "Ctrl+-"
        onActivated: root.textSizeChanged(-0.1)
    }
    Shortcut {
        sequence: "Ctrl+0"
        onActivated: root.textSizeChanged(0)
    }
    Shortcut {
        sequence: "F6"
        onActivated: root.regionMoved(1)
    }
    Shortcut {
        sequence: "Shift+F6"
        onActivated: root.regionMoved(-1)
    }
    Shortcut {
        sequence: "Alt+Left"
        onActivated: root.back()
    }
    Shortcut {
        sequence: "Alt+Right"
        onActivated: root.forward()
    }
    Shortcut {
        sequence: "F11"
        onActivated: root.fullScreenToggled()
    }
    Shortcut {
        sequence: "Ctrl+Z"
        onActivated: root.undoAsked()
    }
    Shortcut {
        sequence: "F1"
        onActivated: root.helpAsked()
    }
    Shortcut {
        sequences: ["Ctrl+Q", "Ctrl+W"]
        onActivated: root.quitAsked()
    }
}
