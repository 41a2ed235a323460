// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <optional>

namespace Switchboard::Redis {

/**
 * Redis' patterns: * (any bytes), ? (one byte), [abc] [^a-z] (one of a set), \x (x itself).
 *
 * Total functions without recursion; matching costs at most pattern times text.
 */

/** True when @p text has an unescaped *, ? or [. */
bool isPattern(QByteArrayView text);

/** @p text so that it matches only itself. */
QByteArray escapePattern(QByteArrayView text);

/** What each * of @p pattern stands for in @p text, shortest first; nothing: no match. */
std::optional<QByteArrayList> matchPattern(QByteArrayView pattern, QByteArrayView text);

/** False only when no text can match both patterns; a set counts as any byte. */
bool patternsMeet(QByteArrayView a, QByteArrayView b);

} // namespace Switchboard::Redis
