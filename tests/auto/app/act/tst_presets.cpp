// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "actfixture.h"
#include "shell/undoqueue.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Switchboard::App;

namespace {

EmitDraft draft(const QString &event)
{
    EmitDraft draft;
    draft.event = event;
    draft.nsp = QStringLiteral("/chat");
    draft.audience = EmitDraft::Audience::Rooms;
    draft.rooms = {QStringLiteral("lobby")};
    draft.arguments = {{DraftArgument::Type::Json, QStringLiteral("{ \"id\": 9007199254740993 }")},
        {DraftArgument::Type::Hex, QStringLiteral("00 ff")}};
    draft.waitForAck = true;
    draft.isRepeated = true;
    draft.repeatCount = 3;
    return draft;
}

} // namespace

class tst_Presets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesLaunch();
    void putsUnreadableFileAside();
    void skipsBrokenEntries();
    void givesKeysOnce();
    void undoesRemoval();
    void moves();
    void sends();
    void saysWhyNotSent();
    void samplesCanBeSent();
    void staysBounded();
};

void tst_Presets::survivesLaunch()
{
    ActFixture fixture;
    Presets *presets = fixture.dashboard().presets();
    const QAbstractItemModelTester tester(
        presets, QAbstractItemModelTester::FailureReportingMode::QtTest);
    presets->add(QStringLiteral("one"), draft(QStringLiteral("a")));
    presets->add(QStringLiteral("two"), draft(QStringLiteral("b")));
    presets->rename(1, QStringLiteral("second"));
    const Presets::Preset second = presets->preset(1);
    fixture.relaunch();
    presets = fixture.dashboard().presets();
    QCOMPARE(presets->count(), 2);
    QCOMPARE(presets->preset(1), second);
    QCOMPARE(presets->preset(1).key, 2);
}

void tst_Presets::putsUnreadableFileAside()
{
    ActFixture fixture;
    {
        QFile file(fixture.presetsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not JSON");
    }
    fixture.relaunch();
    QSignalSpy failed(fixture.dashboard().presets(), &Presets::failed);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(fixture.dashboard().presets()->count(), 0);
    QFile aside(fixture.presetsFile() + u".unreadable");
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), QByteArray("not JSON"));
}

void tst_Presets::skipsBrokenEntries()
{
    ActFixture fixture;
    {
        QFile file(fixture.presetsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"version":1,"presets":[7,{"name":"no emit"},
            {"name":"odd","key":77,"emit":{"event":"e","audience":"everyone","repeatCount":1e12,
             "ackTimeout":-5,"arguments":[{"type":"json","text":"1"}]}},
            {"name":"unknown type","emit":{"event":"e","audience":"everyone",
             "arguments":[{"type":"xml","text":"1"}]}}]})");
    }
    fixture.relaunch();
    const Presets &presets = *fixture.dashboard().presets();
    QCOMPARE(presets.count(), 1);
    QCOMPARE(presets.preset(0).key, 9);
    QVERIFY(presets.preset(0).draft.repeatCount <= 1'000'000);
    QCOMPARE(presets.preset(0).draft.ackTimeout.count(), 100);
}

void tst_Presets::givesKeysOnce()
{
    ActFixture fixture;
    Presets &presets = *fixture.dashboard().presets();
    presets.add(QStringLiteral("one"), draft(QStringLiteral("a")));
    presets.add(QStringLiteral("two"), draft(QStringLiteral("b")));
    presets.setKey(1, 1);
    QCOMPARE(presets.preset(0).key, 0);
    QCOMPARE(presets.preset(1).key, 1);
    presets.add(QStringLiteral("three"), draft(QStringLiteral("c")));
    QCOMPARE(presets.preset(2).key, 2);
}

void tst_Presets::undoesRemoval()
{
    ActFixture fixture;
    Presets &presets = *fixture.dashboard().presets();
    presets.add(QStringLiteral("one"), draft(QStringLiteral("a")));
    presets.add(QStringLiteral("two"), draft(QStringLiteral("b")));
    presets.remove(0);
    QCOMPARE(presets.preset(0).name, QStringLiteral("two"));
    QVERIFY(fixture.dashboard().undo()->undo());
    QCOMPARE(presets.preset(0).name, QStringLiteral("one"));
    QCOMPARE(presets.count(), 2);
}

void tst_Presets::moves()
{
    ActFixture fixture;
    Presets &presets = *fixture.dashboard().presets();
    const QAbstractItemModelTester tester(
        &presets, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const auto *name : {u"a", u"b", u"c"}) {
        presets.add(QString::fromUtf16(name), draft(QStringLiteral("e")));
    }
    const auto names = [&] {
        QString all;
        for (int row = 0; row < presets.count(); ++row) {
            all += presets.preset(row).name;
        }
        return all;
    };
    presets.move(0, 2);
    QCOMPARE(names(), QStringLiteral("bca"));
    presets.move(2, 1);
    QCOMPARE(names(), QStringLiteral("bac"));
    presets.move(0, 3);
    QCOMPARE(names(), QStringLiteral("bac"));
}

void tst_Presets::sends()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    RawClient client;
    QVERIFY(fixture.join(client));
    Presets &presets = *fixture.dashboard().presets();
    EmitDraft hello;
    hello.event = QStringLiteral("hello");
    presets.add(QStringLiteral("one"), hello);
    QSignalSpy fired(&presets, &Presets::fired);
    QVERIFY(presets.fireKey(1));
    QVERIFY(!presets.fireKey(2));
    QTRY_COMPARE(fired.size(), 1);
    QCOMPARE(fired.first().at(1).toInt(), 1);
    QCOMPARE(fired.first().at(2).toString(), QString());
    QCOMPARE(
        presets.index(0).data(int(Presets::Role::Result)).toString(), QStringLiteral("Sent to 1"));
    QTRY_COMPARE(client.last(), QStringLiteral("42[\"hello\"]"));
    QTRY_COMPARE(presets.index(0).data(int(Presets::Role::Result)).toString(), QString());
}

void tst_Presets::saysWhyNotSent()
{
    ActFixture fixture;
    Presets &presets = *fixture.dashboard().presets();
    presets.add(QStringLiteral("one"), draft(QStringLiteral("a")));
    QSignalSpy fired(&presets, &Presets::fired);
    presets.fire(0);
    QCOMPARE(fired.size(), 1);
    QCOMPARE(fired.first().at(2).toString(), QStringLiteral("The server is not running"));
}

void tst_Presets::samplesCanBeSent()
{
    ActFixture fixture;
    Presets &presets = *fixture.dashboard().presets();
    presets.addSamples();
    QVERIFY(presets.count() > 0);
    for (int row = 0; row < presets.count(); ++row) {
        QVERIFY(CompiledEmit::compile(presets.preset(row).draft));
    }
}

void tst_Presets::staysBounded()
{
    ActFixture fixture;
    Presets &presets = *fixture.dashboard().presets();
    for (int i = 0; i < Presets::maxCount; ++i) {
        QCOMPARE(presets.add(QString::number(i), draft(QStringLiteral("e"))), i);
    }
    QCOMPARE(presets.add(QStringLiteral("more"), draft(QStringLiteral("e"))), -1);
}

QTEST_MAIN(tst_Presets)
#include "tst_presets.moc"
