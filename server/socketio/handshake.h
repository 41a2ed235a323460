// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engineio/handshake.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>

namespace Switchboard::SocketIo {

/** What the client said when it connected; a copy that may be kept. */
struct Handshake
{
    EngineIo::HeaderBlock headers;
    QByteArray address;
    QByteArray url;
    QByteArray auth; // JSON object, or empty
    std::chrono::microseconds issued{0}; // since 1970 UTC
    bool secure = false;
    bool crossOrigin = false;

    /** issued as JavaScript's Date prints it. */
    QByteArray time() const;
    /** Decoded value of a query parameter, or empty. */
    QByteArray query(QByteArrayView name) const;
};

} // namespace Switchboard::SocketIo
