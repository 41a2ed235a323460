// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/httperrors.h"

namespace Switchboard::Net {

HttpErrorAnswer answerTo(HttpError error)
{
    switch (error) {
    case HttpError::Malformed:
    case HttpError::BadHost:
    case HttpError::BadFraming:
    case HttpError::BadChunk:
        return {400, Counter::HttpBadRequest};
    case HttpError::UnknownCoding:
        return {501, Counter::HttpBadRequest};
    case HttpError::UnknownExpectation:
        return {417, Counter::HttpBadRequest};
    case HttpError::UnknownVersion:
        return {505, Counter::HttpBadRequest};
    case HttpError::TargetTooLong:
        return {414, Counter::HttpRequestTooLarge};
    case HttpError::HeadersTooLarge:
        return {431, Counter::HttpRequestTooLarge};
    case HttpError::ChunkHeaderTooLong:
        return {400, Counter::HttpRequestTooLarge};
    case HttpError::BodyTooLarge:
        return {413, Counter::BodyTooLarge};
    case HttpError::HeaderTimeout:
    case HttpError::BodyTimeout:
        return {408, Counter::HttpTimeout};
    }
    Q_UNREACHABLE();
    return {500, Counter::HttpBadRequest};
}

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 101:
        return "Switching Protocols";
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Payload Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 417:
        return "Expectation Failed";
    case 421:
        return "Misdirected Request";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    case 508:
        return "Loop Detected";
    default:
        return "";
    }
}

QByteArray closingAnswer(int status)
{
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + ' ';
    answer.append(reasonPhrase(status));
    answer.append("\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    return answer;
}

} // namespace Switchboard::Net
