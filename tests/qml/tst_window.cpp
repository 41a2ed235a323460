// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "qml/uifixture.h"

#include "act/presets.h"
#include "engine/servercontrol.h"
#include "shell/notifier.h"
#include "shell/palettemodel.h"
#include "shell/settings.h"

#include <QAccessible>
#include <QClipboard>
#include <QQuickItem>
#include <QQuickWindow>

using namespace Switchboard::App;

/** The whole window: every page in every theme and size, by mouse, by keyboard, for screen readers.
 */
class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pagesLoadWithoutWarnings_data();
    void pagesLoadWithoutWarnings();
    void everythingFocusableHasAName_data();
    void everythingFocusableHasAName();
    void numberKeysChangePages();
    void historyGoesBackAndForward();
    void paletteOpensAndRuns();
    void paletteClosesWithEscape();
    void f6VisitsEachRegion();
    void railFollowsWidthAndChoice();
    void themeAndTextSizeAreKept();
    void stopAsksOnlyWithClients();
    void closingAsksWithClients();
    void sharingIsExplainedOnce();
    void firstClientTurnsTheOverviewLive();
    void toastsAreThreeAndCanBeUndone();
    void helpSheetFindsAKey();
    void addressIsCopied();
    void nothingChangesNoFrame();
    void startsInEachTheme();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_ui->window(), key, modifiers);
    }

    QString page() { return m_ui->dashboard().settings()->page(); }

    void connectClient();

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<DemoClient> m_client;
};

void TestWindow::init()
{
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral(".*\\.qml.*|.*QML.*|.*inding loop.*|.*icon.*")));
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->start());
    QVERIFY(m_ui->load());
    m_ui->dashboard().settings()->setMotion(Settings::Motion::Reduced);
}

void TestWindow::cleanup()
{
    m_client.reset();
    m_ui.reset();
}

void TestWindow::connectClient()
{
    m_client = std::make_unique<DemoClient>(
        m_ui->dashboard().server()->url(), QStringLiteral("/chat"), QStringLiteral("ada"));
    QTRY_VERIFY(m_client->isJoined());
    QTRY_COMPARE(m_ui->dashboard().server()->clients(), 1);
}

void TestWindow::pagesLoadWithoutWarnings_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<Settings::Theme>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    const std::pair<const char *, Settings::Theme> themes[] = {{"dark", Settings::Theme::Dark},
        {"light", Settings::Theme::Light}, {"hcdark", Settings::Theme::HighContrastDark},
        {"hclight", Settings::Theme::HighContrastLight}};
    for (const auto *page : {"overview", "traffic", "clients", "emit"}) {
        for (const auto &[name, theme] : themes) {
            QTest::addRow("%s, %s, large", page, name)
                << QString::fromLatin1(page) << theme << QSize(1440, 900) << 1.0;
            QTest::addRow("%s, %s, small", page, name)
                << QString::fromLatin1(page) << theme << QSize(900, 600) << 1.0;
        }
        QTest::addRow("%s, text 200 %%", page)
            << QString::fromLatin1(page) << Settings::Theme::Dark << QSize(1440, 900) << 2.0;
    }
}

void TestWindow::pagesLoadWithoutWarnings()
{
    QFETCH(QString, page);
    QFETCH(Settings::Theme, theme);
    QFETCH(QSize, size);
    QFETCH(double, scale);
    connectClient();
    m_ui->dashboard().presets()->addSamples();
    m_ui->window()->resize(size);
    m_ui->dashboard().settings()->setTheme(theme);
    m_ui->dashboard().settings()->setTextScale(scale);
    Q_EMIT m_ui->dashboard().pageRequested(page, {});
    QTRY_COMPARE(this->page(), page);
    const QImage image = m_ui->window()->grabWindow();
    QCOMPARE(image.size(), size);
    // A page that draws has more than its ground.
    const QImage content
        = image.copy(size.width() / 4, 60, size.width() * 3 / 4, size.height() - 100);
    QSet<QRgb> colors;
    for (int y = 0; y < content.height(); y += 3) {
        for (int x = 0; x < content.width(); x += 3) {
            colors.insert(content.pixel(x, y));
        }
    }
    QVERIFY(colors.size() > 10);
}

void TestWindow::everythingFocusableHasAName_data()
{
    QTest::addColumn<QString>("page");
    for (const auto *page : {"overview", "traffic", "clients", "emit"}) {
        QTest::newRow(page) << QString::fromLatin1(page);
    }
}

void TestWindow::everythingFocusableHasAName()
{
    QFETCH(QString, page);
    connectClient();
    Q_EMIT m_ui->dashboard().pageRequested(page, {});
    m_ui->window()->grabWindow();

    QList<QAccessibleInterface *> waiting{QAccessible::queryAccessibleInterface(m_ui->window())};
    int seen = 0;
    while (!waiting.isEmpty()) {
        QAccessibleInterface *node = waiting.takeLast();
        for (int i = 0; i < node->childCount(); ++i) {
            waiting.append(node->child(i));
        }
        if (!node->state().focusable || node->state().invisible) {
            continue;
        }
        ++seen;
        const QObject *object = node->object();
        QVERIFY2(!node->text(QAccessible::Name).isEmpty(),
            qPrintable(QStringLiteral("%1 in %2 has no name")
                           .arg(QString::fromLatin1(object->metaObject()->className()),
                               object->parent() ? QString::fromLatin1(
                                   object->parent()->metaObject()->className())
                                                : QString())));
    }
    QVERIFY(seen > 10);
    const auto *navigation
        = QAccessible::queryAccessibleInterface(m_ui->named(QStringLiteral("Overview")));
    QVERIFY(navigation);
    QCOMPARE(navigation->role(), QAccessible::PageTab);
}

void TestWindow::numberKeysChangePages()
{
    const QStringList pages{QStringLiteral("overview"), QStringLiteral("traffic"),
        QStringLiteral("clients"), QStringLiteral("emit")};
    for (int i = 3; i >= 0; --i) {
        press(Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(page(), pages[i]);
    }
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(page(), QStringLiteral("emit"));
}

void TestWindow::historyGoesBackAndForward()
{
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_3, Qt::ControlModifier);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(page(), QStringLiteral("traffic"));
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(page(), QStringLiteral("overview"));
    press(Qt::Key_Left, Qt::AltModifier); // nothing is before the first
    QCOMPARE(page(), QStringLiteral("overview"));
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(page(), QStringLiteral("traffic"));
}

void TestWindow::paletteOpensAndRuns()
{
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(m_ui->dashboard().palette()->count() > 0);
    for (const char letter : {'c', 'l', 'i', 'e', 'n', 't', 's'}) {
        QTest::keyClick(m_ui->window(), letter);
    }
    QCOMPARE(m_ui->dashboard().palette()->query(), QStringLiteral("clients"));
    press(Qt::Key_Return);
    QTRY_COMPARE(page(), QStringLiteral("clients"));
}

void TestWindow::paletteClosesWithEscape()
{
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(m_ui->named(QStringLiteral("Results")));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!m_ui->named(QStringLiteral("Results")));
}

void TestWindow::f6VisitsEachRegion()
{
    QSet<QQuickItem *> visited;
    for (int i = 0; i < 4; ++i) {
        press(Qt::Key_F6);
        QVERIFY(m_ui->window()->activeFocusItem());
        visited.insert(m_ui->window()->activeFocusItem());
    }
    QCOMPARE(visited.size(), 4);
    QQuickItem *last = m_ui->window()->activeFocusItem();
    press(Qt::Key_F6, Qt::ShiftModifier);
    press(Qt::Key_F6);
    QCOMPARE(m_ui->window()->activeFocusItem(), last);
}

void TestWindow::railFollowsWidthAndChoice()
{
    const auto sidebarWidth = [this] { return m_ui->named(QStringLiteral("Sidebar"))->width(); };
    QTRY_COMPARE(sidebarWidth(), 228.0);
    press(Qt::Key_B, Qt::ControlModifier);
    QTRY_COMPARE(sidebarWidth(), 60.0);
    press(Qt::Key_B, Qt::ControlModifier);
    m_ui->window()->resize(1000, 700);
    QTRY_COMPARE(sidebarWidth(), 60.0);
    QVERIFY(!m_ui->dashboard().settings()->isRail()); // forced, not chosen
}

void TestWindow::themeAndTextSizeAreKept()
{
    m_ui->dashboard().settings()->setTheme(Settings::Theme::Dark);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_ui->dashboard().settings()->theme(), Settings::Theme::Light);
    QTRY_VERIFY(m_ui->window()->color().lightnessF() > 0.9F);
    press(Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(m_ui->dashboard().settings()->textScale(), 1.1);
    press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_ui->dashboard().settings()->textScale(), 1.0);
}

void TestWindow::stopAsksOnlyWithClients()
{
    connectClient();
    m_ui->click(m_ui->named(QStringLiteral("Stop server")));
    QTRY_VERIFY(m_ui->named(QStringLiteral("Stop the server?")));
    // A destructive question starts on Cancel.
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_ui->named(QStringLiteral("Stop the server?")));
    QVERIFY(m_ui->dashboard().server()->isRunning());

    m_client.reset();
    QTRY_COMPARE(m_ui->dashboard().server()->clients(), 0);
    m_ui->click(m_ui->named(QStringLiteral("Stop server")));
    QTRY_COMPARE(m_ui->dashboard().server()->state(), ServerState::Stopped);
    QTRY_VERIFY(m_ui->named(QStringLiteral("Start server")));
}

void TestWindow::closingAsksWithClients()
{
    connectClient();
    m_ui->window()->close();
    QVERIFY(m_ui->window()->isVisible());
    QTRY_VERIFY(m_ui->named(QStringLiteral("Quit Switchboard?")));
    m_ui->click(m_ui->named(QStringLiteral("Quit")));
    QTRY_VERIFY(!m_ui->window()->isVisible());
}

void TestWindow::sharingIsExplainedOnce()
{
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_ui->named(QStringLiteral("Let other devices reach this server?")));
    QVERIFY(!m_ui->dashboard().server()->isSharing());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!m_ui->named(QStringLiteral("Let other devices reach this server?")));
    QVERIFY(!m_ui->dashboard().settings()->isSharingExplained());
}

void TestWindow::firstClientTurnsTheOverviewLive()
{
    QVERIFY(m_ui->named(QStringLiteral("Connect your own code")));
    connectClient();
    QTRY_VERIFY(m_ui->named(QStringLiteral("Event rate")));
    QVERIFY(!m_ui->named(QStringLiteral("Connect your own code")));
}

void TestWindow::toastsAreThreeAndCanBeUndone()
{
    Notifier &notifier = *m_ui->dashboard().notifier();
    for (int i = 1; i <= 5; ++i) {
        notifier.error(QStringLiteral("Problem %1").arg(i));
    }
    QTRY_VERIFY(m_ui->named(QStringLiteral("Error: Problem 5")));
    QVERIFY(m_ui->named(QStringLiteral("Error: Problem 3")));
    QVERIFY(!m_ui->named(QStringLiteral("Error: Problem 2")));
    QVERIFY(m_ui->named(QStringLiteral("Notifications, 5 unread")));
    m_ui->click(m_ui->named(QStringLiteral("Notifications, 5 unread")));
    QTRY_COMPARE(notifier.unread(), 0);
}

void TestWindow::helpSheetFindsAKey()
{
    press(Qt::Key_F1);
    QTRY_VERIFY(m_ui->named(QStringLiteral("Ctrl+K: Search or run a command")));
    for (const char letter : {'u', 'n', 'd', 'o'}) {
        QTest::keyClick(m_ui->window(), letter);
    }
    QTRY_VERIFY(!m_ui->named(QStringLiteral("Ctrl+K: Search or run a command")));
    QVERIFY(m_ui->named(QStringLiteral("Ctrl+Z: Undo")));
}

void TestWindow::addressIsCopied()
{
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_ui->dashboard().server()->url());
}

void TestWindow::nothingChangesNoFrame()
{
    for (const auto *page : {"overview", "traffic", "clients", "emit"}) {
        // Without anybody connected; the marker blink of a text field is a change of its own.
        Q_EMIT m_ui->dashboard().pageRequested(QString::fromLatin1(page), {});
        m_ui->window()->contentItem()->forceActiveFocus();
        m_ui->dashboard().notifier()->clearHistory();
        m_ui->window()->grabWindow();
        QSignalSpy frames(m_ui->window(), &QQuickWindow::frameSwapped);
        QSignalSpy reports(&m_ui->dashboard().host(), &EngineHost::snapshotTaken);
        // What belongs to the change of page may still be drawn while the first reports come.
        QTRY_VERIFY(reports.count() >= 2);
        frames.clear();
        reports.clear();
        QTRY_VERIFY(reports.count() >= 4);
        QVERIFY2(frames.count() <= 1,
            qPrintable(QStringLiteral("%1 frames on %2")
                           .arg(frames.count())
                           .arg(QString::fromLatin1(page))));
    }
}

/** Another theme than the default while pages are made, then every width that changes a layout. */
void TestWindow::startsInEachTheme()
{
    for (const auto theme :
        {Settings::Theme::Light, Settings::Theme::Dark, Settings::Theme::HighContrastLight}) {
        m_ui = std::make_unique<UiFixture>();
        m_ui->dashboard().settings()->setTheme(theme);
        m_ui->dashboard().server()->start();
        QVERIFY(m_ui->load({900, 736}));
        for (const QSize size :
            {QSize(1300, 800), QSize(1000, 650), QSize(900, 600), QSize(1920, 1080)}) {
            m_ui->window()->resize(size);
            QVERIFY(!m_ui->window()->grabWindow().isNull());
        }
        QTRY_VERIFY(m_ui->dashboard().server()->isRunning());
    }
}

UI_TEST_MAIN(TestWindow)
#include "tst_window.moc"
