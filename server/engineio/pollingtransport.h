// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/sid.h"
#include "core/timerwheel.h"
#include "engineio/compression.h"
#include "engineio/packet.h"
#include "engineio/transport.h"
#include "net/httpresponder.h"

#include <memory>
#include <vector>

namespace Switchboard::EngineIo {

/**
 * Packets over pairs of HTTP requests: GETs that wait for something to send, POSTs that bring
 * something.
 *
 * Packets of one turn leave in one body. A second GET or POST while one is open ends the session,
 * as does a GET that the peer gives up. After leave() a close packet waits for the next GET, if the
 * reason owes the peer one.
 *
 * Thread and lifetime: see Transport. Protocol: Engine.IO v4, "HTTP long-polling".
 */
class PollingTransport final : public Transport,
                               private Net::Flushable,
                               private Net::HttpResponder::Observer
{
public:
    struct Queued
    {
        EncodedPacket::Ptr packet;
        bool compress;
    };

    PollingTransport(Server &server, Session *session);
    ~PollingTransport() override;

    /** Answers with what is queued, or when there is something. @param headers of the answer */
    void get(
        const Net::HttpRequest &request, Net::HttpResponder responder, Net::HttpHeaders headers);

    /** Hands the packets of the body to the session, then answers. */
    void post(Net::HttpRequest request, Net::HttpResponder responder, Net::HttpHeaders headers);

    /** Answers a waiting GET with a noop, so that the peer stops polling. */
    void releasePoll();

    /** What still waits to be sent; the transport has nothing left. */
    std::vector<Queued> takeQueue();

    /** A POST was too much for one turn and goes on. */
    bool isReading() const { return m_remainder != nullptr; }

    /** Waits for the GET of @p sid, but not for ever. Precondition: not finished after leave(). */
    void keepGoodbyeFor(const Sid &sid);

    Traffic::Via via() const override { return Traffic::Via::Polling; }

    bool isWritable() const override { return m_poll.isAlive() && m_queue.empty(); }

    /** A GET waits. */
    bool hasPoll() const { return m_poll.isAlive(); }

    qsizetype queuedBytes() const override { return m_queuedBytes; }

    void send(const EncodedPacket::Ptr &packet, bool compress = true) override;

    bool isFinished() const override { return m_goodbye == nullptr; }

protected:
    void sayGoodbye(CloseReason reason) override;

private:
    struct Post;
    struct Remainder;
    struct Goodbye;

    void flush() override;
    void responderGone() override;

    void answerPoll();
    /** Hands on one turn's share of @p post; answers it when that was all. */
    void proceed(Post post);
    void finish();

    std::vector<Queued> m_queue;
    qsizetype m_queuedBytes = 0;
    Net::HttpResponder m_poll;
    Net::HttpHeaders m_pollHeaders;
    std::unique_ptr<Remainder> m_remainder;
    std::unique_ptr<Goodbye> m_goodbye;
    ContentCoding m_pollCoding = ContentCoding::Identity;
    bool m_willFlush = false;
};

} // namespace Switchboard::EngineIo
