// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/jsonscanner.h"

#include <QString>

namespace Switchboard::App {

/** What a JSON text should have had where it went wrong: "expected a comma or ]". */
QString jsonErrorWords(JsonError::Reason reason);

} // namespace Switchboard::App
