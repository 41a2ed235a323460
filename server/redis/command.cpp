// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/command.h"

#include <QVarLengthArray>

#include <hiredis/hiredis.h>

namespace Switchboard::Redis {

QByteArray encodeCommand(const QByteArrayList &words)
{
    Q_ASSERT(!words.isEmpty());
    // Never a format string: hiredis reads past the end of one that ends in '%'.
    QVarLengthArray<const char *, 8> texts;
    QVarLengthArray<size_t, 8> sizes;
    for (const QByteArray &word : words) {
        texts.append(word.constData());
        sizes.append(static_cast<size_t>(word.size()));
    }
    char *command = nullptr;
    const auto size = redisFormatCommandArgv(
        &command, static_cast<int>(words.size()), texts.data(), sizes.data());
    Q_ASSERT(size > 0);
    const QByteArray encoded(command, size);
    redisFreeCommand(command);
    return encoded;
}

} // namespace Switchboard::Redis
