// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/uisetup.h"

#include "shell/englishplurals.h"
#include "shell/imageproviders.h"
#include "shell/lockdown.h"
#include "shell/settings.h"

#include <QDirIterator>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLinearGradient>
#include <QPainter>
#include <QQmlEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QScreen>

namespace Switchboard::App {

namespace {
constexpr QSize usualSize(1440, 900);
constexpr QSize smallestSize(900, 600);
constexpr double shareOfScreen = 0.92;

// The factory and the interceptor have no state; one of each serves every engine.
NoNetwork noNetwork;
EmbeddedOnly embeddedOnly;
} // namespace

void prepareUi()
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(
        Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    // A desktop's wish for another style must not change what Qt itself draws for us.
    qunsetenv("QT_QUICK_CONTROLS_STYLE");
    QQuickStyle::setStyle(QStringLiteral("Basic"));
}

void prepareApplication()
{
    QCoreApplication::installTranslator(new EnglishPlurals(qGuiApp));
    QDirIterator fonts(QStringLiteral(":/fonts"));
    while (fonts.hasNext()) {
        QFontDatabase::addApplicationFont(fonts.next());
    }
    const bool isFine = qGuiApp->devicePixelRatio() > 1;
    QQuickWindow::setTextRenderType(
        isFine ? QQuickWindow::QtTextRendering : QQuickWindow::NativeTextRendering);
    QFont font(QStringLiteral("Switchboard Sans"));
    font.setPixelSize(13);
    font.setHintingPreference(isFine ? QFont::PreferNoHinting : QFont::PreferVerticalHinting);
    QGuiApplication::setFont(font);
}

void prepareEngine(QQmlEngine &engine)
{
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.addImageProvider(QStringLiteral("icon"), new IconProvider); // the engine's
    engine.addImageProvider(QStringLiteral("shadow"), new ShadowProvider); // the engine's
    engine.setNetworkAccessManagerFactory(&noNetwork);
    engine.addUrlInterceptor(&embeddedOnly);
}

QIcon programIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        QLinearGradient ground(0, 0, 0, size);
        ground.setColorAt(0, QColor(76, 123, 255));
        ground.setColorAt(1, QColor(36, 80, 216));
        painter.setBrush(ground);
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(pixmap.rect(), size * 2 / 7.0, size * 2 / 7.0);
        const int inner = size * 18 / 28;
        const QImage mark = IconProvider().requestImage(
            QStringLiteral("cable?c=%23ffffff&w=2"), nullptr, QSize(inner, inner));
        painter.drawImage((size - inner) / 2, (size - inner) / 2, mark);
        icon.addPixmap(pixmap);
    }
    return icon;
}

void showWindow(QQuickWindow &window, const Settings &settings)
{
    QRect place = settings.windowGeometry();
    const QScreen *screen = place.isValid() ? QGuiApplication::screenAt(place.center()) : nullptr;
    if (!screen) {
        place = {};
        screen = QGuiApplication::primaryScreen();
    }
    const QRect free = screen->availableGeometry();
    const QSize most = (QSizeF(free.size()) * shareOfScreen).toSize().expandedTo(smallestSize);
    if (place.isValid()) {
        place.setSize(
            place.size().expandedTo(smallestSize).boundedTo(free.size().expandedTo(smallestSize)));
        place.moveRight(std::min(place.right(), free.right()));
        place.moveBottom(std::min(place.bottom(), free.bottom()));
        place.moveLeft(std::max(place.left(), free.left()));
        place.moveTop(std::max(place.top(), free.top()));
    } else {
        place = QRect(QPoint(), usualSize.boundedTo(most));
        place.moveCenter(free.center());
    }
    window.setGeometry(place);
    settings.isWindowMaximized() ? window.showMaximized() : window.show();
}

void saveWindow(const QQuickWindow &window, Settings &settings)
{
    const bool isMaximized = window.windowStates().testFlag(Qt::WindowMaximized);
    settings.setWindow(isMaximized ? settings.windowGeometry() : window.geometry(), isMaximized);
}

} // namespace Switchboard::App
