// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/httprequestparser.h"

#include "net/httptext.h"
#include "net/origin.h"

#include <algorithm>
#include <utility>

namespace Switchboard::Net {

namespace {

bool isTargetChar(char c)
{
    return c > 0x20 && c < 0x7f && c != '#';
}

} // namespace

HttpRequestParser::HttpRequestParser(const Limits &limits)
    : m_limits(limits)
{ }

HttpRequestParser::Progress HttpRequestParser::fail(HttpError error)
{
    m_state = State::Failed;
    m_error = error;
    return Progress::Failed;
}

void HttpRequestParser::setMaxBody(qsizetype bytes)
{
    m_maxBody = bytes;
    if (m_bodyRest > bytes) {
        fail(HttpError::BodyTooLarge);
    }
}

HttpRequest HttpRequestParser::takeRequest()
{
    Q_ASSERT(m_state == State::Done);
    m_state = State::RequestLine;
    m_sawBlank = false;
    m_expectsContinue = false;
    m_chunked = false;
    m_headerBytes = 0;
    m_bodyRest = 0;
    m_chunks.reset();
    return std::exchange(m_request, {});
}

HttpRequestParser::Progress HttpRequestParser::feed(QByteArrayView &bytes)
{
    while (m_state <= State::Headers) {
        const std::optional<QByteArrayView> line = takeLine(bytes);
        if (m_state == State::Failed) {
            return Progress::Failed;
        }
        if (!line) {
            return Progress::NeedMore;
        }
        if (m_state == State::RequestLine) {
            readRequestLine(*line);
        } else if (line->isEmpty()) {
            finishHeaders();
        } else {
            readHeaderLine(*line);
        }
        m_line.clear();
    }
    switch (m_state) {
    case State::HeadersDone:
        m_state = m_chunked ? State::ChunkedBody : State::Body;
        if (!m_chunked && m_bodyRest == 0) {
            m_state = State::Done;
        }
        return Progress::HeadersDone;
    case State::Body:
        return readBody(bytes);
    case State::ChunkedBody:
        return readChunks(bytes);
    case State::Done:
        return Progress::Done;
    default:
        return Progress::Failed;
    }
}

std::optional<QByteArrayView> HttpRequestParser::takeLine(QByteArrayView &bytes)
{
    const bool inRequestLine = m_state == State::RequestLine;
    const qsizetype end = bytes.indexOf('\n');
    const qsizetype taken = end < 0 ? bytes.size() : end + 1;
    const qsizetype size = m_line.size() + taken;
    const qsizetype most
        = inRequestLine ? m_limits.requestLine + 2 : m_limits.headerBytes - m_headerBytes;
    // A TLS hello or other noise must not be waited for.
    if (inRequestLine && m_line.isEmpty() && !bytes.isEmpty() && !isTokenChar(bytes.front())
        && bytes.front() != '\r') {
        fail(HttpError::Malformed);
        return std::nullopt;
    }
    // Also told of a line that never ends.
    if (size > most) {
        fail(inRequestLine ? HttpError::TargetTooLong : HttpError::HeadersTooLarge);
        return std::nullopt;
    }
    if (end < 0 || !m_line.isEmpty()) {
        m_line.append(bytes.first(taken));
    }
    QByteArrayView line = m_line.isEmpty() ? bytes.first(taken) : QByteArrayView(m_line);
    bytes = bytes.sliced(taken);
    if (end < 0) {
        return std::nullopt;
    }
    if (!inRequestLine) {
        m_headerBytes += size;
    }
    if (!line.endsWith("\r\n")) {
        fail(HttpError::Malformed);
        return std::nullopt;
    }
    return line.chopped(2);
}

void HttpRequestParser::readRequestLine(QByteArrayView line)
{
    if (line.isEmpty() && !m_sawBlank) {
        m_sawBlank = true; // one empty line is forgiven (RFC 9112 section 2.2)
        return;
    }
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first + 1) {
        fail(HttpError::Malformed);
        return;
    }
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    const bool isVersion = version.size() == 8 && version.startsWith("HTTP/") && isDigit(version[5])
        && version[6] == '.' && isDigit(version[7]);
    if (!isVersion || !isToken(method)
        || !std::all_of(target.begin(), target.end(), isTargetChar)) {
        fail(HttpError::Malformed);
        return;
    }
    m_request.isHttp11 = version == "HTTP/1.1";
    if (!m_request.isHttp11 && version != "HTTP/1.0") {
        fail(HttpError::UnknownVersion);
        return;
    }
    // Absolute form and CONNECT would make a proxy of us.
    if (target.front() != '/' && !(target == "*" && method == "OPTIONS")) {
        fail(HttpError::Malformed);
        return;
    }
    m_request.method = method.toByteArray();
    m_request.target = target.toByteArray();
    m_state = State::Headers;
}

void HttpRequestParser::readHeaderLine(QByteArrayView line)
{
    if (m_request.headers.fields().size() >= m_limits.headerCount) {
        fail(HttpError::HeadersTooLarge);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView name = colon < 0 ? QByteArrayView() : line.first(colon);
    const QByteArrayView value = trimmed(line.sliced(colon + 1));
    if (!isToken(name) || !std::all_of(value.begin(), value.end(), isFieldChar)) {
        fail(HttpError::Malformed);
        return;
    }
    m_request.headers.append(name.toByteArray(), value.toByteArray());
}

void HttpRequestParser::finishHeaders()
{
    if (!checkHost() || !readFraming()) {
        return;
    }
    const HttpHeaders &headers = m_request.headers;
    if (headers.contains("expect") && m_request.isHttp11) {
        if (!equalsIgnoringCase(headers.value("expect"), "100-continue")) {
            fail(HttpError::UnknownExpectation);
            return;
        }
        m_expectsContinue = m_chunked || m_bodyRest > 0;
    }
    m_keepsAlive = m_request.isHttp11 ? !headers.hasToken("connection", "close")
                                      : headers.hasToken("connection", "keep-alive");
    m_state = State::HeadersDone;
}

bool HttpRequestParser::checkHost()
{
    const qsizetype hosts = m_request.headers.count("host");
    const bool isMissing = hosts == 0 && m_request.isHttp11;
    const bool isBad = hosts == 1 && !Authority::fromText(m_request.headers.value("host"));
    if (hosts > 1 || isMissing || isBad) {
        fail(HttpError::BadHost);
        return false;
    }
    return true;
}

bool HttpRequestParser::readFraming()
{
    const HttpHeaders &headers = m_request.headers;
    const qsizetype lengths = headers.count("content-length");
    const qsizetype codings = headers.count("transfer-encoding");
    if (codings > 0) {
        // Both headers, or a coding an older proxy ignores, is how requests are smuggled.
        if (lengths > 0 || !m_request.isHttp11) {
            fail(HttpError::BadFraming);
            return false;
        }
        if (codings > 1 || !equalsIgnoringCase(headers.value("transfer-encoding"), "chunked")) {
            fail(HttpError::UnknownCoding);
            return false;
        }
        m_chunked = true;
        return true;
    }
    if (lengths == 0) {
        return true;
    }
    const QByteArrayView length = headers.value("content-length");
    if (lengths > 1 || length.isEmpty() || !std::all_of(length.begin(), length.end(), isDigit)) {
        fail(HttpError::BadFraming);
        return false;
    }
    bool fits = false;
    m_bodyRest = length.toByteArray().toLongLong(&fits);
    if (!fits) {
        fail(HttpError::BodyTooLarge);
        return false;
    }
    return true;
}

HttpRequestParser::Progress HttpRequestParser::readBody(QByteArrayView &bytes)
{
    const qsizetype count = std::min(m_bodyRest, bytes.size());
    m_request.body.append(bytes.first(count));
    bytes = bytes.sliced(count);
    m_bodyRest -= count;
    if (m_bodyRest > 0) {
        return Progress::NeedMore;
    }
    m_state = State::Done;
    return Progress::Done;
}

HttpRequestParser::Progress HttpRequestParser::readChunks(QByteArrayView &bytes)
{
    const ChunkedDecoder::Limits limits{m_maxBody, m_limits.chunkHeader, m_limits.headerBytes};
    switch (m_chunks.feed(bytes, m_request.body, limits)) {
    case ChunkedDecoder::Progress::NeedMore:
        return Progress::NeedMore;
    case ChunkedDecoder::Progress::Done:
        m_state = State::Done;
        return Progress::Done;
    case ChunkedDecoder::Progress::Malformed:
        return fail(HttpError::BadChunk);
    case ChunkedDecoder::Progress::HeaderTooLong:
        return fail(HttpError::ChunkHeaderTooLong);
    case ChunkedDecoder::Progress::TrailersTooLarge:
        return fail(HttpError::HeadersTooLarge);
    case ChunkedDecoder::Progress::TooLarge:
        return fail(HttpError::BodyTooLarge);
    }
    Q_UNREACHABLE();
    return Progress::Failed;
}

} // namespace Switchboard::Net
