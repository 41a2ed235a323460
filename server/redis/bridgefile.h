// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/jsonfile.h"
#include "core/result.h"
#include "redis/bridgerule.h"

#include <QByteArrayView>

#include <vector>

namespace Switchboard::Redis {

/**
 * Reads a bridges file; BRIDGES.md documents it.
 *
 * Strict: unknown and repeated keys are errors. Total, at most 1 MiB.
 */
Result<std::vector<BridgeRule>, FileError> parseBridges(QByteArrayView json);

} // namespace Switchboard::Redis
