// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/chartitem.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace Switchboard::App {

namespace {
constexpr double lineWidth = 1.75;

double clean(double value)
{
    return std::isfinite(value) ? std::max(value, 0.0) : 0.0;
}
} // namespace

ChartItem::ChartItem(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void ChartItem::paint(QPainter *painter)
{
    if (m_values.size() < 2 || width() <= 0 || height() <= 0) {
        return;
    }
    double top = m_maximum;
    if (top <= 0) {
        for (const double value : m_values) {
            top = std::max(top, clean(value) * 1.1);
        }
    }
    const double ground = height() - lineWidth / 2;
    const double reach = ground - lineWidth / 2;
    const double step = width() / double(m_values.size() - 1);

    QPainterPath line;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const double share = top > 0 ? std::min(clean(m_values[i]) / top, 1.0) : 0.0;
        const QPointF point(double(i) * step, ground - share * reach);
        i == 0 ? line.moveTo(point) : line.lineTo(point);
    }
    QPainterPath area = line;
    area.lineTo(width(), height());
    area.lineTo(0, height());
    area.closeSubpath();

    QColor strong = m_lineColor;
    strong.setAlphaF(float(m_fillOpacity));
    QColor faint = m_lineColor;
    faint.setAlphaF(0);
    QLinearGradient fade(0, 0, 0, height());
    fade.setColorAt(0, strong);
    fade.setColorAt(1, faint);
    painter->fillPath(area, fade);
    painter->strokePath(
        line, QPen(m_lineColor, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void ChartItem::setValues(const QList<double> &values)
{
    if (m_values != values) {
        m_values = values;
        update();
        Q_EMIT valuesChanged();
    }
}

void ChartItem::setMaximum(double maximum)
{
    if (!qFuzzyCompare(m_maximum, maximum)) {
        m_maximum = maximum;
        update();
        Q_EMIT maximumChanged();
    }
}

void ChartItem::setLineColor(const QColor &color)
{
    if (m_lineColor != color) {
        m_lineColor = color;
        update();
        Q_EMIT lineColorChanged();
    }
}

void ChartItem::setFillOpacity(double opacity)
{
    if (!qFuzzyCompare(m_fillOpacity, opacity)) {
        m_fillOpacity = opacity;
        update();
        Q_EMIT fillOpacityChanged();
    }
}

double ChartItem::niceMaximum(double value)
{
    if (!std::isfinite(value) || value <= 1) {
        return 1;
    }
    const double magnitude = std::pow(10, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 7.5}) {
        if (value <= factor * magnitude) {
            return factor * magnitude;
        }
    }
    return 10 * magnitude;
}

} // namespace Switchboard::App
