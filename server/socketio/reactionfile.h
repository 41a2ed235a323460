// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "socketio/reactions.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace Switchboard::SocketIo {

/** What is wrong with a reactions file, for the person who writes it. */
struct ReactionFileError
{
    int line = 1;
    int column = 1; // in characters
    QString message;

    /** "line 3, column 14: ..." */
    QString sentence() const;
};

/**
 * Reads a reactions file; REACTIONS.md documents it.
 *
 * Strict: unknown and repeated keys are errors. Total, at most 1 MiB, no recursion.
 */
Result<std::shared_ptr<const Reactions>, ReactionFileError> parseReactions(QByteArrayView json);

} // namespace Switchboard::SocketIo
