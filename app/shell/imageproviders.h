// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QQuickImageProvider>

namespace Switchboard::App {

/**
 * image://icon/<name>?c=%23RRGGBB&w=1.75: an embedded Lucide icon in one colour and stroke width.
 *
 * Drawn at the size QML asks for, which already is in device pixels. QML's own pixmap cache keeps
 * what is on screen. An unknown name gives a null image and one warning.
 *
 * Thread: any; has no state.
 */
class IconProvider : public QQuickImageProvider
{
public:
    IconProvider();
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

/**
 * image://shadow/<alpha>: the shadow of a rounded rectangle, to be stretched from its middle.
 *
 * Reaches 28 pixels around the shape; see FloatingGround.qml.
 */
class ShadowProvider : public QQuickImageProvider
{
public:
    ShadowProvider();
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace Switchboard::App
