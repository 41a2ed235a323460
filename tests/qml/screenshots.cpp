// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

/*
 * Draws each page in each theme and size over a live server with traffic, and writes them as PNG
 * into the folder that SWITCHBOARD_SCREENSHOTS names. Skipped without it: looking is for people.
 */
#include "qml/uifixture.h"

#include "act/presets.h"
#include "engine/servercontrol.h"
#include "shell/notifier.h"
#include "shell/settings.h"
#include "traffic/trafficstats.h"

#include <QDir>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

using namespace Switchboard::App;

class Screenshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void draw_data();
    void draw();
    void drawFloating();

private:
    void work(int rounds);

    std::unique_ptr<UiFixture> m_ui;
    std::vector<std::unique_ptr<DemoClient>> m_clients;
    QDir m_folder;
};

void Screenshots::initTestCase()
{
    const QString folder = qEnvironmentVariable("SWITCHBOARD_SCREENSHOTS");
    if (folder.isEmpty()) {
        QSKIP("SWITCHBOARD_SCREENSHOTS names no folder");
    }
    m_folder = QDir(folder);
    QVERIFY(m_folder.mkpath(QStringLiteral(".")));
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->start());
    QVERIFY(m_ui->load());
    m_ui->dashboard().settings()->setTheme(Settings::Theme::Dark);
    m_ui->window()->grabWindow().save(m_folder.filePath(QStringLiteral("first-dark.png")));
    m_ui->dashboard().settings()->setTheme(Settings::Theme::Light);
    m_ui->window()->grabWindow().save(m_folder.filePath(QStringLiteral("first-light.png")));

    m_ui->dashboard().settings()->setFirstStepsOver(true);
    m_ui->dashboard().presets()->addSamples();
    const QString url = m_ui->dashboard().server()->url();
    for (const auto *name : {"ada", "grace", "linus", "kim", "barbara", "edsger"}) {
        m_clients.push_back(std::make_unique<DemoClient>(url,
            m_clients.size() % 3 == 2 ? QStringLiteral("/") : QStringLiteral("/chat"),
            QString::fromLatin1(name)));
    }
    QTRY_VERIFY(std::all_of(
        m_clients.begin(), m_clients.end(), [](const auto &client) { return client->isJoined(); }));
    work(6);
}

/** A second of chat per round. */
void Screenshots::work(int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        QSignalSpy second(m_ui->dashboard().stats(), &TrafficStats::secondPassed);
        for (std::size_t i = 0; i < m_clients.size(); ++i) {
            const QString name = QStringLiteral("user%1").arg(i);
            m_clients[i]->emitEvent(
                QStringLiteral(R"(%1["join","board-%1","%2"])").arg(i).arg(name));
            for (int n = 0; n < 4 + round; ++n) {
                m_clients[i]->emitEvent(QStringLiteral(
                    R"(%1["message",{"room":"board-%2","name":"%3","text":"Ship it when the tests are green","ts":1790002327114,"edited":false}])")
                                            .arg(n + 10)
                                            .arg(i)
                                            .arg(name));
                m_clients[i]->emitEvent(
                    QStringLiteral(R"(["typing",{"room":"board-%1","name":"%2","on":true}])")
                        .arg(i)
                        .arg(name));
            }
        }
        QTRY_VERIFY(second.count() > 0);
    }
}

void Screenshots::draw_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<Settings::Theme>("theme");
    QTest::addColumn<QSize>("size");
    for (const auto *page : {"overview", "traffic", "clients", "emit"}) {
        for (const QSize size : {QSize(1440, 900), QSize(900, 600)}) {
            for (const auto theme : {Settings::Theme::Dark, Settings::Theme::Light}) {
                QTest::addRow("%s-%dx%d-%s", page, size.width(), size.height(),
                    theme == Settings::Theme::Dark ? "dark" : "light")
                    << QString::fromLatin1(page) << theme << size;
            }
        }
    }
}

void Screenshots::draw()
{
    QFETCH(QString, page);
    QFETCH(Settings::Theme, theme);
    QFETCH(QSize, size);
    m_ui->window()->resize(size);
    m_ui->dashboard().settings()->setTheme(theme);
    Q_EMIT m_ui->dashboard().pageRequested(page, {});
    work(1);
    const QString file
        = m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png"));
    QVERIFY(m_ui->window()->grabWindow().save(file));
}

/** What lies above a page: palette, dialog, popover, panels. */
void Screenshots::drawFloating()
{
    QQuickWindow *window = m_ui->window();
    const auto save = [&](const char *name) {
        QVERIFY(window->grabWindow().save(
            m_folder.filePath(QString::fromLatin1(name) + QStringLiteral(".png"))));
        QTest::keyClick(window, Qt::Key_Escape);
    };
    m_ui->dashboard().settings()->setMotion(Settings::Motion::Reduced);
    window->resize(1440, 900);
    for (const auto theme : {Settings::Theme::Dark, Settings::Theme::Light}) {
        const bool isDark = theme == Settings::Theme::Dark;
        m_ui->dashboard().settings()->setTheme(theme);
        QTest::keyClick(window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(window, 'm');
        save(isDark ? "palette-dark" : "palette-light");
        m_ui->click(m_ui->named(QStringLiteral("Stop server")));
        save(isDark ? "dialog-dark" : "dialog-light");
        QTest::keyClick(window, Qt::Key_F1);
        save(isDark ? "keys-dark" : "keys-light");
        m_ui->dashboard().notifier()->success(QStringLiteral("Address copied"));
        m_ui->dashboard().notifier()->error(
            QStringLiteral("A packet from ada could not be read at byte 17."));
        m_ui->click(m_ui->named(QStringLiteral("Server running, %1, show details")
                                    .arg(m_ui->dashboard().server()->address())));
        save(isDark ? "popover-dark" : "popover-light");
    }
}

UI_TEST_MAIN(Screenshots)
#include "screenshots.moc"
