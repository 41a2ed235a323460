// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "../rawclient.h"
#include "act/clientsview.h"
#include "act/composer.h"
#include "engine/servercontrol.h"
#include "qml/uifixture.h"
#include "traffic/trafficview.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

using namespace Switchboard::App;

class tst_ClientsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void loadsAtEverySize_data();
    void loadsAtEverySize();
    void saysThatNobodyIsConnected();
    void showsClientWithItsDetail();
    void disconnectsOneAtOnce();
    void asksBeforeDisconnectingMany();
    void leadsToEmitAndTraffic();
    void searches();
    void survivesHostileNames();

private:
    static bool open(UiFixture &ui, QSize size = QSize(1440, 900))
    {
        return ui.load(size) && ui.start()
            && (QTest::keyClick(ui.window(), Qt::Key_3, Qt::ControlModifier),
                QTest::qWaitFor([&] { return ui.dashboard().clients()->isActive(); }));
    }

    static bool join(UiFixture &ui, RawClient &client, const QString &name)
    {
        const int before = ui.dashboard().clients()->total();
        client.open(quint16(ui.dashboard().server()->port()), u"40{\"name\":\"" + name + u"\"}");
        return QTest::qWaitFor(
            [&] { return client.hasJoined() && ui.dashboard().clients()->total() > before; });
    }

    /** Clicks row @p row of the list. */
    static void clickRow(UiFixture &ui, int row, Qt::KeyboardModifiers modifiers = {})
    {
        ui.window()->grabWindow(); // lays everything out
        const ClientsView &view = *ui.dashboard().clients();
        const QString spoken = view.index(row).data(int(ClientsView::Role::Spoken)).toString();
        QQuickItem *item = ui.named(spoken);
        if (!item) {
            QFAIL("no such row");
        }
        const QPoint place = item->mapToScene(QPointF(60, item->height() / 2)).toPoint();
        QTest::mouseClick(ui.window(), Qt::LeftButton, modifiers, place);
    }
};

void tst_ClientsPage::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void tst_ClientsPage::loadsAtEverySize_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("smallest") << QSize(900, 600);
}

void tst_ClientsPage::loadsAtEverySize()
{
    QFETCH(QSize, size);
    UiFixture ui;
    QVERIFY(open(ui, size));
    RawClient client;
    QVERIFY(join(ui, client, QStringLiteral("ada")));
    QTRY_VERIFY(ui.dashboard().clients()->visibleRows() > 0);
    clickRow(ui, 0);
    QTRY_VERIFY(ui.named(QStringLiteral("About the client")));
    QTest::keyClick(ui.window(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(!ui.dashboard().clients()->isActive());
}

void tst_ClientsPage::saysThatNobodyIsConnected()
{
    UiFixture ui;
    QVERIFY(open(ui));
    QTRY_VERIFY(ui.named(QStringLiteral("Share on this network")));
    QVERIFY(ui.named(QStringLiteral("Open demo")));
}

void tst_ClientsPage::showsClientWithItsDetail()
{
    UiFixture ui;
    QVERIFY(open(ui));
    RawClient client;
    QVERIFY(join(ui, client, QStringLiteral("ada")));
    clickRow(ui, 0);
    QTRY_COMPARE(ui.dashboard().clients()->detail()->name(), QStringLiteral("ada"));
    QTRY_VERIFY(ui.named(QStringLiteral("Take the client out of namespace /")));
    QTest::keyClick(ui.window(), Qt::Key_Escape);
    QTRY_COMPARE(ui.dashboard().clients()->current(), 0U);
}

void tst_ClientsPage::disconnectsOneAtOnce()
{
    UiFixture ui;
    QVERIFY(open(ui));
    RawClient client;
    QVERIFY(join(ui, client, QStringLiteral("ada")));
    clickRow(ui, 0);
    QTest::keyClick(ui.window(), Qt::Key_Delete);
    QTRY_VERIFY(!client.isOpen());
    QTRY_COMPARE(ui.dashboard().clients()->total(), 0);
}

void tst_ClientsPage::asksBeforeDisconnectingMany()
{
    UiFixture ui;
    QVERIFY(open(ui));
    RawClient ada;
    RawClient grace;
    QVERIFY(join(ui, ada, QStringLiteral("ada")));
    QVERIFY(join(ui, grace, QStringLiteral("grace")));
    clickRow(ui, 0);
    clickRow(ui, 1, Qt::ShiftModifier);
    QTRY_COMPARE(ui.dashboard().clients()->selectedCount(), 2);
    QTest::keyClick(ui.window(), Qt::Key_Delete);
    QTRY_VERIFY(ui.named(QStringLiteral("Disconnect 2 clients")));
    QVERIFY(ada.isOpen());
    ui.click(ui.named(QStringLiteral("Disconnect 2 clients")));
    QTRY_VERIFY(!ada.isOpen() && !grace.isOpen());
}

void tst_ClientsPage::leadsToEmitAndTraffic()
{
    UiFixture ui;
    QVERIFY(open(ui));
    RawClient client;
    QVERIFY(join(ui, client, QStringLiteral("ada")));
    clickRow(ui, 0);
    QTRY_VERIFY(ui.named(QStringLiteral("Show traffic")));
    ui.click(ui.named(QStringLiteral("Show traffic")));
    QTRY_VERIFY(ui.dashboard().traffic()->filter().startsWith(u"client:"));
    QTest::keyClick(ui.window(), Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(ui.named(QStringLiteral("Emit to…")));
    ui.click(ui.named(QStringLiteral("Emit to…")));
    QTRY_VERIFY(ui.dashboard().composer()->isActive());
    QCOMPARE(ui.dashboard().composer()->audience(), Composer::Audience::Clients);
    QCOMPARE(ui.dashboard().composer()->targets()->count(), 1);
}

void tst_ClientsPage::searches()
{
    UiFixture ui;
    QVERIFY(open(ui));
    RawClient ada;
    RawClient grace;
    QVERIFY(join(ui, ada, QStringLiteral("ada")));
    QVERIFY(join(ui, grace, QStringLiteral("grace")));
    QTest::keyClick(ui.window(), Qt::Key_F, Qt::ControlModifier);
    for (const char c : {'g', 'r'}) {
        QTest::keyClick(ui.window(), c);
    }
    QTRY_COMPARE(ui.dashboard().clients()->count(), 1);
    QTest::keyClick(ui.window(), Qt::Key_Escape);
    QTRY_COMPARE(ui.dashboard().clients()->count(), 2);
}

void tst_ClientsPage::survivesHostileNames()
{
    UiFixture ui;
    QVERIFY(open(ui));
    RawClient client;
    QVERIFY(join(ui, client, QStringLiteral("<img src=a>\\u202e<b>&x")));
    ui.dashboard().host().post([](Switchboard::Server &server) {
        const quint32 serial = server.clients().first().serial;
        server.joinRoom(serial, "/", "<img src='http://127.0.0.1:1/a'>");
    });
    clickRow(ui, 0);
    QTRY_VERIFY(ui.named(QStringLiteral("Rooms")));
    ui.click(ui.named(QStringLiteral("Rooms")));
    QVERIFY(!ui.window()->grabWindow().isNull());
}

UI_TEST_MAIN(tst_ClientsPage)
#include "tst_clientspage.moc"
