// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/serverconfig.h"
#include "net/chunkeddecoder.h"
#include "net/httperrors.h"
#include "net/httprequest.h"

#include <QByteArrayView>

#include <optional>

namespace Switchboard::Net {

/**
 * Reads requests from bytes that may be cut anywhere: strict RFC 9112, limits first.
 *
 * What two parsers could read differently is refused, not repaired: a bare LF or CR, white space
 * before a colon, folded lines, doubled framing headers. Stops after the headers, so that its owner
 * can set the body's limit; then again after the body.
 *
 * A total function with state: no I/O, no clock, O(n), nothing allocated beyond what arrived.
 * Thread: any one.
 */
class HttpRequestParser
{
public:
    enum class Progress : quint8 {
        NeedMore, // all bytes are consumed
        HeadersDone, // once per request: setMaxBody(), then go on
        Done, // takeRequest(), then go on with the next
        Failed, // error(); nothing more can be read
    };

    /** @p limits must outlive the parser. */
    explicit HttpRequestParser(const Limits &limits);

    /** Consumes from the front of @p bytes. */
    Progress feed(QByteArrayView &bytes);

    HttpError error() const { return m_error; }

    /** The request so far; complete headers after HeadersDone. */
    HttpRequest &request() { return m_request; }

    /** Hands the request over and gets ready for the next. Precondition: Done. */
    HttpRequest takeRequest();

    void setMaxBody(qsizetype bytes);

    /** The headers say that a body follows; its size may not be known. */
    bool expectsBody() const { return m_state == State::Body || m_state == State::ChunkedBody; }

    /** The client waits for 100 before it sends the body. */
    bool expectsContinue() const { return m_expectsContinue; }

    /** Between requests, with nothing read of the next one. */
    bool isIdle() const { return m_state == State::RequestLine && m_line.isEmpty() && !m_sawBlank; }

    bool inHeaders() const { return m_state <= State::Headers; }

    /** The connection may serve another request after this one (RFC 9112 section 9.3). */
    bool keepsAlive() const { return m_keepsAlive; }

    /** Bytes of body still to come, if announced; for choosing how much to receive at once. */
    qsizetype bodyRest() const { return m_bodyRest; }

private:
    enum class State : quint8 {
        RequestLine,
        Headers,
        HeadersDone,
        Body,
        ChunkedBody,
        Done,
        Failed
    };

    Progress fail(HttpError error);
    /** Next line without its CRLF, or nothing when more bytes are needed or the state is Failed. */
    std::optional<QByteArrayView> takeLine(QByteArrayView &bytes);
    void readRequestLine(QByteArrayView line);
    void readHeaderLine(QByteArrayView line);
    void finishHeaders();
    bool checkHost();
    bool readFraming();
    Progress readBody(QByteArrayView &bytes);
    Progress readChunks(QByteArrayView &bytes);

    const Limits &m_limits;
    HttpRequest m_request;
    State m_state = State::RequestLine;
    HttpError m_error = HttpError::Malformed;
    bool m_sawBlank = false;
    bool m_expectsContinue = false;
    bool m_keepsAlive = true;
    bool m_chunked = false;
    QByteArray m_line; // start of a line that was cut
    qsizetype m_headerBytes = 0;
    qsizetype m_maxBody = 0;
    qsizetype m_bodyRest = 0;
    ChunkedDecoder m_chunks;
};

} // namespace Switchboard::Net
