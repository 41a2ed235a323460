# SPDX-FileCopyrightText: 2026 Switchboard contributors
# SPDX-License-Identifier: MIT
#
# The two families of the window, from Debian's packages fonts-inter and fonts-jetbrains-mono.
#   SWITCHBOARD_FONTS   files in ${CMAKE_CURRENT_BINARY_DIR}/fonts
find_path(INTER_FOLDER Inter-Regular.otf PATHS /usr/share/fonts/opentype/inter
    DOC "Folder of Inter's static OTF files")
find_path(JETBRAINS_MONO_FOLDER JetBrainsMono-Regular.ttf PATHS /usr/share/fonts/truetype/jetbrains-mono
    DOC "Folder of JetBrains Mono's static TTF files")
# The system's own python has fonttools; one of a version manager before it in PATH has not.
find_program(FONTTOOLS_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(FONTTOOLS_PYTHON python3)
if(NOT INTER_FOLDER OR NOT JETBRAINS_MONO_FOLDER OR NOT FONTTOOLS_PYTHON)
    message(FATAL_ERROR "The window's fonts are missing: apt install fonts-inter fonts-jetbrains-mono python3-fonttools")
endif()

set(SWITCHBOARD_FONTS "")
foreach(weight Regular Medium SemiBold Bold)
    set(frozen ${CMAKE_CURRENT_BINARY_DIR}/fonts/SwitchboardSans-${weight}.otf)
    add_custom_command(OUTPUT ${frozen}
        COMMAND ${FONTTOOLS_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/freeze.py
            ${INTER_FOLDER}/Inter-${weight}.otf ${frozen} "Switchboard Sans" tnum
        DEPENDS ${CMAKE_CURRENT_LIST_DIR}/freeze.py ${INTER_FOLDER}/Inter-${weight}.otf
        COMMENT "Freezing tabular figures into Switchboard Sans ${weight}"
        VERBATIM)
    list(APPEND SWITCHBOARD_FONTS ${frozen})
endforeach()
foreach(weight Regular Medium SemiBold)
    configure_file(${JETBRAINS_MONO_FOLDER}/JetBrainsMono-${weight}.ttf
        ${CMAKE_CURRENT_BINARY_DIR}/fonts/JetBrainsMono-${weight}.ttf COPYONLY)
    list(APPEND SWITCHBOARD_FONTS ${CMAKE_CURRENT_BINARY_DIR}/fonts/JetBrainsMono-${weight}.ttf)
endforeach()
