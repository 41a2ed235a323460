// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Switchboard::Net {

/** One header field as it stood; names compare without case. */
struct HttpHeader
{
    QByteArray name;
    QByteArray value;
};

/** Header fields in the order of the wire. */
class HttpHeaders
{
public:
    void append(QByteArray name, QByteArray value)
    {
        m_fields.append({std::move(name), std::move(value)});
    }

    /** First value of @p name, or an empty view. */
    QByteArrayView value(QByteArrayView name) const;

    bool contains(QByteArrayView name) const { return count(name) > 0; }

    /** How many fields are called @p name. */
    qsizetype count(QByteArrayView name) const;

    /** True when a comma separated list in any field @p name has @p token, without case. */
    bool hasToken(QByteArrayView name, QByteArrayView token) const;

    const QList<HttpHeader> &fields() const { return m_fields; }

private:
    QList<HttpHeader> m_fields;
};

/**
 * One parsed request (RFC 9112) with its whole body.
 *
 * Everything in it comes from a stranger. Value type; the connection that made it keeps nothing.
 */
struct HttpRequest
{
    QByteArray method;
    /** As on the request line, at most Limits::requestLine. */
    QByteArray target;
    HttpHeaders headers;
    QByteArray body;
    /** Textual address of the peer, and its port. */
    QByteArray peerAddress;
    quint16 peerPort = 0;
    /** Address and port the connection came in on. */
    QByteArray localAddress;
    quint16 localPort = 0;
    bool secure = false;
    /** HTTP/1.1 rather than 1.0. */
    bool isHttp11 = true;

    /** Target up to the first '?', still percent-encoded. */
    QByteArrayView path() const;
    /** Target after the first '?', or empty. */
    QByteArrayView query() const;

    bool isUpgrade() const { return headers.hasToken("connection", "upgrade"); }

    bool isWebSocketUpgrade() const;
};

/** Decoded value of the first parameter @p name in @p query ("a=1&b=2"), or an empty array. */
QByteArray queryValue(QByteArrayView query, QByteArrayView name);
bool queryHas(QByteArrayView query, QByteArrayView name);
/** All parameters, decoded, in order. Bad percent escapes stay as they are. */
QList<std::pair<QByteArray, QByteArray>> queryItems(QByteArrayView query);

} // namespace Switchboard::Net
