// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QImage>
#include <QQuickPaintedItem>

namespace Switchboard::App {

/**
 * A QR code: error correction M, quiet zone of four modules, whole device pixels per module.
 *
 * Draws nothing for an empty text or one that is too long (see valid).
 */
class QrCode : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_DISABLE_COPY_MOVE(QrCode)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(bool valid READ isValid NOTIFY textChanged FINAL)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY colorsChanged FINAL)
    Q_PROPERTY(QColor paper MEMBER m_paper NOTIFY colorsChanged FINAL)

public:
    explicit QrCode(QQuickItem *parent = nullptr);

    void paint(QPainter *painter) override;

    QString text() const { return m_text; }

    void setText(const QString &text);

    bool isValid() const { return !m_modules.isNull(); }

Q_SIGNALS:
    void textChanged();
    void colorsChanged();

private:
    QString m_text;
    QImage m_modules; // one pixel each, index 1 is ink
    QColor m_ink = Qt::black;
    QColor m_paper = Qt::white;
};

} // namespace Switchboard::App
