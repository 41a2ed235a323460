// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "auto/app/traffic/trafficfixture.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace std::chrono_literals;
using namespace Switchboard;
using namespace Switchboard::App;

class tst_TrafficView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowNeverInsertsForTraffic();
    void followsUntilScrolled();
    void rowUnderTheEyeStays();
    void olderRowsDroppedIsSaidOnce();
    void busyTrafficRefreshesTenTimesASecond();
    void unseenViewStandsStill();
    void pauseKeepsTheRowsWhenTheRingMovesOn();
    void clearAndUndo();
    void selectionIsAnEvent();
    void selectionSurvivesTheSearchOfAFullRing();
    void extendAndToggle();
    void badFilterLeavesTheLastOneWorking();
    void clicksWriteFilters_data();
    void clicksWriteFilters();
    void marksAreFound();
    void emptyHasItsReason();
    void detailShowsAcksAsTheyCome();
    void resendAndEdit();
    void rowsOfEveryKind_data();
    void rowsOfEveryKind();
    void detailOfABinaryEvent();

private:
    static QVariant cell(const TrafficView &view, int row, int role)
    {
        return view.index(row).data(role);
    }

    static QString name(const TrafficView &view, int row)
    {
        return cell(view, row, TrafficView::EventName).toString();
    }
};

namespace {

/** A view of ten rows that somebody looks at. */
struct OpenView : TrafficFixture
{
    OpenView()
    {
        view.setPageRows(10);
        view.setActive(true);
    }

    void searchOut() { QTRY_VERIFY(!view.isSearching()); }
};

} // namespace

void tst_TrafficView::windowNeverInsertsForTraffic()
{
    OpenView traffic;
    QAbstractItemModelTester tester(
        &traffic.view, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(traffic.view.rowCount(), 11);
    QSignalSpy inserted(&traffic.view, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&traffic.view, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&traffic.view, &QAbstractItemModel::modelReset);
    traffic.fill(5000);
    traffic.view.scrollBy(-100);
    traffic.view.setFilter(QStringLiteral("event:e1*"));
    traffic.view.setFollow(true);
    QCOMPARE(inserted.size() + removed.size() + reset.size(), 0);
    traffic.view.setPageRows(20.5);
    QCOMPARE(traffic.view.rowCount(), 22);
    QCOMPARE(inserted.size(), 1);
    traffic.view.setPageRows(3);
    QCOMPARE(traffic.view.rowCount(), 4);
    QCOMPARE(removed.size(), 1);
}

void tst_TrafficView::followsUntilScrolled()
{
    OpenView traffic;
    traffic.fill(100);
    QCOMPARE(traffic.view.top(), 90.0);
    QCOMPARE(name(traffic.view, 9), QStringLiteral("e99"));
    traffic.view.scrollBy(-5.5);
    QVERIFY(!traffic.view.follows());
    QCOMPARE(traffic.view.top(), 84.5);
    QCOMPARE(name(traffic.view, 0), QStringLiteral("e84"));
    traffic.view.scrollBy(1000);
    QVERIFY(traffic.view.follows());
    QCOMPARE(traffic.view.top(), 90.0);
    traffic.view.scrollBy(-1000);
    QCOMPARE(traffic.view.top(), 0.0);
}

void tst_TrafficView::rowUnderTheEyeStays()
{
    OpenView traffic;
    traffic.fill(100);
    traffic.view.scrollBy(-50);
    const QString first = name(traffic.view, 0);
    QSignalSpy changes(&traffic.view, &QAbstractItemModel::dataChanged);
    traffic.fill(1204);
    QCOMPARE(name(traffic.view, 0), first);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(traffic.view.newText(),
        QStringLiteral("%1 new, jump to newest").arg(QLocale().toString(1204)));
    traffic.fill(10'000);
    QCOMPARE(traffic.view.newText(), QStringLiteral("10k+ new, jump to newest"));
    traffic.view.setFollow(true);
    QCOMPARE(traffic.view.newText(), QString());
}

void tst_TrafficView::olderRowsDroppedIsSaidOnce()
{
    OpenView traffic;
    traffic.fill(200'000);
    traffic.searchOut();
    traffic.view.setTop(100'000);
    const QString first = name(traffic.view, 0);
    traffic.fill(100'000);
    QCOMPARE(name(traffic.view, 0), first);
    QVERIFY(traffic.view.notice().isEmpty());
    traffic.view.setTop(0);
    traffic.fill(100);
    QCOMPARE(traffic.view.notice(), QStringLiteral("Older events were dropped"));
    QCOMPARE(traffic.view.top(), 0.0);
    QCOMPARE(traffic.view.count(), EventRing::defaultCapacity);
    traffic.view.setFollow(true);
    QVERIFY(traffic.view.notice().isEmpty());
}

void tst_TrafficView::busyTrafficRefreshesTenTimesASecond()
{
    OpenView traffic;
    QSignalSpy changes(&traffic.view, &QAbstractItemModel::dataChanged);
    for (int turn = 0; turn < 300; ++turn) { // ten seconds at 30,000 events per second
        for (int i = 0; i < 1000; ++i) {
            traffic.in("e", QByteArray::number(turn * 1000 + i));
        }
        traffic.clock.advance(33ms);
        traffic.pump.drain();
    }
    QVERIFY2(
        changes.size() >= 90 && changes.size() <= 102, qPrintable(QString::number(changes.size())));
    QVERIFY(traffic.view.busyText().contains(u"view refreshes 10×/s"));
}

void tst_TrafficView::unseenViewStandsStill()
{
    OpenView traffic;
    traffic.view.setActive(false);
    QSignalSpy changes(&traffic.view, &QAbstractItemModel::dataChanged);
    QSignalSpy counts(&traffic.view, &TrafficView::countChanged);
    traffic.fill(100);
    QCOMPARE(changes.size() + counts.size(), 0);
    traffic.view.setActive(true);
    QCOMPARE(name(traffic.view, 9), QStringLiteral("e99"));
}

void tst_TrafficView::pauseKeepsTheRowsWhenTheRingMovesOn()
{
    OpenView traffic;
    traffic.fill(2000);
    traffic.view.setPaused(true);
    traffic.fill(300'000);
    QCOMPARE(traffic.view.count(), 2000);
    QCOMPARE(name(traffic.view, 9), QStringLiteral("e1999"));
    traffic.view.setTop(1600);
    QCOMPARE(name(traffic.view, 0), QStringLiteral("e1600"));
    traffic.view.setTop(0);
    QCOMPARE(name(traffic.view, 0), QStringLiteral("Older events are no longer kept"));
    traffic.view.setTop(1600);
    traffic.view.selectRow(0, TrafficView::Select::Only);
    QCOMPARE(traffic.view.detail()->name(), QStringLiteral("e1600"));
    traffic.view.setPaused(false);
    QVERIFY(traffic.view.follows());
    traffic.searchOut();
    QCOMPARE(traffic.view.count(), EventRing::defaultCapacity);
    QCOMPARE(cell(traffic.view, 9, TrafficView::Args).toString(), QStringLiteral("299999"));

    traffic.view.setPaused(true);
    traffic.view.setTop(249'000);
    const QVariant there = cell(traffic.view, 0, TrafficView::Args);
    traffic.fill(50);
    traffic.view.resumeHere();
    traffic.searchOut();
    QVERIFY(!traffic.view.follows());
    bool visible = false;
    for (int row = 0; row < traffic.view.rowCount(); ++row) {
        visible = visible || cell(traffic.view, row, TrafficView::Args) == there;
    }
    QVERIFY(visible);
}

void tst_TrafficView::clearAndUndo()
{
    OpenView traffic;
    QSignalSpy cleared(&traffic.view, &TrafficView::cleared);
    traffic.fill(100);
    traffic.view.clear();
    QCOMPARE(traffic.view.count(), 0);
    QCOMPARE(traffic.view.empty(), TrafficView::Empty::Cleared);
    QCOMPARE(cleared.constFirst().constFirst().toString(), QStringLiteral("Cleared 100 events"));
    traffic.fill(5);
    QCOMPARE(traffic.view.count(), 5);
    traffic.view.undoClear();
    QCOMPARE(traffic.view.count(), 105);
}

void tst_TrafficView::selectionIsAnEvent()
{
    OpenView traffic;
    traffic.fill(100);
    traffic.view.selectRow(4, TrafficView::Select::Only);
    QVERIFY(!traffic.view.follows());
    QCOMPARE(traffic.view.detail()->name(), QStringLiteral("e94"));
    QVERIFY(cell(traffic.view, 4, TrafficView::Selected).toBool());
    traffic.view.setFilter(QStringLiteral("event:e?4"));
    QCOMPARE(traffic.view.currentIndex(), 8);
    QVERIFY(!traffic.view.isCurrentHidden());
    traffic.view.setFilter(QStringLiteral("event:e?5"));
    QVERIFY(traffic.view.isCurrentHidden());
    QCOMPARE(traffic.view.detail()->name(), QStringLiteral("e94"));
    traffic.view.showAround();
    QVERIFY(!traffic.view.isCurrentHidden());
    QCOMPARE(traffic.view.filter(), QString());
    traffic.view.clearSelection();
    QVERIFY(!traffic.view.hasCurrent());
    QVERIFY(!traffic.view.detail()->isValid());
}

void tst_TrafficView::selectionSurvivesTheSearchOfAFullRing()
{
    OpenView traffic;
    traffic.fill(250'000);
    traffic.searchOut();
    traffic.view.setTop(12'345);
    traffic.view.selectRow(0, TrafficView::Select::Only);
    traffic.view.setFilter(QStringLiteral("arg0:12345 or arg0:249* or text:777"));
    QCOMPARE(traffic.view.detail()->name(), QStringLiteral("e12345"));
    QVERIFY(traffic.view.count() > 0); // the end of the list is right at once
    traffic.searchOut();
    QVERIFY(!traffic.view.isCurrentHidden());
    const int row = traffic.view.currentIndex() - int(traffic.view.top());
    QVERIFY(row >= 0 && row < traffic.view.rowCount());
    QCOMPARE(name(traffic.view, row), QStringLiteral("e12345"));
    QVERIFY(traffic.view.filterStatus().endsWith(u"matches"));
    traffic.view.setFilter(QString());
    traffic.searchOut();
    QCOMPARE(traffic.view.currentIndex(), 12'345);
}

void tst_TrafficView::extendAndToggle()
{
    OpenView traffic;
    traffic.fill(100);
    traffic.view.selectRow(2, TrafficView::Select::Only);
    traffic.view.selectRow(5, TrafficView::Select::Extend);
    const auto selected = [&] {
        int count = 0;
        for (int row = 0; row < traffic.view.rowCount(); ++row) {
            count += cell(traffic.view, row, TrafficView::Selected).toBool() ? 1 : 0;
        }
        return count;
    };
    QCOMPARE(selected(), 4);
    traffic.view.selectRow(3, TrafficView::Select::Toggle);
    QCOMPARE(selected(), 3);
    traffic.view.selectRow(0, TrafficView::Select::Only);
    QCOMPARE(selected(), 1);
    traffic.view.moveCurrent(-1, TrafficView::Select::Only);
    QCOMPARE(traffic.view.detail()->name(), QStringLiteral("e89"));
    traffic.view.moveCurrent(-1000, TrafficView::Select::Only);
    QCOMPARE(traffic.view.detail()->name(), QStringLiteral("e0"));
    QCOMPARE(traffic.view.top(), 0.0);
    traffic.view.selectRow(999, TrafficView::Select::Only);
    QCOMPARE(traffic.view.detail()->name(), QStringLiteral("e0"));
    traffic.fill(20'000);
    traffic.view.selectAll();
    QCOMPARE(traffic.view.copyRows(), TrafficView::mostSelected);
}

void tst_TrafficView::badFilterLeavesTheLastOneWorking()
{
    OpenView traffic;
    traffic.fill(100);
    traffic.view.setFilter(QStringLiteral("event:e1"));
    QCOMPARE(traffic.view.count(), 1);
    traffic.view.setFilter(QStringLiteral("event:e1 size>"));
    QCOMPARE(traffic.view.count(), 1);
    QCOMPARE(traffic.view.filterErrorPosition(), 9);
    QCOMPARE(traffic.view.filterErrorLength(), 5);
    QVERIFY(!traffic.view.filterError().isEmpty());
    traffic.view.setFilter(QStringLiteral("event:e1 size>0"));
    QVERIFY(traffic.view.filterError().isEmpty());
    QCOMPARE(traffic.view.filterStatus(), QStringLiteral("1 match"));
}

void tst_TrafficView::clicksWriteFilters_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("hide");
    QTest::addColumn<bool>("alternative");
    QTest::addColumn<QString>("after");
    QTest::newRow("only this event") << ""
                                     << "event" << false << false << "event:\"two words\"";
    QTest::newRow("hide this event") << ""
                                     << "event" << true << false << "-event:\"two words\"";
    QTest::newRow("namespace") << ""
                               << "nsp" << false << false << "nsp:/chat";
    QTest::newRow("client") << ""
                            << "client" << false << false << "client:#1";
    QTest::newRow("added") << "size>0"
                           << "nsp" << false << false << "size>0 nsp:/chat";
    QTest::newRow("with shift") << "size>0"
                                << "nsp" << false << true << "size>0 or nsp:/chat";
    QTest::newRow("added to an or") << "a or size>0"
                                    << "nsp" << false << false << "(a or size>0) nsp:/chat";
    QTest::newRow("no room") << "size>0"
                             << "room" << false << false << "size>0";
}

void tst_TrafficView::clicksWriteFilters()
{
    QFETCH(QString, before);
    QFETCH(QString, field);
    QFETCH(bool, hide);
    QFETCH(bool, alternative);
    QFETCH(QString, after);
    OpenView traffic;
    traffic.in("two words");
    traffic.pump.drain();
    traffic.view.selectRow(0, TrafficView::Select::Only);
    traffic.view.setFilter(before);
    traffic.view.filterByCurrent(field, hide, alternative);
    QCOMPARE(traffic.view.filter(), after);
    QVERIFY(traffic.view.filterError().isEmpty());
    QCOMPARE(traffic.view.count(), hide ? 0 : 1);
}

void tst_TrafficView::marksAreFound()
{
    OpenView traffic;
    traffic.fill(1000);
    for (const int top : {100, 500}) {
        traffic.view.setTop(top);
        traffic.view.selectRow(0, TrafficView::Select::Only);
        traffic.view.markCurrent();
    }
    QVERIFY(cell(traffic.view, 0, TrafficView::Marked).toBool());
    traffic.view.moveToMark(false);
    QCOMPARE(traffic.view.detail()->name(), QStringLiteral("e100"));
    traffic.view.moveToMark(false);
    QCOMPARE(traffic.view.detail()->name(), QStringLiteral("e100"));
    traffic.view.moveToMark(true);
    QCOMPARE(traffic.view.detail()->name(), QStringLiteral("e500"));
    traffic.view.setFilter(QStringLiteral("has:mark"));
    QCOMPARE(traffic.view.count(), 2);
}

void tst_TrafficView::emptyHasItsReason()
{
    OpenView traffic;
    QCOMPARE(traffic.view.empty(), TrafficView::Empty::NoTraffic);
    traffic.fill(1);
    QCOMPARE(traffic.view.empty(), TrafficView::Empty::NotEmpty);
    traffic.view.setFilter(QStringLiteral("nothing"));
    QCOMPARE(traffic.view.empty(), TrafficView::Empty::NoMatch);
    traffic.view.setFilter(QString());
    traffic.view.clear();
    QCOMPARE(traffic.view.empty(), TrafficView::Empty::Cleared);
}

void tst_TrafficView::detailShowsAcksAsTheyCome()
{
    OpenView traffic;
    Traffic::Record ask;
    ask.kind = Kind::Out;
    ask.flags = Traffic::AckAsked;
    ask.nsp = "/";
    ask.event = "ask";
    ask.ackId = 3;
    ask.client = 1;
    ask.count = 1;
    traffic.put(ask);
    traffic.pump.drain();
    traffic.view.selectRow(0, TrafficView::Select::Only);
    EventDetail *detail = traffic.view.detail();
    QCOMPARE(detail->ackText(), QStringLiteral("waiting"));
    QSignalSpy changed(detail, &EventDetail::ackChanged);
    traffic.clock.advance(3200us);
    Traffic::Record answer = ask;
    answer.kind = Kind::AckIn;
    answer.flags = 0;
    answer.event = {};
    answer.payload = "\"yes\"";
    traffic.put(answer);
    traffic.pump.drain();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(detail->ackText(), QStringLiteral("3.2 ms"));
    QCOMPARE(detail->ackSentence(), QStringLiteral("Acked after 3.2 ms."));
    QCOMPARE(detail->answers().size(), 1);
    QCOMPARE(detail->answers().constFirst().value<DetailLine>().value, QStringLiteral("\"yes\""));
    QCOMPARE(cell(traffic.view, 0, TrafficView::Ack).toString(), QStringLiteral("3.2 ms"));
    QCOMPARE(name(traffic.view, 1), QStringLiteral("ask"));
}

void tst_TrafficView::resendAndEdit()
{
    OpenView traffic;
    QSignalSpy resend(&traffic.view, &TrafficView::resendRequested);
    QSignalSpy edit(&traffic.view, &TrafficView::editRequested);
    Traffic::Record out;
    out.kind = Kind::Out;
    out.nsp = "/chat";
    out.event = "notice";
    out.target = "lobby\n!muted";
    out.payload = "{\"a\":1.0},2";
    traffic.put(out);
    traffic.in("from client", "7");
    traffic.pump.drain();
    traffic.view.selectRow(0, TrafficView::Select::Only);
    traffic.view.resend();
    QCOMPARE(resend.size(), 1);
    const auto request = resend.constFirst().constFirst().value<EmitRequest>();
    QCOMPARE(request.target.nsp, QByteArray("/chat"));
    QCOMPARE(request.target.rooms, QByteArrayList{"lobby"});
    QCOMPARE(request.target.exceptRooms, QByteArrayList{"muted"});
    QCOMPARE(request.event, QByteArray("notice"));
    QCOMPARE(request.arguments, (QByteArrayList{"{\"a\":1.0}", "2"}));
    QCOMPARE(resend.constFirst().at(1).toString(), QStringLiteral("room lobby, except 1"));
    traffic.view.selectRow(1, TrafficView::Select::Only);
    traffic.view.resend();
    QCOMPARE(resend.size(), 1); // what a client sent cannot be sent by the server
    traffic.view.edit();
    QCOMPARE(edit.constFirst().at(0).toString(), QStringLiteral("from client"));
    QCOMPARE(edit.constFirst().at(2).toString(), QStringLiteral("7"));
}

void tst_TrafficView::rowsOfEveryKind_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("args");
    QTest::addColumn<QString>("targetText");

    const auto row = [](const char *title, Kind kind, const char *target, const char *payload,
                         const char *event, const char *args, const char *targetText = "") {
        QTest::newRow(title) << int(kind) << QByteArray(target) << QByteArray(payload)
                             << QString::fromUtf8(event) << QString::fromUtf8(args)
                             << QString::fromUtf8(targetText);
    };
    row("in", Kind::In, "", "1,\"a\nb\"", "name", "1,\"a␊b\"");
    row("out to everyone", Kind::Out, "", "1", "name", "1", "everyone");
    row("out to a room", Kind::Out, "lobby", "1", "name", "1", "room lobby");
    row("out to rooms", Kind::Out, "a\nb", "1", "name", "1", "2 rooms");
    row("out to a socket", Kind::Out, "@x", "1", "name", "1", "to socket");
    row("out except", Kind::Out, "!x", "1", "name", "1", "everyone, except 1");
    row("disconnect", Kind::Disconnect, "", "transport close", "disconnect", "transport close");
    row("join", Kind::Join, "board-7", "", "join", "board-7");
    row("leave", Kind::Leave, "board-7", "", "leave", "board-7");
    row("error", Kind::Error, "", "unexpected token", "name", "unexpected token");
    row("ping", Kind::Ping, "", "", "ping", "1.2 ms");
    row("http", Kind::Http, "", R"({"status":400,"message":"Bad \u0072equest"})", "name",
        "400 Bad request");
}

void tst_TrafficView::rowsOfEveryKind()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, payload);
    QFETCH(QString, event);
    QFETCH(QString, args);
    QFETCH(QString, targetText);
    OpenView traffic;
    traffic.view.toggleGroup(TrafficView::Group::Ping);
    Traffic::Record record;
    record.kind = Kind(kind);
    record.nsp = "/";
    record.event = event == u"name" ? "name" : "";
    record.target = target;
    record.payload = payload;
    record.count = 1200;
    traffic.put(record);
    traffic.pump.drain();
    QCOMPARE(name(traffic.view, 0), event);
    QCOMPARE(cell(traffic.view, 0, TrafficView::Args).toString(), args);
    QCOMPARE(cell(traffic.view, 0, TrafficView::Target).toString(), targetText);
    QVERIFY(cell(traffic.view, 0, TrafficView::Label).toString().contains(event));
    traffic.view.selectRow(0, TrafficView::Select::Only);
    QVERIFY(!traffic.view.detail()->context().isEmpty());
    QVERIFY(!traffic.view.detail()->ackSentence().isEmpty());
}

void tst_TrafficView::detailOfABinaryEvent()
{
    OpenView traffic;
    Traffic::Record record;
    record.kind = Kind::In;
    record.flags = Traffic::Binary;
    record.nsp = "/";
    record.event = "upload";
    record.payload = R"({"_placeholder":true,"num":0})";
    record.attachments = QByteArrayView("\3\0\0\0a\0b", 7);
    traffic.put(record);
    traffic.pump.drain();
    traffic.view.selectRow(0, TrafficView::Select::Only);
    EventDetail *detail = traffic.view.detail();
    QVERIFY(detail->isBinary());
    QCOMPARE(detail->frame().constFirst().value<DetailLine>().value, QStringLiteral("4"));
    QCOMPARE(detail->frame().constLast().value<DetailLine>().value, QStringLiteral("3 B"));
    QVERIFY(detail->hexLines().constLast().startsWith(u"000000  61 00 62"));
    QVERIFY(detail->hexLines().constLast().endsWith(u"a.b"));
    QVERIFY(detail->code(EventDetail::Copy::JavaScriptSend).contains(u"YQBi"));
    QCOMPARE(
        detail->tree()->index(1).data(JsonTree::Text).toString(), QStringLiteral("Buffer, 3 B"));
}

QTEST_MAIN(tst_TrafficView)
#include "tst_trafficview.moc"
