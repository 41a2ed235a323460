// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/httprequest.h"

#include <QByteArray>

#include <memory>
#include <span>

namespace Switchboard::Net {

class HttpConnection;
class WebSocket;

/** Body of a response that does not sit in memory; asked for more whenever the wire has room. */
class BodySource
{
public:
    virtual ~BodySource() = default;

    /** Total bytes, known beforehand: it becomes Content-Length. */
    virtual qint64 size() const = 0;

    /** Fills some of @p into. @return bytes written, 0 or less when the source failed */
    virtual qsizetype read(std::span<char> into) = 0;
};

struct HttpResponse
{
    int status = 200;
    HttpHeaders headers;
    QByteArray body;
    /** Instead of body. */
    std::unique_ptr<BodySource> source;
    /** Ends the connection after this answer. */
    bool close = false;

    HttpResponse() = default;
    HttpResponse(int statusCode, QByteArray contentType, QByteArray bodyBytes);
};

/**
 * The right to answer one request, once, now or later.
 *
 * Move-only. Destroyed without an answer, it answers 500 and asserts in debug builds. The wire may
 * break first: isAlive() turns false, the observer is told once, and answering does nothing.
 *
 * Thread: engine thread only.
 */
class HttpResponder
{
public:
    class Observer
    {
    public:
        /** The peer went away before it was answered. */
        virtual void responderGone() = 0;

    protected:
        ~Observer() = default;
    };

    HttpResponder() = default;
    explicit HttpResponder(HttpConnection *connection);
    HttpResponder(HttpResponder &&other) noexcept;
    HttpResponder &operator=(HttpResponder &&other) noexcept;
    ~HttpResponder();

    bool isAlive() const { return m_connection != nullptr; }

    explicit operator bool() const { return isAlive(); }

    /** @p observer must outlive the responder or be replaced by nullptr. */
    void setObserver(Observer *observer) { m_observer = observer; }

    /** Content-Length, Date-free minimal headers and connection handling are added here. */
    void send(HttpResponse response);

    /**
     * Switches to WebSocket (RFC 6455 section 4.2); sends the 101.
     *
     * Precondition: the request passed WebSocketHandshake::check(). Takes bytes that already
     * followed the request along.
     *
     * @param headers added to the 101
     * @return the WebSocket, not yet reading; nullptr when the peer is gone
     */
    std::unique_ptr<WebSocket> upgrade(const HttpHeaders &headers = {});

    /** Ends the connection without an answer. */
    void abort();

private:
    friend class HttpConnection;
    void release();

    HttpConnection *m_connection = nullptr;
    Observer *m_observer = nullptr;
};

/**
 * Where requests go: one per listener, which passes them on by path.
 *
 * Thread: engine thread. Outlives the connections.
 */
class HttpHandler
{
public:
    /**
     * Largest body this request may have, asked when its headers are complete. A longer one is
     * answered 413 and not read. Default: no body at all.
     */
    virtual qsizetype maxBody(const HttpRequest &request);

    /** Takes one complete request. Host and Origin have been checked. Answer now or later. */
    virtual void handle(HttpRequest request, HttpResponder responder) = 0;

protected:
    ~HttpHandler() = default;
};

} // namespace Switchboard::Net
