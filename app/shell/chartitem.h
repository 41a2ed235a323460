// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QQuickPaintedItem>

namespace Switchboard::App {

/**
 * One line over a fading area, for sparklines and charts.
 *
 * Draws the values it is given from the left edge to the right and redraws only when they change;
 * axes and words around it are QML's. Negative and non-finite values count as zero.
 */
class ChartItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_DISABLE_COPY_MOVE(ChartItem)
    Q_PROPERTY(QList<double> values READ values WRITE setValues NOTIFY valuesChanged FINAL)
    /** Value at the upper edge; 0: a tenth above the largest. */
    Q_PROPERTY(double maximum READ maximum WRITE setMaximum NOTIFY maximumChanged FINAL)
    Q_PROPERTY(QColor lineColor READ lineColor WRITE setLineColor NOTIFY lineColorChanged FINAL)
    /** Of the area right under the line; it fades to nothing at the bottom. */
    Q_PROPERTY(
        double fillOpacity READ fillOpacity WRITE setFillOpacity NOTIFY fillOpacityChanged FINAL)

public:
    explicit ChartItem(QQuickItem *parent = nullptr);

    void paint(QPainter *painter) override;

    const QList<double> &values() const { return m_values; }

    void setValues(const QList<double> &values);

    double maximum() const { return m_maximum; }

    void setMaximum(double maximum);

    QColor lineColor() const { return m_lineColor; }

    void setLineColor(const QColor &color);

    double fillOpacity() const { return m_fillOpacity; }

    void setFillOpacity(double opacity);

    /** Upper end of an axis for values up to @p value: the next of 1, 2, 2.5, 5, 7.5, 10 × 10ⁿ. */
    Q_INVOKABLE static double niceMaximum(double value);

Q_SIGNALS:
    void valuesChanged();
    void maximumChanged();
    void lineColorChanged();
    void fillOpacityChanged();

private:
    QList<double> m_values;
    double m_maximum = 0;
    QColor m_lineColor = Qt::gray;
    double m_fillOpacity = 0.18;
};

} // namespace Switchboard::App
