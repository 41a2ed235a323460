// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/themeprobe.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QPalette>

#include <optional>

namespace Switchboard::App {

namespace {
const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");
const QString gnomeInterface = QStringLiteral("org.gnome.desktop.interface");
const QString enableAnimations = QStringLiteral("enable-animations");
constexpr int patience = 200; // ms

/** 1 prefers dark, 2 prefers light, anything else has no opinion. */
std::optional<bool> darkFrom(const QVariant &scheme)
{
    switch (scheme.toUInt()) {
    case 1:
        return true;
    case 2:
        return false;
    default:
        return std::nullopt;
    }
}

bool paletteIsDark()
{
    const QPalette palette = QGuiApplication::palette();
    const int window = palette.color(QPalette::Window).lightness();
    const int text = palette.color(QPalette::WindowText).lightness();
    return window <= text;
}

QVariant askPortal(const QDBusConnection &bus, const QString &group, const QString &key)
{
    QDBusMessage question
        = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    question << group << key;
    const QDBusMessage answer = bus.call(question, QDBus::Block, patience);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty()) {
        return {};
    }
    // Read wraps the value in two variants.
    QVariant value = answer.arguments().constFirst();
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}
} // namespace

ThemeProbe::ThemeProbe(QObject *parent)
    : QObject(parent)
    , m_dark(paletteIsDark())
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    const QVariant scheme = askPortal(bus, appearance, colorScheme);
    if (!scheme.isValid()) {
        return;
    }
    m_dark = darkFrom(scheme).value_or(m_dark);
    const QVariant animations = askPortal(bus, gnomeInterface, enableAnimations);
    m_reduceMotion = animations.isValid() && !animations.toBool();
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
        SLOT(portalChanged(QString, QString, QDBusVariant)));
}

void ThemeProbe::portalChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme) {
        setDark(darkFrom(value.variant()).value_or(paletteIsDark()));
    }
}

void ThemeProbe::setDark(bool dark)
{
    if (m_dark != dark) {
        m_dark = dark;
        Q_EMIT darkChanged();
    }
}

} // namespace Switchboard::App
