// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/bridgefile.h"
#include "redis/bridges.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::Redis;
using namespace std::chrono_literals;

namespace {

/** Each thing that goes out as one line. */
class Outlet : public BridgeOutlet
{
public:
    bool emitEvent(const Bridged &item) override
    {
        if (item.event == "refused") {
            return false;
        }
        const auto to = item.to == BridgeRule::To::Room ? " room=" + item.target
            : item.to == BridgeRule::To::Client         ? " client=" + item.target
                                                        : QByteArray();
        sent.append("emit " + item.nsp + ' ' + item.event + to + ' ' + item.body);
        return true;
    }

    void publishMessage(const QByteArray &channel, const QByteArray &body) override
    {
        sent.append("publish " + channel + ' ' + body);
    }

    QByteArrayList take() { return std::exchange(sent, {}); }

    QByteArrayList sent;
};

QByteArray fileOf(const QByteArray &bridges)
{
    return "{\"bridges\":[" + bridges + "]}";
}

struct World
{
    explicit World(const QByteArray &bridges)
    {
        auto rules = parseBridges(fileOf(bridges));
        if (rules.ok()) {
            engine.setRules(std::move(*rules));
        } else {
            qWarning("%s", qPrintable(rules.error().sentence()));
        }
    }

    QByteArrayList message(
        const QByteArray &channel, const QByteArray &body, const QByteArray &pattern = {})
    {
        engine.message({channel, pattern, body});
        return outlet.take();
    }

    QByteArrayList event(const QByteArray &nsp, const QByteArray &name,
        const QByteArrayList &args = {"1"}, const QByteArrayList &rooms = {}, bool binary = false)
    {
        const QList<QByteArrayView> views(args.begin(), args.end());
        engine.eventReceived({nsp, name, {views.data(), static_cast<std::size_t>(views.size())},
            binary, "socket-id", rooms});
        return outlet.take();
    }

    QByteArrayList pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        wheel.advance();
        return outlet.take();
    }

    ManualClock clock;
    TimerWheel wheel{clock};
    Outlet outlet;
    Bridges engine{[this]() -> TimerWheel & { return wheel; }, outlet};
};

QByteArray toClients(const QByteArray &more = {})
{
    return R"({"name":"a","direction":"to-clients","channel":"c","event":"e")" + more + '}';
}

} // namespace

class tst_Bridges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsToClients();
    void convertsBodiesForClients_data();
    void convertsBodiesForClients();
    void publishesForClients();
    void convertsBodiesForRedis_data();
    void convertsBodiesForRedis();
    void goesBothWays();
    void refusesBinaryArguments();
    void dropsTheNewest();
    void dropsTheOldest();
    void keepsTheLastPerKey();
    void stopsItsOwnMessages();
    void letsOthersSayTheSame();
    void forgetsAfterTwoSeconds();
    void keepsCountersOverNewRules();
    void findsLoopsBeforehand();
    void ignoresWhatItDidNotSubscribeTo();
    void countsWhatNobodyMayGet();
};

void tst_Bridges::sendsToClients()
{
    World world(R"({"name":"a","direction":"to-clients","channel":"demo:*:*","event":"price:{2}",
        "namespace":"/{1}","to":{"room":"r {channel}"}},
        {"name":"b","direction":"to-clients","channel":"demo:x:y","event":"plain",
        "to":{"client":"abc"}},
        {"name":"off","on":false,"direction":"to-clients","channel":"zzz","event":"e"})");
    QCOMPARE(world.engine.topics().size(), 2);
    QVERIFY(world.engine.topics().contains({"demo:*:*", true}));
    QVERIFY(world.engine.topics().contains({"demo:x:y", false}));
    QCOMPARE(world.message("demo:x:y", "{\"a\":1}", "demo:*:*"),
        QByteArrayList{"emit /x price:y room=r demo:x:y {\"a\":1}"});
    QCOMPARE(world.message("demo:x:y", "2"), QByteArrayList{"emit / plain client=abc 2"});
    QCOMPARE(world.engine.counters()[0].sent, 1U);
}

void tst_Bridges::convertsBodiesForClients_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected"); // empty: nothing goes
    QTest::addColumn<QByteArray>("counted"); // errors and notJson
    const auto row = [](const char *name, const QByteArray &fields, const QByteArray &body,
                         const QByteArray &expected, const QByteArray &counted = "0 0") {
        QTest::newRow(name) << fields << body << expected << counted;
    };
    row("JSON keeps its digits and keys", "", R"( {"b":1.50,"a":12345678901234567890} )",
        R"({"b":1.50,"a":12345678901234567890})");
    row("JSON text", "", "\"hi\"", "\"hi\"");
    row("bad JSON as text", "", "hi \"you\"", R"("hi \"you\"")", "0 1");
    row("empty as text", "", "", "\"\"", "0 1");
    row("bad JSON skipped", R"(,"badJson":"skip")", "{", "", "0 1");
    row("bad JSON counted", R"(,"badJson":"error")", "{", "", "1 1");
    row("too deep is no JSON", R"(,"badJson":"skip")", QByteArray(100, '[') + QByteArray(100, ']'),
        "", "0 1");
    row("text", R"(,"body":"text")", "{\"a\":1}", R"("{\"a\":1}")");
    row("text that is no UTF-8", R"(,"body":"text")", "a\xff", "\"a\xEF\xBF\xBD\"");
    row("JSON in bad UTF-8", R"(,"badJson":"skip")", "\"\xff\"", "", "0 1");
    row("wrapped JSON", R"(,"body":"wrap")", "[1]", R"({"channel":"c","body":[1]})");
    row("wrapped text", R"(,"body":"wrap")", "hi", R"({"channel":"c","body":"hi"})");
    row("path", R"(,"body":{"path":"$.a[1]"})", R"({"a":[1,{"b":2}]})", R"({"b":2})");
    row("path that is not there", R"(,"body":{"path":"$.x"})", "{}", "", "1 0");
}

void tst_Bridges::convertsBodiesForClients()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    World world(toClients(fields));
    QCOMPARE(world.message("c", body),
        expected.isEmpty() ? QByteArrayList() : QByteArrayList{"emit / e " + expected});
    const auto counters = world.engine.counters().front();
    const QByteArray counted
        = QByteArray::number(counters.errors) + ' ' + QByteArray::number(counters.notJson);
    QTEST(counted, "counted");
}

void tst_Bridges::publishesForClients()
{
    World world(R"({"name":"a","direction":"to-redis","channel":"chat:{nsp}:{1}:{client}",
        "event":"chat:*","namespace":"/chat*"},
        {"name":"b","direction":"to-redis","channel":"all","event":"ping"})");
    QCOMPARE(
        world.event("/chat2", "chat:hi"), QByteArrayList{"publish chat:/chat2:hi:socket-id 1"});
    QCOMPARE(world.event("/", "chat:hi"), QByteArrayList());
    QCOMPARE(world.event("/", "ping"), QByteArrayList{"publish all 1"});
    QCOMPARE(world.event("/", "pong"), QByteArrayList());
    QVERIFY(world.engine.topics().isEmpty());
}

void tst_Bridges::convertsBodiesForRedis_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArrayList>("args");
    QTest::addColumn<QByteArray>("expected"); // empty: an error
    const auto row
        = [](const char *name, const QByteArray &body, const QByteArrayList &args,
              const QByteArray &expected) { QTest::newRow(name) << body << args << expected; };
    row("one argument", R"("json")", {"{\"a\":1.0}"}, "{\"a\":1.0}");
    row("several arguments", R"("json")", {"1", "\"b\""}, "[1,\"b\"]");
    row("no argument", R"("json")", {}, "null");
    row("text", R"("text")", {R"("a\n\u00e4")"}, "a\nä");
    row("text of a number", R"("text")", {"5"}, "5");
    row("wrapped", R"("wrap")", {"1"}, R"({"event":"e","nsp":"/","body":1})");
    row("path", R"({"path":"$.id"})", {"{\"id\":7}"}, "7");
    row("path that is not there", R"({"path":"$.id"})", {"{}"}, "");
    row("path without arguments", R"({"path":"$.id"})", {}, "");
}

void tst_Bridges::convertsBodiesForRedis()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArrayList, args);
    QFETCH(QByteArray, expected);
    World world(
        R"({"name":"a","direction":"to-redis","channel":"c","event":"e","body":)" + body + '}');
    QCOMPARE(world.event("/", "e", args),
        expected.isEmpty() ? QByteArrayList() : QByteArrayList{"publish c " + expected});
    QCOMPARE(world.engine.counters().front().errors, expected.isEmpty() ? 1U : 0U);
}

void tst_Bridges::goesBothWays()
{
    World world(R"({"name":"a","direction":"both","channel":"board:*","event":"draw:stroke",
        "namespace":"/board","to":{"room":"b-{1}"}})");
    QCOMPARE(world.message("board:7", "1", "board:*"),
        QByteArrayList{"emit /board draw:stroke room=b-7 1"});
    QCOMPARE(world.event("/board", "draw:stroke", {"2"}, {"other", "b-8", "b-9"}),
        (QByteArrayList{"publish board:8 2", "publish board:9 2"}));
    QCOMPARE(world.event("/board", "draw:stroke", {"2"}, {"other"}), QByteArrayList());
    QCOMPARE(world.event("/", "draw:stroke", {"2"}, {"b-8"}), QByteArrayList());
    World inbox(R"({"name":"a","direction":"both","channel":"inbox:*","event":"mail",
        "to":{"client":"{1}"}})");
    QCOMPARE(inbox.event("/", "mail"), QByteArrayList{"publish inbox:socket-id 1"});
    World byEvent(R"({"name":"a","direction":"both","channel":"x:*:*","event":"{2}-{1}"})");
    QCOMPARE(byEvent.event("/", "b-a"), QByteArrayList{"publish x:a:b 1"});
    QCOMPARE(byEvent.message("x:1:2", "3", "x:*:*"), QByteArrayList{"emit / 2-1 3"});
}

void tst_Bridges::refusesBinaryArguments()
{
    World world(R"({"name":"a","direction":"to-redis","channel":"c","event":"e"})");
    QCOMPARE(world.event("/", "e", {"1"}, {}, true), QByteArrayList());
    QCOMPARE(world.engine.counters().front().errors, 1U);
}

void tst_Bridges::dropsTheNewest()
{
    World world(toClients(R"(,"limit":{"perSecond":2})"));
    for (const char *body : {"1", "2", "3", "4"}) {
        world.engine.message({"c", {}, body});
    }
    QCOMPARE(world.outlet.take(), (QByteArrayList{"emit / e 1", "emit / e 2"}));
    QCOMPARE(world.pass(1s), QByteArrayList());
    QCOMPARE(world.message("c", "5"), QByteArrayList{"emit / e 5"});
    QCOMPARE(world.engine.counters().front().dropped, 2U);
    QCOMPARE(world.engine.counters().front().sent, 3U);
}

void tst_Bridges::dropsTheOldest()
{
    World world(toClients(R"(,"limit":{"perSecond":2,"excess":"drop-oldest"})"));
    for (const char *body : {"1", "2", "3", "4", "5"}) {
        world.engine.message({"c", {}, body});
    }
    QCOMPARE(world.outlet.take(), (QByteArrayList{"emit / e 1", "emit / e 2"}));
    QCOMPARE(world.pass(500ms), QByteArrayList());
    QCOMPARE(world.pass(520ms), (QByteArrayList{"emit / e 4", "emit / e 5"}));
    QCOMPARE(world.engine.counters().front().dropped, 1U);
    QCOMPARE(world.pass(2s), QByteArrayList());
}

void tst_Bridges::keepsTheLastPerKey()
{
    World world(toClients(R"(,"limit":{"perSecond":1,"excess":"keep-last","key":"$.id"})"));
    for (const char *body :
        {R"({"id":1,"v":1})", R"({"id":1,"v":2})", R"({"id":2,"v":3})", R"({"id":1,"v":4})"}) {
        world.engine.message({"c", {}, body});
    }
    QCOMPARE(world.outlet.take(), QByteArrayList{R"(emit / e {"id":1,"v":1})"});
    QCOMPARE(world.pass(1020ms), QByteArrayList{R"(emit / e {"id":1,"v":4})"});
    QCOMPARE(world.pass(1020ms), QByteArrayList{R"(emit / e {"id":2,"v":3})"});
    QCOMPARE(world.engine.counters().front().dropped, 1U);
    for (int i = 0; i < 1'100; ++i) {
        world.engine.message({"c", {}, R"({"id":)" + QByteArray::number(i) + '}'});
    }
    QVERIFY2(world.engine.counters().front().dropped >= 98U, "kept keys are bounded");
}

void tst_Bridges::stopsItsOwnMessages()
{
    World world(R"({"name":"out","direction":"to-redis","channel":"chat:{1}","event":"chat:*"},
        {"name":"in","direction":"to-clients","channel":"chat:*","event":"chat:{1}"},
        {"name":"exact","direction":"to-clients","channel":"chat:a","event":"x"})");
    QCOMPARE(world.event("/", "chat:a", {"\"hi\""}), QByteArrayList{"publish chat:a \"hi\""});
    QCOMPARE(world.message("chat:a", "\"hi\"", "chat:*"), QByteArrayList());
    QCOMPARE(world.message("chat:a", "\"hi\""), QByteArrayList());
    QCOMPARE(world.engine.counters()[1].loopsStopped, 1U);
    QCOMPARE(world.engine.counters()[2].loopsStopped, 1U);
}

void tst_Bridges::letsOthersSayTheSame()
{
    World world(R"({"name":"both","direction":"both","channel":"c","event":"e"})");
    QCOMPARE(world.event("/", "e", {"1"}), QByteArrayList{"publish c 1"});
    QCOMPARE(world.event("/", "e", {"1"}), QByteArrayList{"publish c 1"});
    QCOMPARE(world.message("c", "2"), QByteArrayList{"emit / e 2"});
    QCOMPARE(world.message("c", "1"), QByteArrayList());
    QCOMPARE(world.message("c", "1"), QByteArrayList());
    QCOMPARE(world.message("c", "1"), QByteArrayList{"emit / e 1"});
}

void tst_Bridges::forgetsAfterTwoSeconds()
{
    World world(R"({"name":"both","direction":"both","channel":"c","event":"e"})");
    world.event("/", "e", {"1"});
    world.pass(1s);
    world.event("/", "e", {"1"});
    world.pass(1500ms);
    QCOMPARE(world.message("c", "1"), QByteArrayList()); // the second still counts
    QCOMPARE(world.message("c", "1"), QByteArrayList{"emit / e 1"});
    world.event("/", "e", {"1"});
    world.pass(2100ms);
    QCOMPARE(world.message("c", "1"), QByteArrayList{"emit / e 1"});
    for (std::size_t i = 0; i < LoopMemory::most + 10; ++i) {
        world.event("/", "e", {QByteArray::number(i)});
    }
    QCOMPARE(world.message("c", "0").size(), 1); // pushed out of a full memory
    QCOMPARE(world.message("c", QByteArray::number(LoopMemory::most)).size(), 0);
}

void tst_Bridges::keepsCountersOverNewRules()
{
    World world(toClients());
    world.message("c", "1");
    auto rules = parseBridges(fileOf(toClients(R"(,"body":"text")")));
    world.engine.setRules(std::move(*rules));
    QCOMPARE(world.message("c", "1"), QByteArrayList{"emit / e \"1\""});
    QCOMPARE(world.engine.counters().front().sent, 2U);
    world.engine.setRules({});
    QCOMPARE(world.message("c", "1"), QByteArrayList());
}

void tst_Bridges::findsLoopsBeforehand()
{
    const auto loops = [](const QByteArray &bridges) {
        const auto rules = parseBridges(fileOf(bridges));
        QByteArrayList found;
        for (const auto &loop : findLoops(*rules)) {
            found.append(QByteArray::number(loop.publishes) + QByteArray::number(loop.emits));
        }
        return found.join(' ');
    };
    const QByteArray in
        = R"({"name":"in","direction":"to-clients","channel":"chat:*","event":"msg"})";
    QCOMPARE(
        loops(R"({"name":"o","direction":"to-redis","channel":"chat:{nsp}","event":"m*"},)" + in),
        QByteArray("01"));
    QCOMPARE(loops(R"({"name":"o","direction":"to-redis","channel":"x:{1}","event":"m*"},)" + in),
        QByteArray());
    QCOMPARE(loops(R"({"name":"o","direction":"to-redis","channel":"chat:a","event":"x"},)" + in),
        QByteArray());
    QCOMPARE(loops(R"({"name":"o","on":false,"direction":"to-redis","channel":"chat:a",
        "event":"msg"},)"
                 + in),
        QByteArray());
    QCOMPARE(loops(R"({"name":"b","direction":"both","channel":"c","event":"e"})"), QByteArray());
}

void tst_Bridges::ignoresWhatItDidNotSubscribeTo()
{
    World world(toClients() + R"(,{"name":"p","direction":"to-clients","channel":"x*",
        "event":"e"})");
    QCOMPARE(world.message("other", "1"), QByteArrayList());
    QCOMPARE(world.message("c", "1", "*"), QByteArrayList());
    QCOMPARE(world.message("y", "1", "x*"), QByteArrayList());
    QVERIFY(!world.engine.mayCare("e"));
}

void tst_Bridges::countsWhatNobodyMayGet()
{
    World world(R"({"name":"a","direction":"to-clients","channel":"c","event":"refused"})");
    QCOMPARE(world.message("c", "1"), QByteArrayList());
    QCOMPARE(world.engine.counters().front().errors, 1U);
    QCOMPARE(world.engine.counters().front().sent, 0U);
}

QTEST_APPLESS_MAIN(tst_Bridges)
#include "tst_bridges.moc"
