// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQml
import Switchboard
import Switchboard.Ui

/*! Menu of languages; choosing one copies the few lines that connect a client. */
AppButton {
    id: root

    required property string url

    signal copied(string language)

    text: copiedLately.running ? qsTr("Copied") : qsTr("Copy client code")
    iconName: copiedLately.running ? "check" : "code"
    opensMenu: true
    onClicked: languages.popup(root, 0, root.height + Theme.s4)

    Timer {
        id: copiedLately

        interval: 1500
    }
    AppMenu {
        id: languages

        Instantiator {
            model: ClientCode.languages
            delegate: AppMenuItem {
                required property int index
                required property string modelData

                text: modelData
                iconName: "copy"
                onTriggered: {
                    Clipboard.copy(ClientCode.code(index, root.url));
                    copiedLately.restart();
                    root.copied(modelData);
                }
            }
            onObjectAdded: (index, object) => languages.insertItem(index, object as AppMenuItem)
            onObjectRemoved: (index, object) => languages.removeItem(object as AppMenuItem)
        }
    }
}
