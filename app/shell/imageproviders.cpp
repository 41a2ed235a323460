// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/imageproviders.h"

#include <QColor>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>

namespace Switchboard::App {

IconProvider::IconProvider()
    : QQuickImageProvider(Image)
{ }

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const QUrl url(id);
    const QUrlQuery query(url);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(url.path()));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QColor color(query.queryItemValue(QStringLiteral("c"), QUrl::FullyDecoded));
    const double width = query.queryItemValue(QStringLiteral("w")).toDouble();
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    svg.replace(
        "stroke-width=\"2\"", QByteArray("stroke-width=\"" + QByteArray::number(width) + '"'));

    const QSize wanted = requestedSize.isValid() ? requestedSize : QSize(24, 24);
    QImage image(wanted, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer(svg).render(&painter, QRectF(QPointF(), QSizeF(wanted)));
    if (size) {
        *size = wanted;
    }
    return image;
}

ShadowProvider::ShadowProvider()
    : QQuickImageProvider(Image)
{ }

QImage ShadowProvider::requestImage(const QString &id, QSize *size, const QSize &)
{
    constexpr int reach = 28;
    constexpr int corner = 2 * reach;
    constexpr double radius = 12;
    constexpr double softness = 11; // of the blur, in pixels
    const int edge = 2 * corner + 1;
    const double strength = std::clamp(id.toInt(), 0, 255);

    QImage image(edge, edge, QImage::Format_ARGB32_Premultiplied);
    const double half = edge / 2.0;
    const double inner = half - reach - radius;
    for (int y = 0; y < edge; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < edge; ++x) {
            // Distance to the rounded rectangle, negative inside; a blurred edge is its erfc.
            const double dx = std::max(std::abs(x + 0.5 - half) - inner, 0.0);
            const double dy = std::max(std::abs(y + 0.5 - half) - inner, 0.0);
            const double distance = std::hypot(dx, dy) - radius;
            const double alpha = strength * 0.5 * std::erfc(distance / softness);
            line[x] = qRgba(0, 0, 0, int(std::lround(alpha)));
        }
    }
    if (size) {
        *size = image.size();
    }
    return image;
}

} // namespace Switchboard::App
