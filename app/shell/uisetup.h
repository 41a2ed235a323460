// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>

class QQmlEngine;
class QQuickWindow;

namespace Switchboard::App {

class Settings;

/** What must be settled before the application object exists: scaling, the style of Qt's own
 * controls. */
void prepareUi();

/** Fonts and plurals. After the application object, before the first window. */
void prepareApplication();

/** Image providers, import path, and no way out of the program. See lockdown.h. */
void prepareEngine(QQmlEngine &engine);

/** The mark on its ground, for the window and the desktop. */
QIcon programIcon();

/** Shows @p window where it was last time, as far as that is on a screen. */
void showWindow(QQuickWindow &window, const Settings &settings);

/** Remembers where @p window is. */
void saveWindow(const QQuickWindow &window, Settings &settings);

} // namespace Switchboard::App
