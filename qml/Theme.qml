// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT
pragma Singleton

import QtQuick

/*!
    Every colour, size, font and duration of the window; nothing else writes one down.

    A table of tokens without behaviour. Main.qml sets the five choices at the top from the
    settings; everything below follows from them.
*/
QtObject {
    id: root

    enum Density { Compact, Default, Comfortable }

    // Choices
    property bool dark: true
    property bool highContrast: false
    property real scale: 1
    property int density: Theme.Density.Default
    property bool reduceMotion: false

    // Grounds
    readonly property color window: root.pick("#0E1014", "#F5F6F8", "#000000", "#FFFFFF")
    readonly property color sidebar: root.pick("#0A0C0F", "#ECEEF2")
    readonly property color surface: root.pick("#15181E", "#FFFFFF", "#000000", "#FFFFFF")
    readonly property color raised: root.pick("#1C2027", "#FFFFFF")
    readonly property color sunken: root.pick("#101318", "#F8F9FB")
    readonly property color table: root.pick("#0E1014", "#FFFFFF", "#000000", "#FFFFFF")
    readonly property color field: root.pick("#0C0E12", "#FFFFFF")
    readonly property color hover: root.pick("#1D222A", "#F0F2F6")
    readonly property color pressed: root.pick("#252B35", "#E4E8EF")
    readonly property color selected: root.pick("#1A2A4D", "#DCE7FF")
    readonly property color navSelected: root.pick("#1B2029", "#FFFFFF")
    readonly property color scrim: root.pick("#80000000", "#470F141F")
    readonly property color tooltip: root.pick("#2B313B", "#1E232B")

    // Lines
    readonly property color border: root.pick("#242932", "#DFE3EA", "#A9B3C3", "#4A5363")
    readonly property color borderStrong: root.pick("#343B47", "#C6CDD8", "#A9B3C3", "#4A5363")
    readonly property color borderControl: root.pick("#6B778D", "#788394", "#A9B3C3", "#4A5363")
    readonly property color focus: root.pick("#7AA2FF", "#2A5BE0")

    // Words
    readonly property color text: root.pick("#E9ECF1", "#14181F", "#FFFFFF", "#000000")
    readonly property color textSecondary: root.pick("#ABB3C0", "#475060", "#FFFFFF", "#000000")
    readonly property color textMuted: root.pick("#8E98A8", "#5C6677", "#D0D5DD", "#2B313B")
    readonly property color textDisabled: root.pick("#565E6B", "#A3ABB8")
    readonly property color tooltipText: root.pick("#F2F4F8", "#F5F7FA")

    // Actions
    readonly property color accent: root.pick("#2F60E6", "#2A5BE0")
    readonly property color accentHover: root.pick("#3D6CEF", "#2350CC")
    readonly property color accentPressed: root.pick("#2853C9", "#1D44B0")
    readonly property color accentFg: "#FFFFFF"
    readonly property color accentText: root.pick("#85A9FF", "#2453CF")
    readonly property color dangerFill: root.pick("#C93A34", "#C02A24")
    readonly property color brandTop: "#4C7BFF"
    readonly property color brandBottom: "#2450D8"

    // What happened: ev… for words and icons, g… for lines, bars and dots
    readonly property color evIn: root.pick("#45CFE0", "#006D8A")
    readonly property color gIn: root.pick("#45CFE0", "#0784A4")
    readonly property color evOut: root.pick("#F4B048", "#865600")
    readonly property color gOut: root.pick("#F4B048", "#B56A06")
    readonly property color evAck: root.pick("#B39AFF", "#6B3FD0")
    readonly property color gAck: root.pick("#B39AFF", "#8257E5")
    readonly property color evLife: root.pick("#8E98A8", "#475060")
    readonly property color evRedis: root.pick("#FF94CB", "#A81E78")
    readonly property color gRedis: root.pick("#FF94CB", "#CF3A93")
    readonly property color success: root.pick("#4FCB8D", "#0B7245")
    readonly property color warning: root.pick("#F5C04E", "#7D5A00")
    readonly property color danger: root.pick("#FF7468", "#C81E1E")
    readonly property color gDanger: root.pick("#FF7468", "#DC2F2F")
    readonly property color gAccent: root.pick("#85A9FF", "#3E6FF4")

    // JSON
    readonly property color jKey: root.pick("#9DB9FF", "#1F4FC4")
    readonly property color jStr: root.pick("#7FD6A4", "#0B6E43")
    readonly property color jNum: root.pick("#F4B048", "#865600")
    readonly property color jBool: root.pick("#C9A8FF", "#6B3FD0")
    readonly property color jNull: root.pick("#8E98A8", "#5C6677")

    // The code of a QR tile is dark on white in every theme, for the cameras.
    readonly property color qrInk: "#0E1014"
    readonly property color qrPaper: "#FFFFFF"

    // Space
    readonly property int s2: 2
    readonly property int s4: 4
    readonly property int s6: 6
    readonly property int s8: 8
    readonly property int s12: 12
    readonly property int s16: 16
    readonly property int s20: 20
    readonly property int s24: 24
    readonly property int s32: 32

    // Shape
    readonly property int radiusBadge: 4
    readonly property int radiusControl: 6
    readonly property int radiusWell: 8
    readonly property int radiusCard: 10
    readonly property int radiusFloating: 12
    readonly property int focusWidth: root.highContrast ? 3 : 2

    // Heights of things that hold text grow with it
    readonly property int controlSmall: root.px(26)
    readonly property int control: root.px(32)
    readonly property int controlLarge: root.px(36)
    readonly property int iconButton: root.px(30)
    readonly property int topBar: root.px(56)
    readonly property int statusBar: root.px(26)
    readonly property int strip: root.px(36)
    readonly property int sidebarWidth: Math.round(228 * Math.max(1, root.scale))
    readonly property int railWidth: 60
    readonly property int tableHeader: root.px(30)
    readonly property int trafficRow: root.px(root.byDensity(24, 28, 36))
    readonly property int treeRow: root.px(root.byDensity(22, 24, 30))
    readonly property int listRow: root.px(root.byDensity(30, 36, 44))
    readonly property int navItem: root.px(root.byDensity(28, 32, 38))

    // Type
    readonly property string sans: "Switchboard Sans"
    readonly property string monospace: "JetBrains Mono"
    readonly property font kpi: root.sansFont(24, Font.DemiBold)
    readonly property font title: root.sansFont(17, Font.DemiBold, -0.2)
    readonly property font lead: root.sansFont(16, Font.DemiBold)
    readonly property font heading: root.sansFont(14, Font.DemiBold)
    readonly property font body: root.sansFont(13, Font.Normal)
    readonly property font bodyMedium: root.sansFont(13, Font.Medium)
    readonly property font bodyStrong: root.sansFont(13, Font.DemiBold)
    readonly property font small: root.sansFont(12, Font.Normal)
    readonly property font smallMedium: root.sansFont(12, Font.Medium)
    readonly property font smallStrong: root.sansFont(12, Font.DemiBold)
    readonly property font caption: root.sansFont(11, Font.Medium)
    readonly property font captionStrong: root.sansFont(11, Font.DemiBold)
    readonly property font note: root.sansFont(11, Font.Normal)
    readonly property font brand: root.sansFont(15, Font.DemiBold)
    readonly property font display: root.monoFont(24, Font.Medium, -0.5)
    readonly property font displayLarge: root.monoFont(28, Font.Medium, -0.5)
    readonly property font mono: root.monoFont(12, Font.Normal)
    readonly property font monoMedium: root.monoFont(12, Font.Medium)
    readonly property font monoSmall: root.monoFont(11, Font.Normal)
    readonly property font monoBody: root.monoFont(13, Font.Normal)
    readonly property font monoTitle: root.monoFont(15, Font.Medium)
    readonly property font row: root.sansFont(root.byDensity(12, 12, 13), Font.Normal)
    readonly property font rowMono: root.monoFont(root.byDensity(12, 12, 13), Font.Normal)

    /*! Line height of the editor. */
    readonly property int editorLine: root.px(22)

    // Motion
    readonly property int fast: root.reduceMotion ? 0 : 90
    readonly property int base: root.reduceMotion ? 0 : 140
    readonly property int slow: root.reduceMotion ? 0 : 200

    /*! Backs a badge, an error row or a strip of colour \a c. */
    function tint(c: color): color {
        return Qt.rgba(c.r, c.g, c.b, root.highContrast ? 0.25 : root.dark ? 0.14 : 0.1);
    }

    /*! \a size at the operator's text size, whole pixels. */
    function px(size: real): int {
        return Math.round(size * root.scale);
    }

    function pick(darkValue: string, lightValue: string, hcDark: string, hcLight: string): string {
        if (root.highContrast && hcDark) {
            return root.dark ? hcDark : hcLight;
        }
        return root.dark ? darkValue : lightValue;
    }

    function byDensity(compact: int, usual: int, comfortable: int): int {
        return [compact, usual, comfortable][root.density];
    }

    function sansFont(size: real, weight: int, spacing: real): font {
        return Qt.font({
            family: root.sans,
            pixelSize: root.px(size),
            weight: weight,
            letterSpacing: spacing || 0
        });
    }

    /*! Without ligatures: an address must not merge its slashes. */
    function monoFont(size: real, weight: int, spacing: real): font {
        return Qt.font({
            family: root.monospace,
            pixelSize: root.px(size),
            weight: weight,
            letterSpacing: spacing || 0,
            preferShaping: false
        });
    }
}
