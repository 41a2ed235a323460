// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/httprequest.h"
#include "net/httpresponder.h"
#include "web/filetree.h"

namespace Switchboard::Web {

/**
 * Answers a GET or HEAD with @p file: 304 when the client has it, 206 for one range, else 200.
 *
 * Protocol: RFC 9110 sections 13.1.2 (If-None-Match), 13.1.5 (If-Range), 14.2 (Range). More than
 * one range is answered with the whole file, which the RFC allows and which costs no more than it.
 *
 * @param fileName decides the Content-Type
 */
Net::HttpResponse fileResponse(
    const Net::HttpRequest &request, ServedFile file, QByteArrayView fileName);

/** Whether the list of @p ifNoneMatch has @p etag or '*'; weak comparison. */
bool etagMatches(QByteArrayView ifNoneMatch, QByteArrayView etag);

} // namespace Switchboard::Web
