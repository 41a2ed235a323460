// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma Singleton

import QtQuick

/*! Where the image provider finds a Lucide icon. Icon.qml is what pages use; dense rows use this. */
QtObject {
    id: root

    /*! Icon \a name, drawn in \a ink for a square of \a size pixels. */
    function url(name: string, ink: color, size: int): url {
        if (name === "") {
            return "";
        }
        // A colour's text is #rrggbb, or #aarrggbb when it is translucent.
        return "image://icon/" + name + "?c=%23" + ink.toString().slice(-6)
            + "&w=" + (size < 16 ? 2 : 1.75);
    }
}
