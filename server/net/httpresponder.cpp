// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/httpresponder.h"

#include "net/httpconnection.h"
#include "net/websocket.h"

#include <utility>

namespace Switchboard::Net {

HttpResponse::HttpResponse(int statusCode, QByteArray contentType, QByteArray bodyBytes)
    : status(statusCode)
    , body(std::move(bodyBytes))
{
    headers.append("Content-Type", std::move(contentType));
}

HttpResponder::HttpResponder(HttpConnection *connection)
    : m_connection(connection)
{
    m_connection->m_responder = this;
}

HttpResponder::HttpResponder(HttpResponder &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
    , m_observer(std::exchange(other.m_observer, nullptr))
{
    if (m_connection) {
        m_connection->m_responder = this;
    }
}

HttpResponder &HttpResponder::operator=(HttpResponder &&other) noexcept
{
    if (this != &other) {
        release();
        m_connection = std::exchange(other.m_connection, nullptr);
        m_observer = std::exchange(other.m_observer, nullptr);
        if (m_connection) {
            m_connection->m_responder = this;
        }
    }
    return *this;
}

HttpResponder::~HttpResponder()
{
    release();
}

void HttpResponder::release()
{
    if (m_connection) {
        Q_ASSERT_X(false, "HttpResponder", "destroyed without an answer");
        HttpResponse response;
        response.status = 500;
        send(std::move(response));
    }
}

void HttpResponder::send(HttpResponse response)
{
    m_observer = nullptr;
    if (HttpConnection *connection = std::exchange(m_connection, nullptr)) {
        connection->respond(std::move(response));
    }
}

std::unique_ptr<WebSocket> HttpResponder::upgrade(const HttpHeaders &headers)
{
    m_observer = nullptr;
    HttpConnection *connection = std::exchange(m_connection, nullptr);
    return connection ? connection->upgrade(headers) : nullptr;
}

void HttpResponder::abort()
{
    m_observer = nullptr;
    if (HttpConnection *connection = std::exchange(m_connection, nullptr)) {
        connection->m_responder = nullptr;
        connection->close();
    }
}

qsizetype HttpHandler::maxBody(const HttpRequest &request)
{
    Q_UNUSED(request);
    return 0;
}

} // namespace Switchboard::Net
