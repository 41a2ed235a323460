// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "auto/app/traffic/trafficfixture.h"
#include "core/jsonscanner.h"
#include "shell/uisetup.h"

#include <QApplication>
#include <QClipboard>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

using namespace Switchboard;
using namespace Switchboard::App;

namespace {

/** By objectName, in the tree of what is drawn: items of a Repeater have no parent otherwise. */
QQuickItem *findItem(QQuickItem *from, const QString &name)
{
    if (from->objectName() == name) {
        return from;
    }
    const auto children = from->childItems();
    for (QQuickItem *child : children) {
        if (QQuickItem *found = findItem(child, name)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

/** The Traffic page in a window of its own, driven by clicks and keys. */
class tst_TrafficPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void loadsWithoutWarnings_data();
    void loadsWithoutWarnings();
    void rowsFollowTheNewest();
    void clickOpensTheEvent();
    void saysThatThePayloadWasCut();
    void escapeClosesThePane();
    void keysMoveAndFilter();
    void wheelStopsFollowingAndThePillReturns();
    void pauseFreezesTheRows();
    void clearEmptiesTheListAndUndoBringsItBack();
    void chipHidesItsKinds();
    void typedFilterIsAppliedAndErrorsAreSaid();
    void suggestionsAreAccepted();
    void hostileNamesAreHarmless();
    void codeAndCopies();
    void nothingMovesWhenNothingHappens();

private:
    QQuickItem *item(const char *name) const { return findItem(m_page, QLatin1String(name)); }

    QList<QQuickItem *> rows() const;
    void click(QQuickItem *item, QPointF at = {-1, -1});

    void type(const char *text);

    void drain() { m_traffic->pump.drain(); }

    std::unique_ptr<TrafficFixture> m_traffic;
    std::unique_ptr<QQmlEngine> m_engine;
    std::unique_ptr<QQuickWindow> m_window;
    QQuickItem *m_page = nullptr;
};

void tst_TrafficPage::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*qml.*")));
}

void tst_TrafficPage::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("qml|Unable|Cannot|TypeError")));
    m_traffic = std::make_unique<TrafficFixture>();
    m_engine = std::make_unique<QQmlEngine>();
    prepareEngine(*m_engine);
    QQmlComponent component(
        m_engine.get(), QUrl(QStringLiteral("qrc:/qt/qml/Switchboard/Ui/traffic/TrafficPage.qml")));
    QVERIFY2(component.isReady(), qPrintable(component.errorString()));
    m_window = std::make_unique<QQuickWindow>();
    m_window->resize(1212, 800);
    QObject *object = component.createWithInitialProperties(
        {{QStringLiteral("traffic"), QVariant::fromValue(&m_traffic->view)},
            {QStringLiteral("stats"), QVariant::fromValue(&m_traffic->stats)}});
    m_page = qobject_cast<QQuickItem *>(object);
    QVERIFY2(m_page, qPrintable(component.errorString()));
    m_page->setParent(m_window.get());
    m_page->setParentItem(m_window->contentItem());
    m_page->setSize(QSizeF(1212, 800));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_TrafficPage::cleanup()
{
    m_window.reset();
    m_engine.reset();
    m_traffic.reset();
}

QList<QQuickItem *> tst_TrafficPage::rows() const
{
    QList<QQuickItem *> found;
    QQuickItem *area = item("trafficRows");
    const auto columns = area->childItems();
    for (QQuickItem *column : columns) {
        const auto children = column->childItems();
        for (QQuickItem *child : children) {
            if (child->property("row").toDouble() > 0) {
                found.append(child);
            }
        }
    }
    return found;
}

void tst_TrafficPage::click(QQuickItem *item, QPointF at)
{
    QVERIFY(item);
    const QPointF inside = at.x() < 0 ? QPointF(item->width() / 2, item->height() / 2) : at;
    QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, item->mapToScene(inside).toPoint());
}

void tst_TrafficPage::type(const char *text)
{
    for (; *text != '\0'; ++text) {
        QTest::keyClick(m_window.get(), *text);
    }
}

void tst_TrafficPage::loadsWithoutWarnings_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide: pane right") << QSize(1212, 844);
    QTest::newRow("smallest: pane below, no timeline") << QSize(840, 544);
    QTest::newRow("4k: target column") << QSize(1900, 1000);
}

void tst_TrafficPage::loadsWithoutWarnings()
{
    QFETCH(QSize, size);
    m_window->resize(size);
    m_page->setSize(size);
    m_traffic->fill(100);
    m_page->setProperty("detailOpen", true);
    QVERIFY(!m_window->grabWindow().isNull());
    QQuickItem *pane = item("eventPane");
    QVERIFY(pane->isVisible());
    QCOMPARE(
        pane->y() > 0 && qFuzzyCompare(pane->width(), double(size.width())), size.width() < 980);
}

void tst_TrafficPage::rowsFollowTheNewest()
{
    m_traffic->fill(200);
    QTRY_COMPARE(rows().constLast()->property("event").toString(), QStringLiteral("e199"));
    QCOMPARE(rows().constLast()->property("args").toString(), QStringLiteral("199"));
    m_traffic->in("one more");
    drain();
    drain();
    drain();
    QCOMPARE(rows().constLast()->property("event").toString(), QStringLiteral("one more"));
}

void tst_TrafficPage::clickOpensTheEvent()
{
    m_traffic->in("chat:message", R"({"user":"ada","n":12345678901234567890})");
    drain();
    QTRY_COMPARE(rows().size(), 1);
    click(rows().constFirst(), {300, 10});
    QVERIFY(item("eventPane")->isVisible());
    QCOMPARE(m_traffic->view.detail()->name(), QStringLiteral("chat:message"));
    QQuickItem *tree = item("jsonTree");
    QTRY_COMPARE(tree->property("count").toInt(), 4);
    QVERIFY(m_traffic->view.detail()->textLines().join(u'\n').contains(u"12345678901234567890"));
}

void tst_TrafficPage::saysThatThePayloadWasCut()
{
    m_traffic->in("whole");
    Traffic::Record record;
    record.kind = Kind::In;
    record.flags = Traffic::Cut;
    record.event = "large";
    record.payload = "[1,2";
    record.size = 100'000;
    m_traffic->put(record);
    drain();
    QTRY_COMPARE(rows().size(), 2);
    for (QQuickItem *row : rows()) {
        click(row, {300, 10});
        QVERIFY(!m_window->grabWindow().isNull());
    }
    QVERIFY(m_traffic->view.detail()->bodyNote().startsWith(u"cut, "));
    QVERIFY(item("payloadNote")->isVisible());
    QVERIFY(item("payloadNote")->height() > 0);
}

void tst_TrafficPage::escapeClosesThePane()
{
    m_traffic->fill(3);
    QTRY_COMPARE(rows().size(), 3);
    click(rows().constFirst(), {300, 10});
    QVERIFY(item("eventPane")->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!item("eventPane")->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Return);
    QVERIFY(item("eventPane")->isVisible());
    click(item("closeDetail"));
    QVERIFY(!item("eventPane")->isVisible());
}

void tst_TrafficPage::keysMoveAndFilter()
{
    m_traffic->fill(50);
    item("trafficRows")->forceActiveFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Up);
    QVERIFY(!m_traffic->view.follows());
    const QString name = m_traffic->view.detail()->name();
    QVERIFY(!name.isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_F);
    QCOMPARE(m_traffic->view.filter(), u"event:" + name);
    QCOMPARE(m_traffic->view.count(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_U, Qt::ControlModifier);
    QCOMPARE(m_traffic->view.filter(), QString());
    QCOMPARE(m_traffic->view.count(), 50);
    QTest::keyClick(m_window.get(), Qt::Key_X);
    QCOMPARE(m_traffic->view.filter(), u"-event:" + name);
    QCOMPARE(m_traffic->view.count(), 49);
    QVERIFY(m_traffic->view.isCurrentHidden());
    QTest::keyClick(m_window.get(), Qt::Key_End);
    QVERIFY(m_traffic->view.follows());
}

void tst_TrafficPage::wheelStopsFollowingAndThePillReturns()
{
    m_traffic->fill(500);
    QTRY_VERIFY(rows().size() > 10);
    QQuickItem *area = item("trafficRows");
    const QPoint middle = area->mapToScene(QPointF(200, 100)).toPoint();
    QWheelEvent wheel(middle, m_window->mapToGlobal(middle), {}, {0, 240}, Qt::NoButton,
        Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_window.get(), &wheel);
    QTRY_VERIFY(!m_traffic->view.follows());
    const QString first = rows().constFirst()->property("event").toString();
    m_traffic->fill(100);
    QCOMPARE(rows().constFirst()->property("event").toString(), first);
    QQuickItem *pill = item("newPill");
    QTRY_VERIFY(pill->isVisible());
    QCOMPARE(pill->property("text").toString(), QStringLiteral("100 new, jump to newest"));
    click(pill);
    QVERIFY(m_traffic->view.follows());
    QTRY_COMPARE(rows().constLast()->property("event").toString(), QStringLiteral("e99"));
}

void tst_TrafficPage::pauseFreezesTheRows()
{
    m_traffic->fill(10);
    QTRY_COMPARE(rows().size(), 10);
    click(item("pauseButton"));
    QVERIFY(m_traffic->view.isPaused());
    m_traffic->fill(100);
    QCOMPARE(rows().size(), 10);
    QTRY_VERIFY(m_traffic->view.pausedText().contains(u"100 events since then"));
    click(item("pauseButton"));
    QCOMPARE(m_traffic->view.count(), 110);
}

void tst_TrafficPage::clearEmptiesTheListAndUndoBringsItBack()
{
    QSignalSpy cleared(&m_traffic->view, &TrafficView::cleared);
    m_traffic->fill(10);
    QTRY_COMPARE(rows().size(), 10);
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(rows().size(), 0);
    QCOMPARE(cleared.takeFirst().constFirst().toString(), QStringLiteral("Cleared 10 events"));
    m_traffic->view.undoClear();
    QCOMPARE(rows().size(), 10);
}

void tst_TrafficPage::chipHidesItsKinds()
{
    m_traffic->fill(10);
    QTRY_COMPARE(rows().size(), 10);
    click(item("chip0"));
    QCOMPARE(m_traffic->view.count(), 0);
    click(item("chip0"));
    QCOMPARE(m_traffic->view.count(), 10);
}

void tst_TrafficPage::typedFilterIsAppliedAndErrorsAreSaid()
{
    m_traffic->fill(20);
    QQuickItem *text = item("filterText");
    QMetaObject::invokeMethod(m_page, "focusFilter");
    QVERIFY(text->hasActiveFocus());
    type("event:e1?");
    QTRY_COMPARE(m_traffic->view.count(), 10);
    type(" size>");
    QTRY_COMPARE(m_traffic->view.filterError(), QStringLiteral("Expected a value after size>"));
    QCOMPARE(m_traffic->view.count(), 10);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QTRY_COMPARE(m_traffic->view.filter(), QString());
    QCOMPARE(m_traffic->view.count(), 20);
}

void tst_TrafficPage::suggestionsAreAccepted()
{
    m_traffic->in("chat:message");
    m_traffic->in("typing");
    drain();
    QMetaObject::invokeMethod(m_page, "focusFilter");
    type("ev");
    QQuickItem *list = item("filterSuggestions");
    QTRY_VERIFY(list->property("count").toInt() > 0);
    QTest::keyClick(m_window.get(), Qt::Key_Tab);
    QCOMPARE(item("filterText")->property("text").toString(), QStringLiteral("event:"));
    type("ch");
    QTRY_COMPARE(list->property("count").toInt(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Return);
    QCOMPARE(item("filterText")->property("text").toString(), QStringLiteral("event:chat:message"));
    QTRY_COMPARE(m_traffic->view.count(), 1);
}

void tst_TrafficPage::hostileNamesAreHarmless()
{
    const QByteArrayList hostile{"<img src=a>", "<img src='http://127.0.0.1:9/x'>", "<b>bold</b>",
        "&File", "%1 %n %s", "\xe2\x80\xaegnp.exe", QByteArray(5000, 'A'), QByteArray("a\0b", 3),
        "\x1b[31m", "javascript:alert(1)", "qrc:/x", "<a href='file:///etc/passwd'>x</a>"};
    for (const QByteArray &text : hostile) {
        Traffic::Record record;
        record.kind = Kind::Out;
        record.nsp = text;
        record.event = text;
        record.target = text;
        const QByteArray payload = '"' + text.toHex() + "\"," + Json::encodeString(text);
        record.payload = payload;
        m_traffic->put(record);
    }
    drain();
    QTRY_COMPARE(rows().size(), hostile.size());
    for (QQuickItem *row : rows()) {
        click(row, {300, 10});
        QVERIFY(!m_window->grabWindow().isNull());
        QVERIFY(!row->property("label").toString().contains(QChar(0x202E)));
    }
    for (int tab = 0; tab < 5; ++tab) {
        QTest::keyClick(m_window.get(), Qt::Key_BracketRight);
        QVERIFY(!m_window->grabWindow().isNull());
    }
}

void tst_TrafficPage::codeAndCopies()
{
    m_traffic->in("chat:message", R"({"user":"ada"})");
    drain();
    QTRY_COMPARE(rows().size(), 1);
    click(rows().constFirst(), {300, 10});
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(
        QStringLiteral("in  chat:message  /chat  {\"user\":\"ada\"}")));
    QTest::keyClick(m_window.get(), Qt::Key_C);
    QTest::keyClick(m_window.get(), Qt::Key_Down);
    QTest::keyClick(m_window.get(), Qt::Key_Down);
    QTest::keyClick(m_window.get(), Qt::Key_Return);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("{\"user\":\"ada\"}"));
}

void tst_TrafficPage::nothingMovesWhenNothingHappens()
{
    m_traffic->fill(100);
    m_traffic->passSecond();
    m_traffic->passSecond();
    m_window->grabWindow();
    QSignalSpy changes(&m_traffic->view, &QAbstractItemModel::dataChanged);
    for (int i = 0; i < 30; ++i) {
        drain();
    }
    QCOMPARE(changes.size(), 0);
}

int main(int argc, char **argv)
{
    prepareUi();
    QApplication application(argc, argv);
    prepareApplication();
    tst_TrafficPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_trafficpage.moc"
