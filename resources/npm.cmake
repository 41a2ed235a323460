# SPDX-FileCopyrightText: 2026 Switchboard contributors
# SPDX-License-Identifier: MIT
#
# Installs what package-lock.json pins, at configure time and only when the lock changed. Presets
# share one copy in build/npm; a build tree elsewhere keeps its own.
#   SWITCHBOARD_NPM   folder with node_modules; set it beforehand to use one that is there already,
#                     for building without network
cmake_path(GET CMAKE_BINARY_DIR PARENT_PATH npm_folder)
if(NOT npm_folder STREQUAL "${PROJECT_SOURCE_DIR}/build")
    set(npm_folder ${CMAKE_BINARY_DIR})
endif()
set(SWITCHBOARD_NPM ${npm_folder}/npm CACHE PATH "Folder with node_modules as package-lock.json pins them")

function(switchboard_install_npm)
    set(inputs package.json package-lock.json .npmrc)
    set(fingerprint "")
    foreach(input IN LISTS inputs)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${input})
        file(SHA256 ${CMAKE_CURRENT_SOURCE_DIR}/${input} hash)
        string(APPEND fingerprint ${hash})
    endforeach()
    if(NOT SWITCHBOARD_NPM STREQUAL "${npm_folder}/npm")
        if(NOT EXISTS ${SWITCHBOARD_NPM}/node_modules/socket.io-client)
            message(FATAL_ERROR "SWITCHBOARD_NPM is ${SWITCHBOARD_NPM}, which has no node_modules/socket.io-client.")
        endif()
        return()
    endif()

    # Two presets configured at once must not install into the same folder.
    file(LOCK ${npm_folder}/npm.lock GUARD FUNCTION TIMEOUT 300)
    set(stamp ${SWITCHBOARD_NPM}/installed)
    if(EXISTS ${stamp})
        file(READ ${stamp} installed)
        if(installed STREQUAL fingerprint)
            return()
        endif()
        file(REMOVE ${stamp})
    endif()
    find_program(NPM_PROGRAM npm)
    if(NOT NPM_PROGRAM)
        message(FATAL_ERROR "npm is missing. The build takes the Socket.IO client bundle and the icons from npm: "
            "install Node.js with npm, or set SWITCHBOARD_NPM to a folder in which "
            "'npm ci' was run with resources/package-lock.json.")
    endif()
    message(STATUS "Installing npm packages into ${SWITCHBOARD_NPM}")
    file(COPY ${inputs} DESTINATION ${SWITCHBOARD_NPM})
    execute_process(COMMAND ${NPM_PROGRAM} ci --ignore-scripts --no-audit --no-fund
        WORKING_DIRECTORY ${SWITCHBOARD_NPM} RESULT_VARIABLE result
        OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(result)
        message(FATAL_ERROR "'npm ci' failed in ${SWITCHBOARD_NPM}; is the network there?\n${output}")
    endif()
    file(WRITE ${stamp} ${fingerprint})
endfunction()
switchboard_install_npm()
