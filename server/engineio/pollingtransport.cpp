// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/pollingtransport.h"

#include "engineio/error.h"
#include "engineio/server.h"
#include "engineio/session.h"

#include <algorithm>
#include <utility>

namespace Switchboard::EngineIo {

namespace {

/** How long a close packet waits for the next GET; Node's closeTimeout. */
constexpr std::chrono::seconds goodbyeTime{30};

/** Larger bodies go as they are: the engine thread must not stall on them. */
constexpr qsizetype largestCompressed = 1024 * 1024;

const EncodedPacket::Ptr &closePacket()
{
    static const EncodedPacket::Ptr packet = EncodedPacket::control("1");
    return packet;
}

const EncodedPacket::Ptr &noopPacket()
{
    static const EncodedPacket::Ptr packet = EncodedPacket::control("6");
    return packet;
}

void refuse(Net::HttpResponder &responder, Net::HttpHeaders headers, Error error)
{
    Net::HttpResponse response = answer(error);
    for (const Net::HttpHeader &field : headers.fields()) {
        response.headers.append(field.name, field.value);
    }
    responder.send(std::move(response));
}

} // namespace

/** One POST and how far it has been handed on. */
struct PollingTransport::Post
{
    QByteArray body; // what the packets view
    QList<Packet> packets;
    Net::HttpResponder responder;
    Net::HttpHeaders headers;
    qsizetype next = 0;
};

/** The rest of a POST that was too much for one turn (L35). */
struct PollingTransport::Remainder
{
    Post post;
    WheelTimer timer;
};

struct PollingTransport::Goodbye
{
    Sid sid;
    WheelTimer timer;
};

PollingTransport::PollingTransport(Server &server, Session *session)
    : Transport(server, session)
{ }

PollingTransport::~PollingTransport() = default;

void PollingTransport::get(
    const Net::HttpRequest &request, Net::HttpResponder responder, Net::HttpHeaders headers)
{
    if (hasPoll()) {
        m_server.reactor().counters().add(Counter::PollOverlap);
        if (m_session) {
            m_session->close(CloseReason::TransportError, "overlap from client");
        }
        refuse(responder, std::move(headers), Error::Overlap);
        return;
    }
    m_poll = std::move(responder);
    m_poll.setObserver(this);
    m_pollHeaders = std::move(headers);
    m_pollCoding = m_server.config().httpCompression
        ? negotiateCoding(request.headers.value("accept-encoding"))
        : ContentCoding::Identity;
    // First, since the answer may bring the next request of the connection at once.
    if (m_goodbye && m_queue.empty()) {
        m_queue.push_back({closePacket(), false});
        finish();
    }
    if (!m_queue.empty()) {
        answerPoll();
    }
}

void PollingTransport::post(
    Net::HttpRequest request, Net::HttpResponder responder, Net::HttpHeaders headers)
{
    if (m_remainder) {
        m_server.reactor().counters().add(Counter::PollOverlap);
        m_session->close(CloseReason::TransportError, "data request overlap from client");
        refuse(responder, std::move(headers), Error::Overlap);
        return;
    }
    countIn(request.body.size());
    Post post{std::move(request.body), {}, std::move(responder), std::move(headers)};
    if (m_session) {
        // Engine.IO v3 put binary packets there; v4 has no such form.
        if (request.headers.value("content-type") == "application/octet-stream") {
            m_session->close(CloseReason::TransportError, "invalid content");
            refuse(post.responder, std::move(post.headers), Error::BadBody);
            return;
        }
        auto packets = decodePayload(post.body, m_server.config().limits.packetsPerPayload);
        if (!packets) {
            m_session->malformed(*this, packets.error());
            refuse(post.responder, std::move(post.headers), Error::BadBody);
            return;
        }
        post.packets = std::move(*packets);
    }
    proceed(std::move(post));
}

void PollingTransport::proceed(Post post)
{
    const Limits &limits = m_server.config().limits;
    qsizetype bytes = 0;
    int count = 0;
    while (m_session && post.next < post.packets.size()) {
        if (count >= limits.packetsPerTurn || bytes >= limits.bytesPerTurn) {
            m_remainder = std::make_unique<Remainder>();
            m_remainder->post = std::move(post);
            m_remainder->timer.setCallback([this] {
                const auto rest = std::move(m_remainder);
                proceed(std::move(rest->post));
            });
            m_remainder->timer.start(m_server.reactor().timers(), {});
            return;
        }
        const Packet &packet = post.packets.at(post.next++);
        bytes += packet.data.size();
        ++count;
        m_session->receive(*this, packet);
    }
    Net::HttpResponse response(200, "text/html", "ok");
    for (const Net::HttpHeader &field : post.headers.fields()) {
        response.headers.append(field.name, field.value);
    }
    post.responder.send(std::move(response));
}

void PollingTransport::send(const EncodedPacket::Ptr &packet, bool compress)
{
    m_queue.push_back({packet, compress});
    m_queuedBytes += packet->webSocketFrames().size();
    if (hasPoll() && !m_willFlush) {
        m_willFlush = true;
        m_server.reactor().flushLater(this);
    }
}

void PollingTransport::flush()
{
    m_willFlush = false;
    if (hasPoll() && !m_queue.empty()) {
        answerPoll();
    }
}

void PollingTransport::answerPoll()
{
    if (std::exchange(m_willFlush, false)) {
        m_server.reactor().cancelFlush(this);
    }
    QByteArray body;
    bool compressible = false;
    body.reserve(m_queuedBytes);
    for (const Queued &queued : m_queue) {
        if (!body.isEmpty()) {
            body.append(packetSeparator);
        }
        body.append(queued.packet->pollingText());
        compressible = compressible || queued.compress;
    }
    takeQueue();
    countOut(body.size());

    Net::HttpResponse response;
    response.headers = std::exchange(m_pollHeaders, {});
    response.headers.append("Content-Type", "text/plain; charset=UTF-8");
    if (compressible && m_pollCoding != ContentCoding::Identity
        && body.size() >= m_server.config().httpCompressionThreshold
        && body.size() <= largestCompressed) {
        QByteArray compressed = compress(body, m_pollCoding);
        if (!compressed.isEmpty()) {
            response.headers.append("Content-Encoding", name(m_pollCoding));
            body = std::move(compressed);
        }
    }
    response.body = std::move(body);
    Net::HttpResponder poll = std::move(m_poll);
    poll.setObserver(nullptr);
    poll.send(std::move(response));
}

void PollingTransport::releasePoll()
{
    if (isWritable()) {
        m_queue.push_back({noopPacket(), false});
        answerPoll();
    }
}

std::vector<PollingTransport::Queued> PollingTransport::takeQueue()
{
    m_queuedBytes = 0;
    return std::exchange(m_queue, {});
}

void PollingTransport::responderGone()
{
    m_poll = {};
    if (m_session) {
        m_session->transportClosed(
            *this, CloseReason::TransportError, "poll connection closed prematurely");
    }
}

void PollingTransport::sayGoodbye(CloseReason reason)
{
    if (const auto remainder = std::move(m_remainder)) {
        refuse(remainder->post.responder, remainder->post.headers, Error::UnknownSid);
    }
    switch (reason) {
    case CloseReason::TransportClose:
        takeQueue();
        releasePoll();
        return;
    case CloseReason::SlowConsumer:
        takeQueue();
        break;
    case CloseReason::TransportError:
    case CloseReason::ParseError:
    case CloseReason::PingTimeout:
        if (!hasPoll()) {
            takeQueue();
            return;
        }
        break;
    case CloseReason::ForcedClose:
    case CloseReason::ForcedServerClose:
    case CloseReason::ServerShuttingDown:
        break;
    }
    // In a body of its own: the reference client drops packets that arrive beside it.
    if (hasPoll() && !m_queue.empty()) {
        answerPoll();
    }
    if (hasPoll()) {
        m_queue.push_back({closePacket(), false});
        answerPoll();
    } else {
        m_goodbye = std::make_unique<Goodbye>();
    }
}

void PollingTransport::keepGoodbyeFor(const Sid &sid)
{
    Q_ASSERT(m_goodbye);
    m_goodbye->sid = sid;
    m_goodbye->timer.setCallback([this] { finish(); });
    m_goodbye->timer.start(m_server.reactor().timers(), goodbyeTime);
}

void PollingTransport::finish()
{
    const auto goodbye = std::move(m_goodbye);
    m_server.goodbyeFinished(*this, goodbye->sid);
}

} // namespace Switchboard::EngineIo
