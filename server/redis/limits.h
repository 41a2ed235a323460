// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <chrono>

namespace Switchboard::Redis {

/** Caps on what a Redis server may announce, checked before a byte of it is kept (L47). */
struct ReplyLimits
{
    qint64 bulk = 8 * 1024 * 1024;
    /** Of one reply, nested ones together. */
    qint64 elements = 1'000'000;
    int depth = 7;
    /** A status, an error or a number. */
    qint64 line = 8 * 1024;
    /** One reply as a whole. */
    qint64 reply = 32 * 1024 * 1024;
};

/** What one Client may use; the numbers of the comments are rows of the limits table. */
struct Limits
{
    ReplyLimits reply; // L47
    std::chrono::milliseconds backoffFirst{100}; // L45
    std::chrono::milliseconds backoffLongest{5'000}; // L45
    std::chrono::milliseconds stableAfter{10'000}; // L45
    std::chrono::milliseconds connectTime{2'000}; // L45
    std::chrono::milliseconds commandTime{2'000}; // L45
    /** A server that stops answering is noticed this and commandTime later, at the latest. */
    std::chrono::milliseconds pingInterval{1'000};
    int queuedMessages = 1'000; // L46
    qsizetype queuedBytes = 4 * 1024 * 1024; // L46
    /** Sent but not answered; beyond it messages wait in the queue. */
    qsizetype unansweredBytes = 16 * 1024 * 1024;
    int subscriptions = 20'000;
    qsizetype channelName = 1'024; // long patterns are expensive for Redis (CVE-2024-31228)
};

} // namespace Switchboard::Redis
