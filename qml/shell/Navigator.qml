// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
import QtQuick

/*! Where the operator is and was: one page at a time, fifty places back. */
QtObject {
    id: root

    /*! Id of the page that is shown. */
    property string page: "overview"
    readonly property bool canGoBack: root.position > 0
    readonly property bool canGoForward: root.position < root.places.length - 1

    property var places: [{ page: root.page, argument: "" }]
    property int position: 0

    readonly property int capacity: 50

    /*! \a page is shown; \a argument says what in it, such as a filter. */
    signal arrived(string page, string argument)

    function go(page: string, argument: string): void {
        const here = root.places[root.position];
        if (here.page !== page || here.argument !== argument) {
            const kept = root.places.slice(0, root.position + 1).slice(-(root.capacity - 1));
            root.places = kept.concat([{ page: page, argument: argument }]);
            root.position = root.places.length - 1;
        }
        root.show();
    }

    function back(): void {
        if (root.canGoBack) {
            root.position -= 1;
            root.show();
        }
    }

    function forward(): void {
        if (root.canGoForward) {
            root.position += 1;
            root.show();
        }
    }

    function show(): void {
        const place = root.places[root.position];
        root.page = place.page;
        root.arrived(place.page, place.argument);
    }
}
