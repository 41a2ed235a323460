// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/counters.h"

namespace Switchboard {

const char *Counters::name(Counter which)
{
    switch (which) {
    case Counter::ConnectionsRefused:
        return "connections refused";
    case Counter::AcceptFailed:
        return "accepts failed";
    case Counter::HttpRequestTooLarge:
        return "HTTP requests too large";
    case Counter::HttpTimeout:
        return "HTTP timeouts";
    case Counter::HttpBadRequest:
        return "HTTP requests malformed";
    case Counter::BodyTooLarge:
        return "bodies too large";
    case Counter::HostRefused:
        return "hosts refused";
    case Counter::OriginRefused:
        return "origins refused";
    case Counter::HandshakeRefused:
        return "handshakes refused";
    case Counter::HandshakeRateLimited:
        return "handshakes over the rate limit";
    case Counter::WebSocketProtocolError:
        return "WebSocket protocol errors";
    case Counter::MessageTooLarge:
        return "messages too large";
    case Counter::FragmentLimit:
        return "messages in too many fragments";
    case Counter::ControlFlood:
        return "control frame floods";
    case Counter::SlowConsumer:
        return "slow consumers closed";
    case Counter::VolatileDropped:
        return "volatile packets dropped";
    case Counter::PollOverlap:
        return "overlapping polls";
    case Counter::PayloadPackets:
        return "payloads with too many packets";
    case Counter::SessionsNeverFollowed:
        return "handshakes never followed";
    case Counter::UpgradeFailed:
        return "upgrades failed";
    case Counter::ConnectTimeout:
        return "connect timeouts";
    case Counter::PingTimeout:
        return "ping timeouts";
    case Counter::NamespaceLimit:
        return "namespace limit reached";
    case Counter::RoomLimit:
        return "room limit reached";
    case Counter::PacketRefused:
        return "packets refused";
    case Counter::AckLimit:
        return "ack limit reached";
    case Counter::AuthTooLarge:
        return "auth payloads too large";
    case Counter::TrafficDropped:
        return "events not recorded";
    case Counter::Count:
        break;
    }
    return "";
}

} // namespace Switchboard
