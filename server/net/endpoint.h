// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace Switchboard::Net {

/** One end of a TCP connection. */
struct Endpoint
{
    /** Textual; an IPv4 address mapped into IPv6 is written as IPv4. */
    QByteArray address;
    quint16 port = 0;
};

} // namespace Switchboard::Net
