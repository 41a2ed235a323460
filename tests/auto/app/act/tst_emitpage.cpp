// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "../rawclient.h"
#include "act/composer.h"
#include "act/presets.h"
#include "engine/servercontrol.h"
#include "qml/uifixture.h"

#include <QAccessible>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

using namespace Switchboard::App;

class tst_EmitPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void loadsAtEverySize_data();
    void loadsAtEverySize();
    void sendsByKeyboardOnly();
    void sendsByMouse();
    void findsWhoConnectsWhileAsked();
    void goesToTheError();
    void firesPresetByClick();
    void savesPreset();
    void survivesHostileNames();

private:
    static void type(UiFixture &ui, const QString &text)
    {
        for (const QChar c : text) {
            if (c == u'\n') {
                QTest::keyClick(ui.window(), Qt::Key_Return);
            } else {
                QTest::keyClick(ui.window(), c.toLatin1());
            }
        }
    }

    static bool open(UiFixture &ui, QSize size = QSize(1440, 900))
    {
        return ui.load(size) && ui.start()
            && (QTest::keyClick(ui.window(), Qt::Key_4, Qt::ControlModifier),
                QTest::qWaitFor([&] { return ui.named(QStringLiteral("Event")) != nullptr; }));
    }

    static bool join(UiFixture &ui, RawClient &client)
    {
        client.open(quint16(ui.dashboard().server()->port()));
        return QTest::qWaitFor([&] { return client.hasJoined(); });
    }
};

void tst_EmitPage::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void tst_EmitPage::loadsAtEverySize_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("smallest") << QSize(900, 600);
}

void tst_EmitPage::loadsAtEverySize()
{
    QFETCH(QSize, size);
    UiFixture ui;
    QVERIFY(open(ui, size));
    QVERIFY(ui.named(QStringLiteral("Send")));
    QVERIFY(ui.dashboard().composer()->isActive());
    QTest::keyClick(ui.window(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(!ui.dashboard().composer()->isActive());
}

void tst_EmitPage::sendsByKeyboardOnly()
{
    UiFixture ui;
    QVERIFY(open(ui));
    RawClient client;
    QVERIFY(join(ui, client));
    QTest::keyClick(ui.window(), Qt::Key_F, Qt::ControlModifier);
    type(ui, QStringLiteral("hello"));
    QCOMPARE(ui.dashboard().composer()->event(), QStringLiteral("hello"));
    QTest::keyClick(ui.window(), Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(ui.named(QStringLiteral("Argument 1")));
    ui.click(ui.named(QStringLiteral("Argument 1")));
    QTest::keyClick(ui.window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(client.last(), QStringLiteral("42[\"hello\",{}]"));
}

void tst_EmitPage::sendsByMouse()
{
    UiFixture ui;
    QVERIFY(open(ui));
    RawClient client;
    QVERIFY(join(ui, client));
    ui.click(ui.named(QStringLiteral("Event")));
    type(ui, QStringLiteral("order"));
    ui.click(ui.named(QStringLiteral("Add argument")));
    QTRY_COMPARE(ui.dashboard().composer()->arguments()->count(), 1);
    ui.click(ui.named(QStringLiteral("Text of argument 1")));
    QTest::keyClick(ui.window(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(ui.window(), Qt::Key_Delete);
    type(ui, QStringLiteral("{\"id\":9007199254740993}"));
    QTRY_VERIFY(ui.named(QStringLiteral("Send"))->isEnabled());
    ui.click(ui.named(QStringLiteral("Send")));
    QTRY_COMPARE(client.last(), QStringLiteral("42[\"order\",{\"id\":9007199254740993}]"));
}

void tst_EmitPage::findsWhoConnectsWhileAsked()
{
    UiFixture ui;
    QVERIFY(open(ui));
    ui.dashboard().composer()->setAudience(Composer::Audience::Clients);
    QTRY_VERIFY(ui.named(QStringLiteral("Add a client")));
    ui.window()->grabWindow(); // lays everything out
    ui.click(ui.named(QStringLiteral("Add a client")));
    QTRY_VERIFY(ui.named(QStringLiteral("Client to add")));
    RawClient client;
    client.open(quint16(ui.dashboard().server()->port()), QStringLiteral("40{\"name\":\"ada\"}"));
    QTRY_VERIFY(ui.named(QStringLiteral("Client ada")));
    QTest::keyClick(ui.window(), Qt::Key_Return);
    QTRY_COMPARE(ui.dashboard().composer()->targets()->count(), 1);
}

void tst_EmitPage::goesToTheError()
{
    UiFixture ui;
    QVERIFY(open(ui));
    Composer &composer = *ui.dashboard().composer();
    composer.setEvent(QStringLiteral("e"));
    composer.compose(QStringLiteral("e"), QStringLiteral("/"), QStringLiteral("1"));
    ui.click(ui.named(QStringLiteral("Text of argument 1")));
    QTest::keyClick(ui.window(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(ui.window(), Qt::Key_Delete);
    type(ui, QStringLiteral("[tru]"));
    QCOMPARE(composer.arguments()->text(), QStringLiteral("[tru]"));
    QTRY_COMPARE(composer.arguments()->problemPosition(), 1);
    QTRY_VERIFY(ui.named(QStringLiteral("Go to error")));
    QTest::keyClick(ui.window(), Qt::Key_F8);
    QQuickItem *area = ui.window()->activeFocusItem();
    QVERIFY(area);
    QCOMPARE(area->property("selectedText").toString(), QStringLiteral("tru"));
    type(ui, QStringLiteral("1"));
    QTRY_VERIFY(composer.canSend());
    QCOMPARE(composer.arguments()->text(), QStringLiteral("[1]"));
}

void tst_EmitPage::firesPresetByClick()
{
    UiFixture ui;
    EmitDraft draft;
    draft.event = QStringLiteral("ping");
    ui.dashboard().presets()->add(QStringLiteral("My ping"), draft);
    QVERIFY(open(ui));
    RawClient client;
    QVERIFY(join(ui, client));
    ui.window()->grabWindow(); // lays everything out
    QQuickItem *row = ui.named(QStringLiteral("My ping, ping to everyone"));
    QVERIFY(row);
    const QPoint middle = row->mapToScene(QPointF(row->width() / 2, row->height() / 2)).toPoint();
    QTest::mouseMove(ui.window(), middle - QPoint(1, 1));
    QTest::mouseMove(ui.window(), middle);
    QTRY_VERIFY(ui.named(QStringLiteral("Send My ping")));
    ui.click(ui.named(QStringLiteral("Send My ping")));
    QTRY_COMPARE(client.last(), QStringLiteral("42[\"ping\"]"));
}

void tst_EmitPage::savesPreset()
{
    UiFixture ui;
    QVERIFY(open(ui));
    ui.dashboard().composer()->setEvent(QStringLiteral("kept"));
    QTest::keyClick(ui.window(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(ui.window()->activeFocusItem()
        && ui.window()->activeFocusItem()->property("text").toString() == u"kept");
    QTest::keyClick(ui.window(), Qt::Key_Return);
    QTRY_COMPARE(ui.dashboard().presets()->count(), 1);
    QCOMPARE(ui.dashboard().presets()->preset(0).name, QStringLiteral("kept"));
}

void tst_EmitPage::survivesHostileNames()
{
    const QString hostile = QStringLiteral("<img src=a>\u202E<b>%1 &x");
    UiFixture ui;
    EmitDraft draft;
    draft.event = hostile;
    draft.nsp = u'/' + hostile;
    draft.audience = EmitDraft::Audience::Rooms;
    draft.rooms = {hostile};
    ui.dashboard().presets()->add(hostile, draft);
    QVERIFY(open(ui));
    RawClient client;
    client.open(
        quint16(ui.dashboard().server()->port()), QStringLiteral("40{\"name\":\"<img src=a>\"}"));
    QTRY_VERIFY(client.hasJoined());
    Composer &composer = *ui.dashboard().composer();
    composer.loadPreset(0);
    composer.send();
    QTRY_VERIFY(composer.lastRun() && !composer.lastRun()->isSending());
    composer.suggestions()->find({});
    QVERIFY(!ui.window()->grabWindow().isNull());
}

UI_TEST_MAIN(tst_EmitPage)
#include "tst_emitpage.moc"
