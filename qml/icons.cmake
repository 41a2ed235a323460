# SPDX-FileCopyrightText: 2026 Switchboard contributors
# SPDX-License-Identifier: MIT
#
# Lucide icons that go into the program, by name. tests/checks/icons.py says when one is missing
# or not used any more.
set(icon_names
    activity arrow-down arrow-down-left arrow-down-to-line arrow-up-right bell binary bookmark
    boxes braces cable check check-check chevron-down chevron-left chevron-right chevron-up
    circle-alert circle-dot circle-help circle-stop clock code copy database door-open ellipsis
    ellipsis-vertical external-link eye eye-off folder funnel gauge globe hash heart-pulse
    history info keyboard layers layout-dashboard list-tree log-in log-out minus monitor moon
    panel-left panel-left-close pause pencil play plug-zap plus power qr-code refresh-cw repeat
    rocket save search send share-2 smartphone sun timer trash-2 triangle-alert unplug user
    users x zap)

set(SWITCHBOARD_ICONS "")
foreach(icon IN LISTS icon_names)
    set(file ${SWITCHBOARD_NPM}/node_modules/lucide-static/icons/${icon}.svg)
    if(NOT EXISTS ${file})
        message(FATAL_ERROR "lucide-static has no icon ${icon}")
    endif()
    list(APPEND SWITCHBOARD_ICONS ${file})
endforeach()
