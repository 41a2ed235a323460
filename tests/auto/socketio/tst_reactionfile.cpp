// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/reactionfile.h"

#include <QFile>
#include <QTest>

using namespace Switchboard::SocketIo;

class tst_ReactionFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void shipped_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("bench contract") << QStringLiteral("tests/bench/contract.json");
        QTest::newRow("chat demo") << QStringLiteral("resources/demos/chat/reactions.json");
    }

    void shipped()
    {
        QFETCH(QString, path);
        QFile file(QStringLiteral(SOURCE_DIR "/") + path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto reactions = parseReactions(file.readAll());
        QVERIFY2(reactions.ok(), reactions.ok() ? "" : qPrintable(reactions.error().sentence()));
        QVERIFY((*reactions)->count() > 0);
    }

    void reads()
    {
        const auto reactions = parseReactions(R"({"version":1,"rules":[
            {"on":"connect","namespace":"/chat*","do":[{"join":"lobby"},{"leave":"lobby"}]},
            {"on":"*","do":[{"emit":"x","to":"others","room":"r","volatile":true,"args":[1]},
                            {"ack":[]},{"disconnect":"connection"}]}]})");
        QVERIFY(reactions.ok());
        const auto &rules = (*reactions)->rules;
        QCOMPARE(rules.size(), std::size_t(2));
        QVERIFY(rules[0].onConnect);
        QCOMPARE(rules[0].nsp, "/chat*");
        QCOMPARE(rules[0].actions[0].kind, ReactionAction::Kind::Join);
        QCOMPARE(rules[0].actions[1].kind, ReactionAction::Kind::Leave);
        QVERIFY(!rules[1].onConnect);
        QCOMPARE(rules[1].nsp, "/");
        const auto &emit = rules[1].actions[0];
        QCOMPARE(emit.kind, ReactionAction::Kind::Emit);
        QCOMPARE(emit.to, ReactionAction::To::Others);
        QVERIFY(emit.isVolatile && emit.hasRoom);
        QCOMPARE(rules[1].actions[1].kind, ReactionAction::Kind::Ack);
        QVERIFY(rules[1].actions[2].close);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, const char *json, int line, int column,
                             const char *part) {
            QTest::newRow(name) << QByteArray(json) << line << column << QString::fromLatin1(part);
        };
        row("empty", "", 1, 1, "too early");
        row("not JSON", "{\n  rules\n}", 2, 3, "quotes");
        row("missing comma", "{\"rules\":[]\n\"x\":1}", 2, 1, "comma");
        row("column counts characters", "{\"rules\":[{\"on\":\"\xc3\xa4\xc3\xb6\",\"oops\":1}]}", 1,
            22, "oops");
        row("trailing text", "{\"rules\":[]} x", 1, 14, "follow");
        row("no object", "[]", 1, 1, "object");
        row("no rules", "{\"version\":1}", 1, 1, "rules");
        row("rules no array", "{\"rules\":{}}", 1, 10, "array");
        row("version 2", "{\"version\":2,\"rules\":[]}", 1, 12, "version");
        row("unknown key", "{\"rules\":[],\n \"rule\":[]}", 2, 2, "Unknown key \"rule\"");
        row("key twice", "{\"rules\":[],\"rules\":[]}", 1, 13, "twice");
        row("rule no object", "{\"rules\":[1]}", 1, 11, "object");
        row("rule without on", "{\"rules\":[{\"do\":[]}]}", 1, 11, "\"on\"");
        row("rule without do", "{\"rules\":[{\"on\":\"a\"}]}", 1, 11, "\"do\"");
        row("on no text", "{\"rules\":[{\"on\":1,\"do\":[]}]}", 1, 17, "text");
        row("on reserved", "{\"rules\":[{\"on\":\"disconnect\",\"do\":[]}]}", 1, 17, "No client");
        row("on empty", "{\"rules\":[{\"on\":\"\",\"do\":[]}]}", 1, 17, "No client");
        row("namespace without slash", "{\"rules\":[{\"on\":\"a\",\"namespace\":\"b\",\"do\":[]}]}",
            1, 33, "/");
        row("do no array", "{\"rules\":[{\"on\":\"a\",\"do\":{}}]}", 1, 26, "array");
        const auto action = [&](const char *name, const char *json, int column, const char *part) {
            QTest::newRow(name) << QByteArray("{\"rules\":[{\"on\":\"a\",\"do\":[\n") + json
                    + "]}]}" << 2
                                << column << QString::fromLatin1(part);
        };
        action("action without a kind", "{}", 1, "exactly one");
        action("action of two kinds", R"({"join":"a","leave":"b"})", 1, "exactly one");
        action("unknown key of an action", R"({"emit":"a","rooms":"b"})", 13, "rooms");
        action("key of another action", R"({"join":"a","args":[]})", 13, "args");
        action("ack no array", R"({"ack":true})", 8, "array");
        action("emit no text", R"({"emit":1})", 9, "text");
        action("emit empty", R"({"emit":""})", 9, "empty");
        action("emit reserved", R"({"emit":"connect"})", 9, "reserved");
        action("args no array", R"({"emit":"a","args":"{{args}}"})", 20, "array");
        action("bad reference", R"({"emit":"a","args":["x {{foo}}"]})", 24, "foo");
        action("reference not closed", "{\"join\":\"{{args.0\"}", 10, "}}");
        action("unknown to", R"({"emit":"a","to":"all"})", 18, "everyone");
        action("room for the sender", R"({"emit":"a","room":"b"})", 1, "others");
        action("volatile no boolean", R"({"emit":"a","volatile":1})", 24, "true or false");
        action("unknown disconnect", R"({"disconnect":true})", 15, "text");
        action("disconnect of what", R"({"disconnect":"all"})", 15, "namespace");
    }

    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, line);
        QFETCH(int, column);
        QFETCH(QString, part);
        const auto reactions = parseReactions(json);
        QVERIFY(!reactions.ok());
        const auto &error = reactions.error();
        QVERIFY2(error.message.contains(part), qPrintable(error.sentence()));
        QCOMPARE(error.sentence().section(u':', 0, 0),
            QStringLiteral("line %1, column %2").arg(line).arg(column));
    }

    void refusesWhatIsNoText()
    {
        QVERIFY(!parseReactions("{\"rules\":[],\"\xff\":1}").ok());
        QVERIFY(!parseReactions(QByteArray(2'000'000, ' ')).ok());
        QVERIFY(!parseReactions(QByteArray(100'000, '[')).ok());
    }

    void globs_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *pattern, const char *text, bool fits) {
            QTest::addRow("%s %s", pattern, text)
                << QByteArray(pattern) << QByteArray(text) << fits;
        };
        row("a", "a", true);
        row("a", "b", false);
        row("a", "ab", false);
        row("", "", true);
        row("*", "", true);
        row("*", "abc", true);
        row("a*", "abc", true);
        row("*c", "abc", true);
        row("a*c*e", "abcde", true);
        row("a*c*e", "abcdf", false);
        row("a?c", "abc", true);
        row("a?c", "ac", false);
        row("**b", "aab", true);
        row("[a]", "a", false);
        row("*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false);
    }

    void globs()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, text);
        QFETCH(bool, fits);
        QCOMPARE(matchesGlob(pattern, text), fits);
    }
};

QTEST_APPLESS_MAIN(tst_ReactionFile)

#include "tst_reactionfile.moc"
