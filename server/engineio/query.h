// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Switchboard::EngineIo {

/**
 * The parameters of a request that are the engine's own. One that is repeated is joined by commas,
 * as JavaScript prints it, so that it equals nothing we know.
 *
 * Value type, any thread.
 */
struct Query
{
    QByteArray transport;
    QByteArray sid;
    QByteArray version; // EIO

    /** @param text what follows the '?' of the target */
    static Query parse(QByteArrayView text);
};

} // namespace Switchboard::EngineIo
