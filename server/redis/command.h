// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace Switchboard::Redis {

/** @p words as bytes for the wire; words may hold anything. Precondition: at least one. */
QByteArray encodeCommand(const QByteArrayList &words);

} // namespace Switchboard::Redis
