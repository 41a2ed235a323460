# SPDX-FileCopyrightText: 2026 Switchboard contributors
# SPDX-License-Identifier: MIT
#
# Lucide icons that go into the program, by name. tests/checks/icons.py says when one is missing
# or not used any more.
set(icon_names
    activity arrow-down arrow-down-left arrow-down-to-line arrow-up arrow-up-right bell binary
    bookmark boxes braces bug cable check check-check chevron-down chevron-left chevron-right
    chevron-up circle circle-alert circle-dot circle-help circle-stop clock code command copy
    corner-down-left database door-open download ellipsis ellipsis-vertical external-link eye
    eye-off file-json folder funnel gauge globe hash heart-pulse history info key-round keyboard
    layers layout-dashboard link list-tree lock log-in log-out maximize-2 messages-square minus
    monitor moon network panel-left panel-left-close panel-right pause pencil play plug-zap plus
    power qr-code radio refresh-cw repeat rocket rotate-ccw save scroll-text search send server
    settings share-2 shield sliders-horizontal smartphone star sun tag terminal timer trash-2
    triangle-alert unlink unplug upload user users wifi wrap-text x zap)

set(SWITCHBOARD_ICONS "")
foreach(icon IN LISTS icon_names)
    set(file ${SWITCHBOARD_NPM}/node_modules/lucide-static/icons/${icon}.svg)
    if(NOT EXISTS ${file})
        message(FATAL_ERROR "lucide-static has no icon ${icon}")
    endif()
    list(APPEND SWITCHBOARD_ICONS ${file})
endforeach()
