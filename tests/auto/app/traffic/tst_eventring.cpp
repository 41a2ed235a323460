// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/eventring.h"

#include <QtTest>

using namespace Switchboard;
using namespace Switchboard::App;

class tst_EventRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arenaKeepsTheLastBytes();
    void arenaRefusesWhatNeverFits();
    void arenaPiecesNeverWrap();
    void namesAreKeptOnce();
    void namesAreBounded();
    void longNamesAreCut();
    void rowsAreNumberedAndOverwritten();
    void argumentsGetTheirBrackets();
    void bodiesGoBeforeTheirRows();
    void thinnedRowsSaySo();
    void keptEventOutlivesTheRing();
    void gapsAreRows();
};

namespace {

Traffic::Record record(QByteArrayView event, QByteArrayView payload = {})
{
    Traffic::Record record;
    record.nsp = "/";
    record.event = event;
    record.payload = payload;
    record.size = quint32(payload.size());
    return record;
}

} // namespace

void tst_EventRing::arenaKeepsTheLastBytes()
{
    PayloadArena arena(10);
    const auto first = arena.append({"abc", "de"});
    QVERIFY(first.has_value());
    QCOMPARE(arena.view(*first, 5)->toByteArray(), QByteArray("abcde"));
    const auto second = arena.append({"12345"});
    QCOMPARE(arena.view(*first, 5)->toByteArray(), QByteArray("abcde"));
    const auto third = arena.append({"x"});
    QVERIFY(!arena.view(*first, 5));
    QCOMPARE(arena.view(*second, 5)->toByteArray(), QByteArray("12345"));
    QCOMPARE(arena.view(*third, 1)->toByteArray(), QByteArray("x"));
    QVERIFY(!arena.view(*third, 2));
    QVERIFY(!arena.view(Event::noBody, 0));
}

void tst_EventRing::arenaRefusesWhatNeverFits()
{
    PayloadArena arena(4);
    QVERIFY(!arena.append({"abcde"}));
    QVERIFY(arena.append({"abcd"}));
    QVERIFY(arena.append({""}));
}

void tst_EventRing::arenaPiecesNeverWrap()
{
    PayloadArena arena(16);
    for (int i = 0; i < 1000; ++i) {
        const QByteArray text(i % 13, char('a' + i % 26));
        const auto place = arena.append({text});
        QVERIFY(place.has_value());
        QCOMPARE(arena.view(*place, text.size())->toByteArray(), text);
    }
}

void tst_EventRing::namesAreKeptOnce()
{
    NameTable names;
    QCOMPARE(names.intern(""), NameTable::Id(0));
    const auto chat = names.intern("chat");
    QCOMPARE(names.intern(QByteArray("chat")), chat);
    QVERIFY(names.intern("chat2") != chat);
    QCOMPARE(names.name(chat), QByteArray("chat"));
    QCOMPARE(names.text(names.intern("a\nb")), QStringLiteral("a␊b"));
}

void tst_EventRing::namesAreBounded()
{
    NameTable few(4);
    const auto a = few.intern("a");
    few.intern("b");
    QCOMPARE(few.intern("c"), NameTable::other());
    QCOMPARE(few.intern("a"), a);
    QCOMPARE(few.size(), 4);

    NameTable all;
    for (int i = 0; i < 70'000; ++i) {
        all.intern(QByteArray::number(i));
    }
    QCOMPARE(all.size(), 65'536);
    QCOMPARE(all.intern("new"), NameTable::other());
    QCOMPARE(all.name(all.intern("65000")), QByteArray("65000"));

    NameTable small(100, 30);
    small.intern(QByteArray(20, 'x'));
    QCOMPARE(small.intern(QByteArray(20, 'y')), NameTable::other());
}

void tst_EventRing::longNamesAreCut()
{
    NameTable names;
    const auto id = names.intern(QByteArray(5000, 'x'));
    QCOMPARE(names.name(id).size(), NameTable::maxLength);
    QCOMPARE(names.intern(QByteArray(6000, 'x')), id);
}

void tst_EventRing::rowsAreNumberedAndOverwritten()
{
    EventRing ring(3, 1000);
    QCOMPARE(ring.begin(), ring.end());
    for (int i = 0; i < 5; ++i) {
        ring.append(record(QByteArray::number(i)));
    }
    QCOMPARE(ring.size(), 3);
    QCOMPARE(ring.begin(), RowId(3));
    QCOMPARE(ring.end(), RowId(6));
    QVERIFY(!ring.contains(2));
    QVERIFY(!ring.contains(6));
    QCOMPARE(ring.names().name(ring.at(3).event), QByteArray("2"));
    QCOMPARE(ring.names().name(ring.at(5).event), QByteArray("4"));
}

void tst_EventRing::argumentsGetTheirBrackets()
{
    EventRing ring(3, 1000);
    const RowId event = ring.append(record("e", "1,2"));
    Traffic::Record left = record("", "transport close");
    left.kind = Kind::Disconnect;
    const RowId other = ring.append(left);
    QCOMPARE(ring.payload(ring.at(event))->toByteArray(), QByteArray("[1,2]"));
    QCOMPARE(ring.payload(ring.at(other))->toByteArray(), QByteArray("transport close"));
    const RowId none = ring.append(record("e"));
    QCOMPARE(ring.payload(ring.at(none))->toByteArray(), QByteArray("[]"));
}

void tst_EventRing::bodiesGoBeforeTheirRows()
{
    EventRing ring(10, 20);
    const RowId first = ring.append(record("e", "1234567890"));
    const RowId second = ring.append(record("e", "abcdefghij"));
    QVERIFY(ring.contains(first));
    QVERIFY(!ring.payload(ring.at(first)));
    QCOMPARE(ring.at(first).size, 10U);
    QVERIFY(ring.payload(ring.at(second)));
    QVERIFY(!ring.keep(first).bodyKept);
}

void tst_EventRing::thinnedRowsSaySo()
{
    EventRing ring(10, 100);
    const RowId thin = ring.append(record("e", "1"), false);
    QVERIFY(ring.at(thin).thinned);
    QVERIFY(!ring.payload(ring.at(thin)));
    QVERIFY(!ring.at(ring.append(record("e"), false)).thinned);
}

void tst_EventRing::keptEventOutlivesTheRing()
{
    EventRing ring(1, 64);
    Traffic::Record binary = record("e", R"({"_placeholder":true,"num":0})");
    binary.attachments = QByteArrayView("\1\0\0\0x", 5);
    const KeptEvent kept = ring.keep(ring.append(binary));
    ring.append(record("f", QByteArray(60, '1')));
    QVERIFY(kept.bodyKept);
    QCOMPARE(kept.payload, QByteArray(R"([{"_placeholder":true,"num":0}])"));
    QCOMPARE(kept.attachments, QByteArray("\1\0\0\0x", 5));
}

void tst_EventRing::gapsAreRows()
{
    EventRing ring(3, 100);
    const RowId gap = ring.appendGap(5, 12'400);
    QCOMPARE(ring.at(gap).kind, Kind::Gap);
    QCOMPARE(ring.at(gap).count, 12'400U);
}

QTEST_APPLESS_MAIN(tst_EventRing)
#include "tst_eventring.moc"
