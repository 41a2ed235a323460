// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/httpconnection.h"

#include "net/httpresponse.h"
#include "net/httpserver.h"
#include "net/lingeringclose.h"
#include "net/originguard.h"
#include "net/websocket.h"
#include "net/websockethandshake.h"

#include <algorithm>
#include <utility>

namespace Switchboard::Net {

namespace {
constexpr qsizetype readBudget = 16 * 1024; // outside of bodies: it bounds what is held (L13)
constexpr qsizetype bodyBudget = 256 * 1024;
constexpr qsizetype joinedBody = 4 * 1024; // goes into one buffer with its head
constexpr qsizetype sourceChunk = 64 * 1024;
constexpr qsizetype fullQueue = 64 * 1024; // no further pipelined request before this has left
constexpr std::chrono::milliseconds lingerTime{2'000};
constexpr std::chrono::milliseconds rateCheck{1'000};
constexpr std::chrono::milliseconds sourceWindow{60'000}; // L12 for files
constexpr qint64 sourceWindowBytes = 60 * 1024;
} // namespace

HttpConnection::HttpConnection(HttpServer &server, std::unique_ptr<Stream> stream, Endpoint peer)
    : m_server(server)
    , m_reactor(server.reactor())
    , m_stream(std::move(stream))
    , m_peer(std::move(peer))
    , m_parser(server.config().limits)
    , m_deadline([this] { expired(); })
{
    m_stream->setListener(this);
    m_stream->setReadBudget(readBudget);
    m_deadline.start(m_reactor.timers(), server.config().limits.headerTime);
}

HttpConnection::~HttpConnection()
{
    if (m_phase != Phase::Over) {
        m_reactor.cancelFlush(this);
        if (m_responder) {
            HttpResponder *responder = std::exchange(m_responder, nullptr);
            responder->m_connection = nullptr;
            if (responder->m_observer) {
                responder->m_observer->responderGone();
            }
        }
    }
}

void HttpConnection::streamReceived(std::span<char> bytes)
{
    QByteArrayView rest(bytes.data(), qsizetype(bytes.size()));
    if (m_phase == Phase::Reading && m_held.isEmpty() && !isFull()) {
        parse(rest);
    }
    if (m_phase != Phase::Over) {
        m_held.append(rest);
        proceed();
    }
}

void HttpConnection::parse(QByteArrayView &bytes)
{
    while (m_phase == Phase::Reading) {
        switch (m_parser.feed(bytes)) {
        case HttpRequestParser::Progress::NeedMore:
            watchReading();
            return;
        case HttpRequestParser::Progress::HeadersDone:
            if (admit() && m_parser.expectsContinue() && m_parser.expectsBody()
                && bytes.isEmpty()) {
                m_stream->write("HTTP/1.1 100 Continue\r\n\r\n");
            }
            break;
        case HttpRequestParser::Progress::Done:
            m_deadline.stop();
            m_phase = Phase::Complete;
            break;
        case HttpRequestParser::Progress::Failed:
            refuse(m_parser.error());
            return;
        }
    }
}

bool HttpConnection::admit()
{
    if (m_local.port == 0) {
        m_local = m_stream->local();
    }
    HttpRequest &request = m_parser.request();
    request.peerAddress = m_peer.address;
    request.peerPort = m_peer.port;
    request.localAddress = m_local.address;
    request.localPort = m_local.port;
    request.secure = m_stream->isSecure();
    const GuardVerdict verdict = checkOrigin(m_server.config(), request);
    if (verdict != GuardVerdict::Pass) {
        const bool isHost = verdict == GuardVerdict::WrongHost;
        m_reactor.counters().add(isHost ? Counter::HostRefused : Counter::OriginRefused);
        if (m_server.m_refused) {
            m_server.m_refused(request, verdict);
        }
        m_stream->write(closingAnswer(isHost ? 421 : 403));
        leave();
        return false;
    }
    m_parser.setMaxBody(m_server.m_handler.maxBody(request));
    return true;
}

void HttpConnection::refuse(HttpError error)
{
    const HttpErrorAnswer answer = answerTo(error);
    m_reactor.counters().add(answer.counter);
    m_stream->write(closingAnswer(answer.status));
    leave();
}

bool HttpConnection::isFull() const
{
    return m_stream->queuedBytes() > fullQueue;
}

void HttpConnection::proceed()
{
    m_proceeding = true;
    for (;;) {
        if (m_phase == Phase::Complete) {
            handle();
        }
        if (m_phase != Phase::Reading || m_held.isEmpty() || isFull()) {
            break;
        }
        QByteArrayView rest = QByteArrayView(m_held).sliced(m_heldAt);
        parse(rest);
        m_heldAt = m_held.size() - rest.size();
        if (rest.isEmpty()) {
            m_held = {};
            m_heldAt = 0;
        }
    }
    m_proceeding = false;
    if (m_phase != Phase::Over) {
        m_stream->setReading(m_held.isEmpty());
    }
}

void HttpConnection::flush()
{
    if (m_phase != Phase::Over) {
        proceed();
    }
}

void HttpConnection::handle()
{
    const Limits &limits = m_server.config().limits;
    m_phase = Phase::Handling;
    m_stream->setReadBudget(readBudget);
    m_keepAlive = m_parser.keepsAlive() && ++m_requests < limits.requestsPerConnection
        && !m_server.m_closing && !m_stream->hasEnded();
    HttpRequest request = m_parser.takeRequest();
    m_isHead = request.method == "HEAD";
    m_isHttp11 = request.isHttp11;
    m_webSocketKey = request.headers.value("sec-websocket-key").toByteArray();
    m_server.m_handler.handle(std::move(request), HttpResponder(this));
}

void HttpConnection::respond(HttpResponse response)
{
    m_responder = nullptr;
    m_keepAlive = m_keepAlive && !response.close && !m_server.m_closing;
    QByteArray head = encodeHead(response, {m_keepAlive, m_isHttp11});
    const bool hasBody = !m_isHead && !isBodiless(response.status);
    if (hasBody && !response.source && response.body.size() <= joinedBody) {
        head.append(response.body);
        m_stream->write(head);
    } else {
        m_stream->write(head);
        if (hasBody && !response.source) {
            m_stream->write(response.body);
        }
    }
    m_sourceRest = hasBody && response.source ? response.source->size() : 0;
    if (m_sourceRest > 0) {
        m_source = std::move(response.source);
        m_phase = Phase::Answering;
        m_sourceMark = m_sourceRest;
        m_deadline.start(m_reactor.timers(), sourceWindow);
        writeFromSource();
    } else {
        answered();
    }
}

void HttpConnection::writeFromSource()
{
    QByteArray chunk(std::min(m_sourceRest, qint64(sourceChunk)), Qt::Uninitialized);
    const qsizetype count = m_source->read({chunk.data(), std::size_t(chunk.size())});
    if (count <= 0 || count > chunk.size()) {
        close(); // the length is promised already: only breaking off tells the peer
        return;
    }
    chunk.truncate(count);
    m_stream->write(chunk);
    m_sourceRest -= count;
    if (m_sourceRest == 0) {
        m_source.reset();
        m_deadline.stop();
        answered();
    }
}

void HttpConnection::answered()
{
    if (!m_keepAlive || m_stream->hasEnded()) {
        leave();
        return;
    }
    m_phase = Phase::Reading;
    m_waiting = Waiting::ForRequest;
    m_deadline.start(m_reactor.timers(), m_server.config().limits.keepAliveIdle);
    if (!m_proceeding && !m_held.isEmpty()) {
        // Not here: whoever answers is in the middle of something of its own.
        m_reactor.flushLater(this);
    }
}

std::unique_ptr<WebSocket> HttpConnection::upgrade(const HttpHeaders &headers)
{
    m_responder = nullptr;
    HttpResponse response;
    response.status = 101;
    response.headers.append("Upgrade", "websocket");
    response.headers.append("Connection", "Upgrade");
    response.headers.append("Sec-WebSocket-Accept", WebSocketHandshake::acceptKey(m_webSocketKey));
    for (const HttpHeader &field : headers.fields()) {
        response.headers.append(field.name, field.value);
    }
    m_stream->write(encodeHead(response, {}));
    m_stream->setReadBudget(m_server.config().limits.bytesPerTurn);
    auto socket
        = std::make_unique<WebSocket>(std::move(m_stream), m_reactor, m_held.sliced(m_heldAt));
    end();
    return socket;
}

void HttpConnection::streamEnded()
{
    if (m_phase == Phase::Answering) {
        m_keepAlive = false; // it may still read the rest
    } else if (m_phase == Phase::Reading) {
        leave();
    } else {
        close();
    }
}

void HttpConnection::streamDrained(bool hadBlocked)
{
    Q_UNUSED(hadBlocked);
    if (m_phase == Phase::Answering) {
        writeFromSource();
    } else if (m_phase == Phase::Reading && !m_held.isEmpty()) {
        proceed();
    }
}

void HttpConnection::streamBroken()
{
    close();
}

void HttpConnection::close()
{
    if (m_phase != Phase::Over) {
        m_stream->close();
        end();
    }
}

void HttpConnection::closeWhenIdle()
{
    m_keepAlive = false;
    if (m_phase == Phase::Reading && m_parser.isIdle() && m_held.isEmpty()) {
        leave();
    }
}

void HttpConnection::leave()
{
    LingeringClose::start(std::move(m_stream), m_reactor, lingerTime);
    end();
}

void HttpConnection::end()
{
    m_phase = Phase::Over;
    m_deadline.stop();
    m_reactor.cancelFlush(this);
    m_source.reset();
    if (m_responder) {
        HttpResponder *responder = std::exchange(m_responder, nullptr);
        responder->m_connection = nullptr;
        if (responder->m_observer) {
            responder->m_observer->responderGone();
        }
    }
    m_server.forget(this);
}

void HttpConnection::watchReading()
{
    const Limits &limits = m_server.config().limits;
    if (m_waiting == Waiting::ForRequest && !m_parser.isIdle()) {
        m_waiting = Waiting::ForHeaders;
        m_deadline.start(m_reactor.timers(), limits.headerTime);
    }
    if (m_waiting == Waiting::ForHeaders && m_parser.expectsBody()) {
        m_waiting = Waiting::ForBody;
        m_stream->setReadBudget(bodyBudget);
        m_bodyStart = m_reactor.clock().now();
        m_deadline.start(m_reactor.timers(), std::min(limits.bodyGrace, limits.bodyTime));
    }
}

void HttpConnection::expired()
{
    const Limits &limits = m_server.config().limits;
    if (m_phase == Phase::Answering) {
        if (m_sourceMark - m_sourceRest < sourceWindowBytes) {
            m_reactor.counters().add(Counter::HttpTimeout);
            m_stream->reset();
            end();
            return;
        }
        m_sourceMark = m_sourceRest;
        m_deadline.start(m_reactor.timers(), sourceWindow);
    } else if (m_parser.isIdle()) {
        leave(); // nothing was asked, so nothing is answered
    } else if (m_waiting != Waiting::ForBody) {
        refuse(HttpError::HeaderTimeout);
    } else {
        const auto passed = m_reactor.clock().now() - m_bodyStart;
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(passed).count();
        const bool isSlow = m_parser.request().body.size() < seconds * limits.bodyBytesPerSecond;
        if (passed >= limits.bodyTime || isSlow) {
            refuse(HttpError::BodyTimeout);
        } else {
            m_deadline.start(m_reactor.timers(), rateCheck);
        }
    }
}

} // namespace Switchboard::Net
