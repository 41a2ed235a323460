// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timerwheel.h"
#include "socketio/args.h"

#include <QtGlobal>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace Switchboard::SocketIo {

/** What became of an emit that asked for an ack. */
struct AckReply
{
    enum class Outcome : quint8 { Answered, TimedOut, Disconnected };

    Outcome outcome = Outcome::Answered;
    /** Of the answer; views that die with the call. */
    ArgsView args;
    std::chrono::microseconds latency{0};

    bool answered() const { return outcome == Outcome::Answered; }
};

using AckHandler = std::function<void(const AckReply &)>;

/**
 * Acks one socket still owes us (L34).
 *
 * Every handler is called exactly once: with the answer, at its deadline, or when the client
 * leaves. (The reference server says nothing in the last case; a caller would wait for ever.)
 *
 * Thread: engine thread. Owned by its Socket; a handler may end that socket.
 */
class AckTable
{
public:
    /** Precondition: nobody waits for @p id yet. */
    void add(qint64 id, TimerWheel &wheel, std::chrono::milliseconds timeout, AckHandler handler);

    /** Hands the client's answer over. False when nobody waits for @p id (any more). */
    bool answer(qint64 id, const ArgsView &args);

    /** The client left. */
    void abandon();

    qsizetype size() const { return static_cast<qsizetype>(m_pending.size()); }

private:
    struct Pending
    {
        qint64 id;
        MonotonicTime since;
        const Clock *clock;
        AckHandler handler;
        WheelTimer deadline;
    };

    using List = std::vector<std::unique_ptr<Pending>>;

    List::iterator position(qint64 id);
    bool finish(qint64 id, AckReply reply);

    List m_pending; // by ascending id
};

} // namespace Switchboard::SocketIo
