// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Switchboard::App {

/**
 * What the desktop prefers: dark or light, motion or none.
 *
 * Asks the settings portal over D-Bus and listens to it; where there is none, compares the
 * lightness of the palette's window and text; where that says nothing, dark.
 *
 * GUI thread. Waits for the portal at most a fifth of a second, once, so that the first frame
 * has the right colours.
 */
class ThemeProbe : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_DISABLE_COPY_MOVE(ThemeProbe)
    Q_PROPERTY(bool dark READ isDark NOTIFY darkChanged FINAL)
    /** The desktop asks for less motion; read at start. */
    Q_PROPERTY(bool reduceMotion READ reducesMotion CONSTANT FINAL)

public:
    explicit ThemeProbe(QObject *parent = nullptr);

    bool isDark() const { return m_dark; }

    bool reducesMotion() const { return m_reduceMotion; }

Q_SIGNALS:
    void darkChanged();

private Q_SLOTS:
    void portalChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void setDark(bool dark);

    bool m_dark;
    bool m_reduceMotion = false;
};

} // namespace Switchboard::App
