// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/jsonfile.h"
#include "core/result.h"
#include "socketio/reactions.h"

#include <QByteArrayView>

#include <memory>

namespace Switchboard::SocketIo {

/**
 * Reads a reactions file; REACTIONS.md documents it.
 *
 * Strict: unknown and repeated keys are errors. Total, at most 1 MiB, no recursion.
 */
Result<std::shared_ptr<const Reactions>, FileError> parseReactions(QByteArrayView json);

} // namespace Switchboard::SocketIo
