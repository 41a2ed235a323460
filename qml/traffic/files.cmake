# SPDX-FileCopyrightText: 2026 Switchboard contributors
# SPDX-License-Identifier: MIT
set(SWITCHBOARD_QML_TRAFFIC
    traffic/CodeTab.qml
    traffic/CopyMenu.qml
    traffic/CopyMenuItem.qml
    traffic/DetailLines.qml
    traffic/EventPane.qml
    traffic/EventPaneHeader.qml
    traffic/FilterBox.qml
    traffic/FilterSuggestionDelegate.qml
    traffic/JsonTreeDelegate.qml
    traffic/JsonTreeView.qml
    traffic/KindStyle.qml
    traffic/LinesView.qml
    traffic/PayloadTab.qml
    traffic/RowMenu.qml
    traffic/TimelineBand.qml
    traffic/TrafficChips.qml
    traffic/TrafficColumns.qml
    traffic/TrafficHeader.qml
    traffic/TrafficList.qml
    traffic/TrafficPage.qml
    traffic/TrafficRowDelegate.qml
    traffic/TrafficToolbar.qml)
