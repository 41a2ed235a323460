// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace Switchboard::Redis {

/** Where a Redis server is and how to enter. Value type, any thread. */
struct Url
{
    enum class Scheme : quint8 { Tcp, Tls, Unix };

    Scheme scheme = Scheme::Tcp;
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 6379;
    /** Of the socket; Scheme::Unix only. */
    QString path;
    QByteArray user;
    QByteArray password;
    int database = 0;

    /** Without the password, for people and logs. */
    QString shown() const;
    bool isThisComputer() const;
};

/** What is wrong with an address, as a sentence for the operator. */
struct UrlError
{
    QString sentence;
};

/**
 * Reads redis://, rediss:// (TLS) and unix:// addresses.
 *
 * redis://[user[:password]@]host[:port][/database] and
 * unix://[user[:password]@]/path[?db=database]; user and password may be percent-encoded.
 */
Result<Url, UrlError> parseUrl(QStringView text);

} // namespace Switchboard::Redis
