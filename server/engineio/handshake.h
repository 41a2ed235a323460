// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/serverconfig.h"
#include "core/sid.h"
#include "net/httprequest.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <chrono>

namespace Switchboard::EngineIo {

/**
 * Header fields in one allocation, for those that are kept long and read seldom.
 *
 * Value type, any thread.
 */
class HeaderBlock
{
public:
    HeaderBlock() = default;
    explicit HeaderBlock(const Net::HttpHeaders &headers);

    /** First value of @p name, without case, or an empty view. */
    QByteArrayView value(QByteArrayView name) const;
    bool contains(QByteArrayView name) const;

    /** As they stood on the wire; made anew by each call. */
    QList<Net::HttpHeader> fields() const;

private:
    QByteArray m_lines; // "Name:value\n" each; neither part can hold what ends it
};

/** What was known when the session was asked for; kept as long as the session. */
struct Handshake
{
    HeaderBlock headers;
    QByteArray target; // request target with its query
    QByteArray address; // textual, of the peer
    std::chrono::microseconds issued{0}; // since 1970 UTC
    bool secure = false;
    bool crossOrigin = false; // an Origin header was there
};

/** The packet that opens a session. @param upgradable the peer is told that it may upgrade */
QByteArray openPacket(const ServerConfig &config, const Sid &sid, bool upgradable);

/** Value of Set-Cookie for a session, as Node's cookie package writes it. */
QByteArray setCookie(const CookieConfig &cookie, const Sid &sid);

} // namespace Switchboard::EngineIo
