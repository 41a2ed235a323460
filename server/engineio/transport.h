// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engineio/closereason.h"
#include "engineio/encodedpacket.h"
#include "net/reactor.h"
#include "traffic/trafficrecord.h"

#include <QtGlobal>

namespace Switchboard::EngineIo {

class Server;
class Session;

/**
 * Carries the packets of one session over one kind of connection.
 *
 * Knows framing and nothing above it: no heartbeat, no upgrade decision. Takes every packet; what
 * cannot leave yet waits here or below. Hands what arrives to its session, as long as it has one.
 *
 * Thread: engine thread. Owned by its session, which may hold two for the length of an upgrade;
 * once it leaves, by Server until the goodbye is delivered. Freed at the end of a turn only, so it
 * may be dismissed inside of its own calls. Protocol: Engine.IO v4, "Transports".
 */
class Transport : public Net::Mortal
{
    Q_DISABLE_COPY_MOVE(Transport)

public:
    /** @param session nullptr for one that is dismissed at once */
    Transport(Server &server, Session *session);

    virtual Traffic::Via via() const = 0;

    /** True when a packet sent now leaves without waiting for the peer. */
    virtual bool isWritable() const = 0;

    virtual qsizetype queuedBytes() const = 0;

    virtual void send(const EncodedPacket::Ptr &packet, bool compress = true) = 0;

    /**
     * Forgets the session and says goodbye to the peer as @p reason asks for.
     *
     * TransportClose means that the peer has left: nothing more is owed to it.
     */
    void leave(CloseReason reason);

    /** Nothing is left to do after leave(). */
    virtual bool isFinished() const = 0;

protected:
    virtual void sayGoodbye(CloseReason reason) = 0;

    void countIn(qsizetype bytes);
    void countOut(qsizetype bytes);

    Server &m_server;
    Session *m_session;
};

} // namespace Switchboard::EngineIo
