// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/connection.h"

#include <QByteArray>

#include <deque>
#include <functional>
#include <optional>

namespace Switchboard::Redis {

/** Told how many subscribers got a message, or why that is not known. */
using PublishAnswer = std::function<void(const Result<qint64, CommandError> &)>;

/** A message on its way to Redis. */
struct Publication
{
    QByteArray channel;
    QByteArray body;
    PublishAnswer answer;
    bool isShown = true;

    qsizetype size() const { return channel.size() + body.size(); }
};

/**
 * Messages that wait for a connection, oldest first, within a number and a size (L46).
 *
 * What does not fit pushes the oldest out. Value type, any one thread.
 */
class PublishQueue
{
public:
    explicit PublishQueue(const Limits &limits)
        : m_most(static_cast<std::size_t>(limits.queuedMessages))
        , m_mostBytes(limits.queuedBytes)
    { }

    /** @return what had to give way; @p publication itself when it alone is too large */
    std::deque<Publication> push(Publication publication);
    std::optional<Publication> pop();
    std::deque<Publication> takeAll();

    bool isEmpty() const { return m_waiting.empty(); }

    qsizetype count() const { return static_cast<qsizetype>(m_waiting.size()); }

private:
    std::size_t m_most;
    qsizetype m_mostBytes;
    qsizetype m_bytes = 0;
    std::deque<Publication> m_waiting;
};

} // namespace Switchboard::Redis
