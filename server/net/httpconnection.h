// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/timerwheel.h"
#include "net/endpoint.h"
#include "net/httprequestparser.h"
#include "net/httpresponder.h"
#include "net/stream.h"

#include <memory>

namespace Switchboard::Net {

class HttpServer;

/**
 * One HTTP/1.x connection: requests in turn, each guarded, handed to the handler and answered.
 *
 * Bytes behind a request wait until it is answered; meanwhile at most one receive of them is kept
 * and reading stops (L13). Its deadlines are L08, L10, L11 and, for bodies from a source, L12.
 * Upgrading takes its stream away and ends it.
 *
 * A peer that ends its direction while a request is unanswered counts as gone, as in Node.
 *
 * Thread: engine thread. Lifetime: owned by HttpServer, buried at the end.
 * Protocol: RFC 9112.
 */
class HttpConnection final : public Mortal, private Stream::Listener, private Flushable
{
public:
    HttpConnection(HttpServer &server, std::unique_ptr<Stream> stream, Endpoint peer);
    ~HttpConnection() override;
    Q_DISABLE_COPY_MOVE(HttpConnection)

    /** Drops the wire; a pending responder is told. */
    void close();

    /** Ends when nothing is under way, else after the present answer. */
    void closeWhenIdle();

private:
    friend class HttpResponder;

    enum class Phase : quint8 {
        Reading, // a request, or nothing yet
        Complete, // a request waits to be handled
        Handling, // the responder is out
        Answering, // the body comes from a source
        Over,
    };
    enum class Waiting : quint8 { ForRequest, ForHeaders, ForBody };

    void streamReceived(std::span<char> bytes) override;
    void streamEnded() override;
    void streamDrained(bool hadBlocked) override;
    void streamBroken() override;
    void flush() override;

    void parse(QByteArrayView &bytes);
    bool admit();
    void refuse(HttpError error);
    void proceed();
    void handle();
    bool isFull() const;

    void respond(HttpResponse response);
    std::unique_ptr<WebSocket> upgrade(const HttpHeaders &headers);
    void writeFromSource();
    void answered();
    /** Lets the wire end in peace and this at once. */
    void leave();
    void end();

    void watchReading();
    void expired();

    HttpServer &m_server;
    Reactor &m_reactor;
    std::unique_ptr<Stream> m_stream;
    Endpoint m_peer;
    Endpoint m_local;
    HttpRequestParser m_parser;
    Phase m_phase = Phase::Reading;
    Waiting m_waiting = Waiting::ForHeaders;
    bool m_proceeding = false;
    bool m_isHead = false;
    bool m_isHttp11 = true;
    bool m_keepAlive = true;
    int m_requests = 0;
    HttpResponder *m_responder = nullptr;
    QByteArray m_webSocketKey;
    QByteArray m_held; // received behind the present request
    qsizetype m_heldAt = 0;
    std::unique_ptr<BodySource> m_source;
    qint64 m_sourceRest = 0;
    qint64 m_sourceMark = 0; // rest when the deadline was set
    MonotonicTime m_bodyStart{0};
    WheelTimer m_deadline;
};

} // namespace Switchboard::Net
