// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/error.h"

#include "core/jsonscanner.h"

#include <array>

namespace Switchboard::EngineIo {

namespace {

struct Row
{
    Error error;
    int status;
    const char *text;
};

constexpr auto table = std::to_array<Row>({
    {Error::UnknownTransport, 400, "Transport unknown"},
    {Error::UnknownSid, 400, "Session ID unknown"},
    {Error::BadHandshakeMethod, 400, "Bad handshake method"},
    {Error::BadRequest, 400, "Bad request"},
    {Error::Forbidden, 403, "Forbidden"},
    {Error::UnsupportedProtocolVersion, 400, "Unsupported protocol version"},
    {Error::BadMethod, 500, "Method not allowed"},
    {Error::Overlap, 400, "Request overlap"},
    {Error::BadBody, 400, "Bad payload"},
    {Error::TooManyHandshakes, 429, "Too many handshakes"},
    {Error::ShuttingDown, 503, "Server shutting down"},
});

const Row &rowOf(Error error)
{
    const Row &row = table[static_cast<std::size_t>(error)];
    Q_ASSERT(row.error == error);
    return row;
}

} // namespace

int wireCode(Error error)
{
    return error <= Error::UnsupportedProtocolVersion ? static_cast<int>(error) : -1;
}

const char *text(Error error)
{
    return rowOf(error).text;
}

Net::HttpResponse answer(Error error, RequestKind kind, QByteArrayView message)
{
    const Row &row = rowOf(error);
    const QByteArrayView words = message.isEmpty() ? QByteArrayView(row.text) : message;
    const int code = wireCode(error);
    Net::HttpResponse response;
    response.status = row.status;
    if (kind == RequestKind::WebSocketUpgrade) {
        // Node writes this by hand, whatever the reason, and ends the connection.
        if (code >= 0) {
            response.status = 400;
        }
        response.headers.append("Content-type", "text/html");
        response.body = words.toByteArray();
        response.close = true;
    } else if (code >= 0) {
        response.headers.append("Content-Type", "application/json");
        response.body = "{\"code\":" + QByteArray::number(code)
            + ",\"message\":" + Json::encodeString(words) + '}';
    }
    if (error == Error::TooManyHandshakes || error == Error::ShuttingDown) {
        response.headers.append("Retry-After", "1");
    }
    return response;
}

} // namespace Switchboard::EngineIo
