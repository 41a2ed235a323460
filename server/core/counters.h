// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace Switchboard {

/** Each way a limit of the limits table can be hit, and each kind of mistake of a peer. */
enum class Counter : std::uint8_t {
    ConnectionsRefused, // L01, L02: answered 503
    AcceptFailed, // out of descriptors
    HttpRequestTooLarge, // L05 to L07, L14
    HttpTimeout, // L08, L10 to L12
    HttpBadRequest,
    BodyTooLarge, // L09
    HostRefused,
    OriginRefused,
    HandshakeRefused,
    HandshakeRateLimited, // L25
    WebSocketProtocolError,
    MessageTooLarge, // L15
    FragmentLimit, // L16
    ControlFlood, // L17
    SlowConsumer, // L20, L21
    VolatileDropped,
    PollOverlap, // L22
    PayloadPackets, // L23
    SessionsNeverFollowed, // L24
    UpgradeFailed, // L26
    ConnectTimeout, // L27
    PingTimeout, // L28
    NamespaceLimit, // L29
    RoomLimit, // L30
    PacketRefused, // L31 to L33 and every other packet that could not be read
    AckLimit, // L34
    AuthTooLarge, // L36
    TrafficDropped, // records that did not fit into the ring
    Count
};

/** How often each Counter happened. Thread: engine thread; copy it to hand it on. */
class Counters
{
public:
    void add(Counter which, std::uint64_t by = 1)
    {
        m_values[static_cast<std::size_t>(which)] += by;
    }

    std::uint64_t value(Counter which) const { return m_values[static_cast<std::size_t>(which)]; }

    static const char *name(Counter which);

private:
    std::array<std::uint64_t, static_cast<std::size_t>(Counter::Count)> m_values{};
};

} // namespace Switchboard
