// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/endpoint.h"

#include <QByteArrayView>

#include <optional>
#include <span>

#include <sys/uio.h>

/** The few calls on sockets that differ between systems, none of which blocks. Any thread. */
namespace Switchboard::Net::SystemSocket {

/** Next connection of @p listening, not blocking and not inherited; -1 with errno. */
int accept(int listening, Endpoint *peer);

/** No delay for small writes; gives a dead peer up after 45 s (L28). */
void prepare(int descriptor);

/** As sendmsg(), without ever raising SIGPIPE. */
ssize_t send(int descriptor, std::span<const iovec> buffers);

/** Says @p answer, as far as that goes without waiting, and closes. */
void refuse(int descriptor, QByteArrayView answer);

/** Closing sends a reset instead of an ordinary end. */
void resetOnClose(int descriptor);

Endpoint peer(int descriptor);
Endpoint local(int descriptor);

/** How many descriptors the process may have open, or nothing when that is not known. */
std::optional<qsizetype> descriptorLimit();

} // namespace Switchboard::Net::SystemSocket
