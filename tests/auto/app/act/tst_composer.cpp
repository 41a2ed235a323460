// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "actfixture.h"

#include <QAbstractItemModelTester>

using namespace Switchboard::App;

class tst_Composer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyItCannotSend();
    void checksArguments();
    void sendsWhatWasTyped();
    void showsAnswers();
    void repeatsAndStops();
    void fillsPerClient();
    void tellsReach();
    void warnsOfUnknownNamespace();
    void asksBeforeLargeSends();
    void choosesAckByAudience();
    void offersRoomsAndClients();
    void keepsHistory();
    void loadsWhatItSaved();
    void writesCode();
    void endsWhenServerStops();
};

void tst_Composer::saysWhyItCannotSend()
{
    ActFixture fixture;
    Composer &composer = *fixture.dashboard().composer();
    QVERIFY(!composer.canSend());
    QCOMPARE(composer.blockReason(), QStringLiteral("Start the server to send"));
    QVERIFY(fixture.run());
    QCOMPARE(composer.blockReason(), QStringLiteral("Name the event to send"));
    composer.setEvent(QStringLiteral("connect"));
    QCOMPARE(composer.eventProblem(), QStringLiteral("connect is reserved by Socket.IO."));
    QVERIFY(!composer.canSend());
    composer.setEvent(QStringLiteral("hello"));
    QVERIFY(composer.canSend());
    composer.setAudience(Composer::Audience::Rooms);
    QCOMPARE(composer.blockReason(), QStringLiteral("Add a room to send to"));
    composer.targets()->addRoom(QStringLiteral("lobby"));
    QVERIFY(composer.canSend());
}

void tst_Composer::checksArguments()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    Composer &composer = *fixture.dashboard().composer();
    ArgumentsModel &arguments = *composer.arguments();
    const QAbstractItemModelTester tester(
        &arguments, QAbstractItemModelTester::FailureReportingMode::QtTest);
    composer.setEvent(QStringLiteral("e"));
    QCOMPARE(arguments.count(), 0);
    arguments.add();
    arguments.setText(QStringLiteral("{\"a\": tru}"));
    QTRY_COMPARE(arguments.problem(),
        QStringLiteral("Line 1, column 7: expected true, false, null, a number, a string, { or ["));
    QCOMPARE(arguments.problemPosition(), 6);
    QCOMPARE(composer.blockReason(), QStringLiteral("Fix argument 1 to send"));
    arguments.setText(QStringLiteral("{\"a\": true}"));
    QTRY_VERIFY(composer.canSend());
    arguments.format();
    QCOMPARE(arguments.text(), QStringLiteral("{\n  \"a\": true\n}"));
    arguments.remove(0);
    QCOMPARE(arguments.count(), 0);
    QVERIFY(fixture.dashboard().undo());
    for (int i = 0; i < 20; ++i) {
        arguments.add();
    }
    QCOMPARE(arguments.count(), 16);
}

void tst_Composer::sendsWhatWasTyped()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    RawClient client;
    QVERIFY(fixture.join(client));
    Composer &composer = *fixture.dashboard().composer();
    composer.setEvent(QStringLiteral("order"));
    composer.arguments()->add();
    composer.arguments()->setText(QStringLiteral("{ \"id\": 9007199254740993,\n \"f\": 1.0 }"));
    composer.arguments()->add();
    composer.arguments()->setType(ArgumentsModel::Type::Text);
    composer.arguments()->setText(QStringLiteral("a \"b\""));
    composer.send();
    QTRY_COMPARE(client.last(),
        QStringLiteral("42[\"order\",{\"id\":9007199254740993,\"f\":1.0},\"a \\\"b\\\"\"]"));
    QTRY_COMPARE(composer.lastRun()->summary(), QStringLiteral("Sent to 1 client"));
}

void tst_Composer::showsAnswers()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    RawClient answering;
    RawClient silent;
    QVERIFY(fixture.join(answering));
    QVERIFY(fixture.join(silent));
    Composer &composer = *fixture.dashboard().composer();
    composer.setEvent(QStringLiteral("ask"));
    composer.setWaitForAck(true);
    composer.setAckTimeout(300);
    composer.send();
    QTRY_VERIFY(answering.last().startsWith(u"42"));
    const QString id = answering.last().mid(2, answering.last().indexOf(u'[') - 2);
    answering.send(u"43" + id + u"[{\"ok\":true}]");
    EmitRun *run = composer.lastRun();
    const QAbstractItemModelTester tester(
        run, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(run->isComplete());
    QCOMPARE(run->count(), 2);
    QVERIFY(run->summary().startsWith(QStringLiteral("1 of 2 acks, p95 ")));
    QStringList answers;
    for (int row = 0; row < run->count(); ++row) {
        answers.append(run->index(row).data(int(EmitRun::Role::Answer)).toString());
    }
    QVERIFY(answers.contains(QStringLiteral("{\"ok\":true}")));
    QVERIFY(answers.contains(QStringLiteral("no answer in 300.0 ms"))
        || answers.contains(QStringLiteral("no answer in 300 ms")));
}

void tst_Composer::repeatsAndStops()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    RawClient client;
    QVERIFY(fixture.join(client));
    Composer &composer = *fixture.dashboard().composer();
    composer.setEvent(QStringLiteral("tick"));
    composer.arguments()->add();
    composer.arguments()->setText(QStringLiteral("{{n}}"));
    composer.setRepeats(true);
    composer.setRepeatCount(700);
    composer.setRepeatInterval(0);
    composer.send();
    QTRY_COMPARE(client.heard().size(), 701); // and the packet of the joining
    QCOMPARE(client.heard().at(1), QStringLiteral("42[\"tick\",1]"));
    QCOMPARE(client.last(), QStringLiteral("42[\"tick\",700]"));
    QTRY_VERIFY(!composer.lastRun()->isSending());
    composer.setRepeatInterval(60'000);
    composer.send();
    QTRY_COMPARE(composer.lastRun()->sent(), 1);
    QVERIFY(composer.lastRun()->isSending());
    composer.stop();
    QVERIFY(!composer.lastRun()->isSending());
}

void tst_Composer::fillsPerClient()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    RawClient ada;
    RawClient grace;
    QVERIFY(fixture.join(ada, QStringLiteral("40{\"name\":\"ada\"}")));
    QVERIFY(fixture.join(grace, QStringLiteral("40{\"name\":\"grace\"}")));
    Composer &composer = *fixture.dashboard().composer();
    composer.setEvent(QStringLiteral("hi"));
    composer.arguments()->add();
    composer.arguments()->setText(QStringLiteral("\"hello {{client.name}}\""));
    composer.send();
    QTRY_COMPARE(ada.last(), QStringLiteral("42[\"hi\",\"hello ada\"]"));
    QTRY_COMPARE(grace.last(), QStringLiteral("42[\"hi\",\"hello grace\"]"));
    QTRY_COMPARE(composer.lastRun()->addressed(), 2);
}

void tst_Composer::tellsReach()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    RawClient client;
    QVERIFY(fixture.join(client));
    Composer &composer = *fixture.dashboard().composer();
    composer.setActive(true);
    QTRY_COMPARE(composer.reachText(), QStringLiteral("Reaches 1 of 1 clients"));
    composer.setAudience(Composer::Audience::Rooms);
    QTRY_COMPARE(composer.reachText(), QString());
    composer.targets()->addRoom(QStringLiteral("empty"));
    QTRY_VERIFY(composer.reachesNobody());
    QCOMPARE(composer.reachText(), QStringLiteral("Nobody would receive this now"));
    composer.setActive(false);
}

void tst_Composer::warnsOfUnknownNamespace()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    QTRY_VERIFY(fixture.dashboard().namespaces()->contains("/"));
    Composer &composer = *fixture.dashboard().composer();
    composer.setNsp(QStringLiteral("none"));
    QCOMPARE(composer.nsp(), QStringLiteral("/none"));
    QCOMPARE(
        composer.nspWarning(), QStringLiteral("No such namespace yet. Nobody would receive this."));
    composer.setNsp(QStringLiteral("/"));
    QCOMPARE(composer.nspWarning(), QString());
}

void tst_Composer::asksBeforeLargeSends()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    Composer &composer = *fixture.dashboard().composer();
    composer.setEvent(QStringLiteral("flood"));
    composer.setRepeats(true);
    composer.setRepeatCount(20'000);
    composer.setRepeatInterval(100);
    composer.send();
    QVERIFY(composer.confirmation().contains(u"20"));
    QVERIFY(!composer.lastRun());
    composer.stop();
    QCOMPARE(composer.confirmation(), QString());
    composer.send();
    composer.send();
    QVERIFY(composer.lastRun());
    composer.stop();
}

void tst_Composer::choosesAckByAudience()
{
    ActFixture fixture;
    Composer &composer = *fixture.dashboard().composer();
    QVERIFY(!composer.waitsForAck());
    composer.setAudience(Composer::Audience::Clients);
    QVERIFY(composer.waitsForAck());
    composer.setAudience(Composer::Audience::Everyone);
    QVERIFY(!composer.waitsForAck());
    composer.setWaitForAck(true);
    composer.setAudience(Composer::Audience::Rooms);
    QVERIFY(composer.waitsForAck());
}

void tst_Composer::offersRoomsAndClients()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    RawClient client;
    QVERIFY(fixture.join(client, QStringLiteral("40{\"name\":\"ada\"}")));
    Composer &composer = *fixture.dashboard().composer();
    composer.setActive(true);
    QTRY_VERIFY((
        composer.findChoices(QStringLiteral("AD"), false, true), composer.choices()->count() == 1));
    composer.setAudience(Composer::Audience::Clients);
    composer.addChoice(0, false);
    QCOMPARE(composer.targets()->count(), 1);
    composer.addChoice(0, false);
    QCOMPARE(composer.targets()->count(), 1);
    composer.targets()->remove(0);
    composer.setActive(false);
}

void tst_Composer::keepsHistory()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    Composer &composer = *fixture.dashboard().composer();
    SendHistory &sends = *fixture.dashboard().sends();
    const QAbstractItemModelTester tester(
        &sends, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 105; ++i) {
        composer.setEvent(QStringLiteral("e%1").arg(i));
        composer.send();
    }
    QCOMPARE(sends.count(), SendHistory::maxRuns);
    QCOMPARE(sends.index(0).data(int(SendHistory::Role::Event)).toString(), QStringLiteral("e104"));
    composer.loadHistory(99);
    QCOMPARE(composer.event(), QStringLiteral("e5"));
    composer.sendAgain(0);
    QCOMPARE(sends.run(0)->draft().event, QStringLiteral("e104"));
}

void tst_Composer::loadsWhatItSaved()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    Composer &composer = *fixture.dashboard().composer();
    composer.setEvent(QStringLiteral("e"));
    composer.setAudience(Composer::Audience::Rooms);
    composer.targets()->addRoom(QStringLiteral("lobby"));
    composer.arguments()->add();
    composer.arguments()->setText(QStringLiteral("[1.00]"));
    QVERIFY(composer.canSavePreset());
    composer.savePreset(QStringLiteral(" mine "));
    const EmitDraft draft = composer.draft();
    composer.clear();
    QCOMPARE(composer.arguments()->count(), 0);
    composer.loadPreset(0);
    QCOMPARE(composer.draft(), draft);
    composer.composeFor(1, QStringLiteral("/"));
    composer.setEvent(QStringLiteral("e"));
    QVERIFY(!composer.canSavePreset());
    QVERIFY(!composer.presetProblem().isEmpty());
}

void tst_Composer::writesCode()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    Composer &composer = *fixture.dashboard().composer();
    composer.compose(QStringLiteral("e"), QStringLiteral("/chat"), QStringLiteral("{\"a\":1},2"));
    QCOMPARE(composer.arguments()->count(), 2);
    QCOMPARE(composer.code(Composer::Code::Packet), QStringLiteral("42/chat,[\"e\",{\"a\":1},2]"));
    QVERIFY(composer.code(Composer::Code::JavaScript).contains(u"emit(\"e\""));
}

void tst_Composer::endsWhenServerStops()
{
    ActFixture fixture;
    QVERIFY(fixture.run());
    Composer &composer = *fixture.dashboard().composer();
    composer.setEvent(QStringLiteral("e"));
    composer.setRepeats(true);
    composer.setRepeatInterval(60'000);
    composer.send();
    QVERIFY(composer.lastRun()->isSending());
    fixture.dashboard().server()->stop();
    QTRY_VERIFY(!composer.lastRun()->isSending());
    QVERIFY(!composer.canSend());
}

QTEST_MAIN(tst_Composer)
#include "tst_composer.moc"
