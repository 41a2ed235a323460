// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timerwheel.h"
#include "net/stream.h"

#include <chrono>
#include <memory>

namespace Switchboard::Net {

/**
 * Lets a connection end in peace after its owner has let go of it.
 *
 * Sends what is queued, ends our direction, and reads into the void until the peer ends its own or
 * patience runs out. Closing at once instead would answer bytes still under way with a reset, and
 * that can destroy the last answer before the peer has read it (RFC 9112 section 9.6).
 *
 * Thread: engine thread. Lifetime: kept by the reactor until done.
 */
class LingeringClose final : public Mortal, private Stream::Listener
{
public:
    /** @param patience how long to wait for the peer once everything is sent */
    static void start(
        std::unique_ptr<Stream> stream, Reactor &reactor, std::chrono::milliseconds patience);

private:
    LingeringClose(
        std::unique_ptr<Stream> stream, Reactor &reactor, std::chrono::milliseconds patience);

    void streamReceived(std::span<char> bytes) override;
    void streamEnded() override;
    void streamDrained(bool hadBlocked) override;
    void streamBroken() override;
    void done();

    std::unique_ptr<Stream> m_stream;
    Reactor &m_reactor;
    std::chrono::milliseconds m_patience;
    WheelTimer m_deadline;
    bool m_ended = false;
};

} // namespace Switchboard::Net
