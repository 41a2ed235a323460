# SPDX-FileCopyrightText: 2026 Switchboard contributors
# SPDX-License-Identifier: MIT
if(SWITCHBOARD_APP)
    switchboard_add_check(qml ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/qml.py ${PROJECT_SOURCE_DIR})
    switchboard_add_check(qmllint ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/qmllint.py
        $<TARGET_FILE:Qt6::qmllint> ${PROJECT_SOURCE_DIR}/qml ${QT_QML_OUTPUT_DIRECTORY})
endif()
