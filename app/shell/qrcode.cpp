// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/qrcode.h"

#include <QPainter>
#include <QQuickWindow>

#include <memory>

#include <qrencode.h>

namespace Switchboard::App {

namespace {
constexpr int quietZone = 4;

QImage encode(const QByteArray &text)
{
    const std::unique_ptr<QRcode, void (*)(QRcode *)> code(
        QRcode_encodeString8bit(text.constData(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code) {
        return {};
    }
    QImage modules(code->width, code->width, QImage::Format_Mono);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            modules.setPixel(x, y, code->data[y * code->width + x] & 1U);
        }
    }
    return modules;
}
} // namespace

QrCode::QrCode(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(false);
    connect(this, &QrCode::colorsChanged, this, [this] { update(); });
}

void QrCode::paint(QPainter *painter)
{
    if (!isValid()) {
        return;
    }
    const double ratio = window() ? window()->effectiveDevicePixelRatio() : 1.0;
    const int across = m_modules.width() + 2 * quietZone;
    const int side = int(std::min(width(), height()) * ratio);
    const int module = side / across;
    if (module < 1) {
        return;
    }
    const int margin = (side - module * m_modules.width()) / 2;
    painter->fillRect(QRectF(0, 0, width(), height()), m_paper);
    painter->scale(1 / ratio, 1 / ratio);
    for (int y = 0; y < m_modules.height(); ++y) {
        for (int x = 0; x < m_modules.width(); ++x) {
            if (m_modules.pixelIndex(x, y) == 1) {
                painter->fillRect(margin + x * module, margin + y * module, module, module, m_ink);
            }
        }
    }
}

void QrCode::setText(const QString &text)
{
    if (m_text == text) {
        return;
    }
    m_text = text;
    m_modules = text.isEmpty() ? QImage() : encode(text.toUtf8());
    update();
    Q_EMIT textChanged();
}

} // namespace Switchboard::App
