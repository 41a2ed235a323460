// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/filter.h"

#include <optional>

namespace Switchboard::App {

/** The set of bits that @p word means for @p field, nothing when it means none. */
std::optional<quint32> filterBits(FilterField field, const QString &word);

/** The closest of @p candidates within an edit distance of two, or empty. */
QString closestWord(const QString &word, const QStringList &candidates);

/** What a number of @p field may be followed by, as factors of the base unit. */
enum class FilterUnit : quint8 { Plain, Bytes, Time };
std::optional<double> filterNumber(QStringView word, FilterUnit unit);

/** 14:30, 14:30:05.250, 2026-11-23T14:30, -5m as µs since 1970. */
std::optional<qint64> filterTime(const QString &word, qint64 now);

} // namespace Switchboard::App
