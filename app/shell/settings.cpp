// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/settings.h"

#include <QMetaEnum>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>

namespace Switchboard::App {

namespace {
const QString themeKey = QStringLiteral("ui/theme");
const QString textScaleKey = QStringLiteral("ui/textScale");
const QString densityKey = QStringLiteral("ui/density");
const QString motionKey = QStringLiteral("ui/motion");
const QString railKey = QStringLiteral("ui/rail");
const QString pageKey = QStringLiteral("ui/page");
const QString firstStepsKey = QStringLiteral("ui/firstStepsOver");
const QString sharingKey = QStringLiteral("share/explained");
const QString geometryKey = QStringLiteral("window/geometry");
const QString maximizedKey = QStringLiteral("window/maximized");

QString defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/switchboard/switchboard.ini");
}
} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file.isEmpty() ? defaultFile() : file, QSettings::IniFormat)
{ }

Settings::Theme Settings::theme() const
{
    return choice(themeKey, Theme::System);
}

void Settings::setTheme(Theme theme)
{
    set(themeKey, theme, &Settings::themeChanged);
}

double Settings::textScale() const
{
    bool isNumber = false;
    const double scale = m_file.value(textScaleKey).toDouble(&isNumber);
    return isNumber && std::isfinite(scale) ? std::clamp(scale, 0.8, 2.0) : 1.0;
}

void Settings::setTextScale(double scale)
{
    set(textScaleKey, std::round(std::clamp(scale, 0.8, 2.0) * 10) / 10,
        &Settings::textScaleChanged);
}

Settings::Density Settings::density() const
{
    return choice(densityKey, Density::Default);
}

void Settings::setDensity(Density density)
{
    set(densityKey, density, &Settings::densityChanged);
}

Settings::Motion Settings::motion() const
{
    return choice(motionKey, Motion::System);
}

void Settings::setMotion(Motion motion)
{
    set(motionKey, motion, &Settings::motionChanged);
}

bool Settings::isRail() const
{
    return m_file.value(railKey, false).toBool();
}

void Settings::setRail(bool rail)
{
    set(railKey, rail, &Settings::railChanged);
}

QString Settings::page() const
{
    return m_file.value(pageKey, QStringLiteral("overview")).toString();
}

void Settings::setPage(const QString &page)
{
    set(pageKey, page, &Settings::pageChanged);
}

bool Settings::areFirstStepsOver() const
{
    return m_file.value(firstStepsKey, false).toBool();
}

void Settings::setFirstStepsOver(bool over)
{
    set(firstStepsKey, over, &Settings::firstStepsOverChanged);
}

bool Settings::isSharingExplained() const
{
    return m_file.value(sharingKey, false).toBool();
}

void Settings::setSharingExplained(bool explained)
{
    set(sharingKey, explained, &Settings::sharingExplainedChanged);
}

QRect Settings::windowGeometry() const
{
    return m_file.value(geometryKey).toRect();
}

bool Settings::isWindowMaximized() const
{
    return m_file.value(maximizedKey, false).toBool();
}

void Settings::setWindow(const QRect &geometry, bool maximized)
{
    m_file.setValue(geometryKey, geometry);
    m_file.setValue(maximizedKey, maximized);
}

template <typename Value>
void Settings::set(const QString &key, const Value &value, void (Settings::*changed)())
{
    QVariant stored;
    if constexpr (std::is_enum_v<Value>) {
        stored = QString::fromLatin1(QMetaEnum::fromType<Value>().valueToKey(int(value)));
    } else {
        stored = value;
    }
    if (m_file.value(key) != stored) {
        m_file.setValue(key, stored);
        Q_EMIT(this->*changed)();
    }
}

template <typename Enum> Enum Settings::choice(const QString &key, Enum fallback) const
{
    bool known = false;
    const int value = QMetaEnum::fromType<Enum>().keyToValue(
        m_file.value(key).toString().toLatin1().constData(), &known);
    return known ? Enum(value) : fallback;
}

} // namespace Switchboard::App
