// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/filterindex.h"

#include <QtTest>

using namespace std::chrono_literals;
using namespace Switchboard;
using namespace Switchboard::App;

class tst_FilterMatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void namesOfClientsMayCome();
    void bodiesNoLongerKeptAreCounted();
    void globs_data();
    void globs();
    void indexTestsNewRowsAsTheyCome();
    void indexSearchesNewestFirst();
    void indexForgetsWhatLeftTheRing();
    void frozenIndexStands();
    void floorHidesWhatIsBefore();
    void kindsAreChosen();
};

namespace {

Traffic::Record example()
{
    Traffic::Record record;
    record.kind = Kind::In;
    record.flags = Traffic::AckAsked | Traffic::Binary;
    record.via = Traffic::Via::WebSocket;
    record.time = 1'000'000'000;
    record.client = 4;
    record.size = 318;
    record.nsp = "/chat";
    record.event = "chat:message";
    record.payload
        = R"({"user":"ada","text":"Ship \u0069t, Grüße","total":100,"big":12345678901234567890,)"
          R"("deep":{"list":[1,{"x":null}]},"a.b":1,"user2":"x"},true,"plain")";
    return record;
}

Filter compiled(const QString &text)
{
    ParsedFilter parsed = parseFilter(text, 2'000'000'000);
    Q_ASSERT(!parsed.error);
    return parsed.filter;
}

} // namespace

void tst_FilterMatcher::matches_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("expected");

    const auto yes
        = [](const char *filter) { QTest::newRow(filter) << QString::fromUtf8(filter) << true; };
    const auto no
        = [](const char *filter) { QTest::newRow(filter) << QString::fromUtf8(filter) << false; };
    yes("");
    yes("event:chat:message");
    yes("event:CHAT:*");
    yes("event:ch?t:message");
    no("event:chat");
    no("event=CHAT:MESSAGE");
    yes("event=chat:message");
    yes("event~MESS");
    yes("event:/^chat:m/");
    no("event:/^Chat/");
    yes("event:/^Chat/i");
    no("event!=chat:message");
    yes("event:(x chat:*)");
    no("event:\"chat:*\"");
    yes("nsp:/chat");
    no("nsp:/");
    yes("client:ada");
    yes("client:1792");
    yes("client:1792abcdef7x");
    no("client:1792abcdef7y");
    yes("client:127.0.0.1");
    no("client:linus");
    yes("ip:127.*");
    yes("ip:127.0.0.0/8");
    no("ip:10.0.0.0/8");
    no("ip:junk/8");
    no("room:lobby");
    yes("dir:in");
    no("dir:out");
    yes("type:event");
    no("type:ping");
    yes("-type:ping");
    yes("size>16");
    yes("size:318");
    yes("size:300B..1kB");
    no("size>1kB");
    yes("size!=5");
    yes("ack>3ms");
    yes("ack:1ms..4ms");
    no("ack>100ms");
    no("ack:waiting");
    yes("arg0.user:ada");
    yes("arg0.user:AD*");
    no("arg1.user:ada");
    yes("arg.user:ada");
    no("arg.user:adam");
    yes("arg0.total>=100");
    no("arg0.total>100");
    yes("arg0.total:50..150");
    yes("arg0.total:100");
    yes("arg0.big=12345678901234567890");
    yes("arg0.deep.list.0:1");
    yes("arg0.deep.list.1.x:null");
    no("arg0.deep.list.2:1");
    no("arg0.deep:1");
    no("arg0.user.more:1");
    yes("arg1:true");
    yes("arg2:plain");
    yes("arg:plain");
    no("arg3:plain");
    yes("arg0.text~\"ship it\"");
    yes("text:grüße");
    yes("text:\"USER\"");
    no("text:absent");
    yes("text:/\"total\":\\d+/");
    yes("has:ack");
    yes("has:binary");
    no("has:error");
    no("has:mark");
    no("has:replay");
    yes("via:ws");
    no("via:polling");
    yes("after:-1h");
    no("after:-1s");
    yes("before:-1s");
    yes("seq:1");
    yes("seq:1..5");
    no("seq:2..5");
    yes("message");
    yes("ada");
    no("nowhere");
    yes("ada (qq or chat) -zz");
    no("ada (qq or zz)");
    yes("qq or zz or ada");
    no("-(ada or qq)");
    yes("-(ada qq)");
}

void tst_FilterMatcher::matches()
{
    QFETCH(QString, filter);
    QFETCH(bool, expected);
    EventRing ring(10, 10'000);
    ClientNames clients;
    clients.connected(4, R"({"sid":"1792…7x","address":"127.0.0.1"})");
    clients.setName(4, QStringLiteral("ada"));
    const RowId id = ring.append(example());
    ring.at(id).ack = AckState::Answered;
    ring.at(id).latency = 3200;
    FilterMatcher matcher(ring, clients);
    matcher.setFilter(compiled(filter));
    QCOMPARE(matcher.matches(id), expected);
    QCOMPARE(matcher.matches(id), expected); // from the caches
}

void tst_FilterMatcher::namesOfClientsMayCome()
{
    EventRing ring(10, 10'000);
    ClientNames clients;
    const RowId id = ring.append(example());
    FilterMatcher matcher(ring, clients);
    matcher.setFilter(compiled(QStringLiteral("client:ada")));
    QVERIFY(!matcher.matches(id));
    clients.setName(4, QStringLiteral("ada"));
    QVERIFY(matcher.matches(id));
}

void tst_FilterMatcher::bodiesNoLongerKeptAreCounted()
{
    EventRing ring(10, 200);
    ClientNames clients;
    const RowId first = ring.append(example());
    ring.append(example());
    FilterMatcher matcher(ring, clients);
    matcher.setFilter(compiled(QStringLiteral("text:ada or arg0.user:ada")));
    QVERIFY(!matcher.matches(first));
    QCOMPARE(matcher.unread(), quint64(1));
    QVERIFY(matcher.matches(first + 1));
    QCOMPARE(matcher.unread(), quint64(1));
}

void tst_FilterMatcher::globs_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("same") << "abc"
                          << "ABC" << true;
    QTest::newRow("star at the end") << "a*"
                                     << "a" << true;
    QTest::newRow("star in the middle") << "a*c"
                                        << "abbbc" << true;
    QTest::newRow("stars") << "*b*d*"
                           << "abcde" << true;
    QTest::newRow("question mark") << "a?c"
                                   << "abc" << true;
    QTest::newRow("question mark needs one") << "a?"
                                             << "a" << false;
    QTest::newRow("empty and star") << "*"
                                    << "" << true;
    QTest::newRow("empty and empty") << ""
                                     << "" << true;
    QTest::newRow("rest") << "ab"
                          << "abc" << false;
    QTest::newRow("goes back") << "*aab"
                               << "aaaab" << true;
    QTest::newRow("many stars end")
        << QString(QStringLiteral("*a").repeated(30) + u'b') << QString(200, u'a') << false;
}

void tst_FilterMatcher::globs()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(globMatches(pattern, text), expected);
}

namespace {

void fill(EventRing &ring, int count, int from = 0)
{
    for (int i = from; i < from + count; ++i) {
        Traffic::Record record = example();
        const QByteArray name = i % 10 == 0 ? "ten" : "other";
        record.event = name;
        ring.append(record);
    }
}

} // namespace

void tst_FilterMatcher::indexTestsNewRowsAsTheyCome()
{
    EventRing ring(1000, 1'000'000);
    ClientNames clients;
    FilterIndex index(ring, clients);
    index.setFilter(compiled(QStringLiteral("event:ten")));
    fill(ring, 100);
    QCOMPARE(index.update().added, 10);
    QCOMPARE(index.count(), 10);
    QCOMPARE(index.at(9), RowId(91));
    QVERIFY(!index.isSearching());
}

void tst_FilterMatcher::indexSearchesNewestFirst()
{
    EventRing ring(250'000, 1000);
    ClientNames clients;
    fill(ring, 250'000);
    FilterIndex index(ring, clients);
    index.setFilter(compiled(QStringLiteral("event:ten")));
    QVERIFY(index.isSearching());
    QCOMPARE(index.count(), 0);
    index.search(1ms);
    QVERIFY(index.count() > 0);
    QCOMPARE(index.at(index.count() - 1), RowId(249'991));
    for (int i = 0; i < 100'000 && index.isSearching(); ++i) {
        index.search(1ms);
    }
    QCOMPARE(index.count(), 25'000);
    QCOMPARE(index.at(0), RowId(1));
    QCOMPARE(index.progress(), 1.0);
    QCOMPARE(index.lowerBound(12), 2);
    QVERIFY(index.contains(11));
    QVERIFY(!index.contains(12));
}

void tst_FilterMatcher::indexForgetsWhatLeftTheRing()
{
    EventRing ring(100, 1000);
    ClientNames clients;
    FilterIndex index(ring, clients);
    fill(ring, 50);
    index.update();
    fill(ring, 1000, 50);
    const FilterIndex::Change change = index.update();
    QCOMPARE(change.dropped, 50);
    QCOMPARE(index.count(), 100);
    QCOMPARE(index.at(0), ring.begin());
}

void tst_FilterMatcher::frozenIndexStands()
{
    EventRing ring(100, 1000);
    ClientNames clients;
    FilterIndex index(ring, clients);
    fill(ring, 50);
    index.update();
    index.freeze();
    fill(ring, 500);
    QCOMPARE(index.update().added, 0);
    QCOMPARE(index.count(), 50);
    index.setFilter(compiled(QStringLiteral("event:ten")));
    index.search(10ms);
    QCOMPARE(index.count(), 0); // the ring has moved past what was frozen
    QVERIFY(!index.isSearching());
    index.thaw();
    index.search(10ms);
    QCOMPARE(index.count(), 10);
}

void tst_FilterMatcher::floorHidesWhatIsBefore()
{
    EventRing ring(100, 1000);
    ClientNames clients;
    FilterIndex index(ring, clients);
    fill(ring, 50);
    index.setFloor(ring.end());
    QVERIFY(!index.isSearching());
    fill(ring, 5);
    index.update();
    QCOMPARE(index.count(), 5);
    index.setFloor(1);
    index.search(10ms);
    QCOMPARE(index.count(), 55);
}

void tst_FilterMatcher::kindsAreChosen()
{
    EventRing ring(100, 1000);
    ClientNames clients;
    FilterIndex index(ring, clients);
    fill(ring, 3);
    ring.appendGap(0, 5);
    index.setKinds(1U << quint32(Kind::Gap));
    index.search(10ms);
    QCOMPARE(index.count(), 1);
}

QTEST_APPLESS_MAIN(tst_FilterMatcher)
#include "tst_filtermatcher.moc"
