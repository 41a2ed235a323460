// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "format/format.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace Switchboard::App {

namespace {

constexpr qint64 millisecond = 1'000;
constexpr qint64 second = 1'000 * millisecond;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QString decimal(double number, int digits)
{
    return QLocale().toString(number, 'f', digits);
}

QString withUnit(const QString &number, const char *unit)
{
    return number + QChar(0x20) + QString::fromUtf8(unit);
}

} // namespace

Format::Format(QObject *parent)
    : QObject(parent)
{ }

QString Format::none()
{
    return QStringLiteral("–");
}

QString Format::count(qint64 number)
{
    return QLocale().toString(number);
}

QString Format::badge(qint64 number)
{
    if (qAbs(number) < 10'000) {
        return count(number);
    }
    static constexpr std::array units{'k', 'M', 'G', 'T'};
    double value = double(number) / 1000;
    size_t unit = 0;
    // 999.5 would be written as 1000.
    while (std::fabs(value) >= 999.5 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    const double size = std::fabs(value);
    const int digits = size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
    return decimal(value, digits) + QLatin1Char(units[unit]);
}

QString Format::rate(double perSecond)
{
    const bool small = perSecond > 0 && perSecond < 9.95;
    return (small ? decimal(perSecond, 1) : count(std::llround(perSecond))) + QStringLiteral("/s");
}

QString Format::bytes(qint64 number)
{
    if (number < 1000) {
        return withUnit(count(number), "B");
    }
    static constexpr std::array units{"kB", "MB", "GB", "TB"};
    double value = double(number) / 1000;
    size_t unit = 0;
    while (value >= 999.95 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    return withUnit(decimal(value, 1), units[unit]);
}

QString Format::span(qint64 microseconds)
{
    if (microseconds < 0) {
        return none();
    }
    if (microseconds < millisecond) {
        return withUnit(count(microseconds), "µs");
    }
    // Rounding must not write 1000.0 ms or 60.0 s.
    if (microseconds < second - 50) {
        return withUnit(decimal(double(microseconds) / double(millisecond), 1), "ms");
    }
    if (microseconds < minute - 50 * millisecond) {
        return withUnit(decimal(double(microseconds) / double(second), 1), "s");
    }
    const qint64 minutes = (microseconds + 50 * millisecond) / minute;
    if (minutes < 60) {
        return withUnit(count(minutes), "min");
    }
    if (minutes < 48 * 60) {
        return QStringLiteral("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    }
    return QStringLiteral("%1 d %2 h").arg(count(minutes / (24 * 60))).arg(minutes / 60 % 24);
}

QString Format::clock(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time / millisecond)
        .toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString Format::dateTime(qint64 time)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(time / millisecond);
    const QString micros = QString::number(time % second).rightJustified(6, QLatin1Char('0'));
    return at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.")) + micros + QLatin1Char(' ')
        + at.timeZoneAbbreviation();
}

QString Format::ago(qint64 time, qint64 now)
{
    const qint64 passed = now - time;
    if (passed < second) {
        return QStringLiteral("now");
    }
    if (passed < minute) {
        return withUnit(count(passed / second), "s");
    }
    if (passed < hour) {
        return withUnit(count(passed / minute), "min");
    }
    if (passed < day) {
        return withUnit(count(passed / hour), "h");
    }
    return QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(time / millisecond).date(), QLocale::ShortFormat);
}

QString Format::percent(double fraction)
{
    return withUnit(count(std::llround(fraction * 100)), "%");
}

QString Format::shortId(const QString &id)
{
    constexpr qsizetype head = 4;
    constexpr qsizetype tail = 2;
    if (id.size() <= head + tail + 1) {
        return id;
    }
    return id.first(head) + QStringLiteral("…") + id.last(tail);
}

} // namespace Switchboard::App
