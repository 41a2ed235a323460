// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/bridgefile.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::Redis;

namespace {

QByteArray fileOf(const QByteArrayList &bridges)
{
    return "{\"bridges\":[" + bridges.join(',') + "]}";
}

} // namespace

class tst_BridgeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void refuses_data();
    void refuses();
    void countsLinesAndCharacters();
    void allowsSoManyAndNoMore();
};

void tst_BridgeFile::readsEveryField()
{
    const auto rules = parseBridges(R"({
            "version": 1,
            "bridges": [
                {"name": "Ticks", "on": false, "direction": "to-clients", "channel": "demo:*",
                 "event": "price:{1}", "namespace": "/{1}", "to": {"room": "r-{1}"},
                 "body": {"path": "$.data"}, "badJson": "skip",
                 "limit": {"perSecond": 10, "excess": "keep-last", "key": "$.id"}},
                {"name": "Chat", "direction": "to-redis", "channel": "chat:{nsp}:{1}",
                 "event": "chat:*", "namespace": "*", "body": "wrap"},
                {"name": "Board", "direction": "both", "channel": "board:*", "event": "draw:stroke",
                 "namespace": "/board", "to": {"room": "{1}"}, "body": "text"}
            ]})");
    QVERIFY2(rules.ok(), rules.ok() ? "" : qPrintable(rules.error().sentence()));
    QCOMPARE(rules->size(), 3U);
    const auto &ticks = (*rules)[0];
    QVERIFY(!ticks.isOn && ticks.toClients() && !ticks.toRedis());
    QCOMPARE(ticks.to, BridgeRule::To::Room);
    QCOMPARE(ticks.body, BridgeRule::Body::Path);
    QCOMPARE(ticks.badJson, BridgeRule::BadJson::Skip);
    QCOMPARE(ticks.limit, 10);
    QCOMPARE(ticks.excess, BridgeRule::Excess::KeepLast);
    QVERIFY(!(*rules)[1].toClients() && (*rules)[1].isOn);
    QVERIFY((*rules)[2].toClients() && (*rules)[2].toRedis());
}

void tst_BridgeFile::refuses_data()
{
    QTest::addColumn<QByteArray>("json"); // @ marks the place of the complaint
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *name, const QByteArray &json, const char *hint) {
        QTest::newRow(name) << json << QString::fromLatin1(hint);
    };
    const auto rule = [&](const char *name, const QByteArray &fields, const char *hint) {
        row(name, "{\"bridges\":[{\"name\":\"a\"," + fields + "}]}", hint);
    };
    const auto out = [&](const char *name, const QByteArray &fields, const char *hint) {
        rule(name, R"("direction":"to-clients","channel":"c*","event":)" + fields, hint);
    };
    row("nothing", "@", "too early");
    row("not JSON", "{@bridges}", "key in double quotes");
    row("no UTF-8", "@{\"\xff\":1}", "UTF-8");
    row("not an object", "@[]", "must be an object");
    row("no bridges", "@{}", "\"bridges\" is missing");
    row("other version", R"({"version":@2,"bridges":[]})", "must be 1");
    row("unknown key", R"({"bridges":[],@"x":1})", "Unknown key \"x\"");
    row("bridge is no object", R"({"bridges":[@1]})", "must be an object");
    row("no name", R"({"bridges":[@{}]})", "\"name\" is missing");
    row("no direction", R"({"bridges":[@{"name":"a"}]})", "\"direction\" is missing");
    row("no channel", R"({"bridges":[@{"name":"a","direction":"both"}]})",
        "\"channel\" is missing");
    row("same name",
        R"({"bridges":[{"name":"a","direction":"to-clients","channel":"c","event":"e"},)"
        R"(@{"name":"a","direction":"to-clients","channel":"c","event":"e"}]})",
        "same name");
    rule("direction unknown", R"("direction":@"up")", "must be one of");
    rule("channel empty", R"("channel":@"")", "1 to 256");
    rule("unknown key of a bridge", R"(@"evnt":"x")", "Unknown key");
    rule("key twice", R"(@"name":"b")", "there twice");
    rule("on is no switch", R"("on":@1)", "true or false");
    out("capture without star", R"(@"{2}")", "{2} has no star");
    out("template broken", R"(@"{x}")", "Only {1}");
    out("namespace", R"("e","namespace":@"x")", "begins with");
    out("to somebody else", R"("e","to":@"x")", "must be \"everyone\"");
    out("to both", R"("e","to":@{"room":"a","client":"b"})", "needs one of");
    out("limit without number", R"("e","limit":@{})", "is missing");
    out("limit of zero", R"("e","limit":{"perSecond":@0})", "from 1 to");
    out("limit of a fraction", R"("e","limit":{"perSecond":@1.5})", "from 1 to");
    out("key without keep-last", R"("e","limit":@{"perSecond":1,"key":"$"})", "belong together");
    out("path broken", R"("e","body":{"path":@"x"})", "begins with $");
    rule("to-redis with a room",
        R"("direction":"to-redis","channel":"c","event":"e","to":{"room":@"r"})", "no \"to\"");
    rule("both ways with a star lost", R"("direction":"both","channel":@"c:*","event":"e")",
        "use {1}");
    rule("both ways with a set", R"("direction":"both","channel":@"c[ab]","event":"e")",
        "only use *");
    rule("both ways into many namespaces",
        R"("direction":"both","channel":"c","event":"e","namespace":@"/*")", "by its name");
}

void tst_BridgeFile::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, hint);
    const auto place = json.indexOf('@');
    const auto rules = parseBridges(json.remove(place, 1));
    QVERIFY(!rules.ok());
    QVERIFY2(rules.error().message.contains(hint), qPrintable(rules.error().sentence()));
    QCOMPARE(rules.error().line, 1);
    QCOMPARE(rules.error().column, place + 1);
}

void tst_BridgeFile::countsLinesAndCharacters()
{
    const auto rules = parseBridges("{\n  \"bridges\": [],\n  \"äöü\": 1, \"y\" 2\n}");
    QCOMPARE(rules.error().line, 3);
    QCOMPARE(rules.error().column, 17);
}

void tst_BridgeFile::allowsSoManyAndNoMore()
{
    QByteArrayList bridges;
    for (int i = 0; i < 201; ++i) {
        bridges.append(R"({"name":")" + QByteArray::number(i)
            + R"(","direction":"to-clients","channel":"c","event":"e"})");
    }
    QVERIFY(parseBridges(fileOf(bridges.mid(1))).ok());
    QVERIFY(!parseBridges(fileOf(bridges)).ok());
    QVERIFY(!parseBridges(QByteArray(JsonFile::largest + 1, ' ')).ok());
}

QTEST_APPLESS_MAIN(tst_BridgeFile)
#include "tst_bridgefile.moc"
