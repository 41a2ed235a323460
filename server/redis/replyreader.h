// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/reply.h"
#include "redis/replyguard.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

struct redisReader;

namespace Switchboard::Redis {

/**
 * Bytes of a Redis server in, replies out.
 *
 * hiredis' reader does the reading and builds our Reply values directly; ReplyGuard sees every
 * byte first. Of hiredis nothing else touches a connection: its asynchronous half aborts the
 * process on replies it does not expect. After an error the reader is of no further use.
 *
 * Any one thread. Protocol: RESP2.
 */
class ReplyReader
{
public:
    explicit ReplyReader(ReplyLimits limits = {});
    ~ReplyReader();
    Q_DISABLE_COPY_MOVE(ReplyReader)

    void feed(QByteArrayView bytes);

    /** The next complete reply, or nothing: more bytes are needed, or see error(). */
    std::optional<Reply> next();

    std::optional<ReplyError> error() const { return m_error; }

private:
    struct Free
    {
        void operator()(redisReader *reader) const;
    };

    ReplyGuard m_guard;
    std::unique_ptr<redisReader, Free> m_reader;
    std::optional<ReplyError> m_error;
};

} // namespace Switchboard::Redis
