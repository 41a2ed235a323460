// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/template.h"

#include "core/jsonscanner.h"
#include "socketio/decoder.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::SocketIo;

class tst_Template : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void renders_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *source, const char *event,
                             const char *json) {
            QTest::newRow(name) << QByteArray(source) << QByteArray(event) << QByteArray(json);
        };
        const char *two = R"(2["e","a",{"user":{"name":"Zoë"},"list":[10,20]}])";
        row("no arguments", "[]", two, "");
        row("literals", R"([1, "x" ,{"a": [true,null] }])", two, R"(1,"x",{"a":[true,null]})");
        row("all arguments", R"(["{{args}}"])", two,
            R"("a",{"user":{"name":"Zoë"},"list":[10,20]})");
        row("all of none", R"(["{{args}}"])", R"(2["e"])", "");
        row("around all", R"([0,"{{args}}",9])", R"(2["e",1,2])", "0,1,2,9");
        row("around none", R"([0,"{{args}}",9])", R"(2["e"])", "0,9");
        row("none, then one", R"(["{{args}}",9])", R"(2["e"])", "9");
        row("one, then none", R"([0,"{{args}}"])", R"(2["e"])", "0");
        row("twice none", R"(["{{args}}","{{args}}",[ "{{args}}" ]])", R"(2["e"])", "[]");
        row("twice all", R"(["{{args}}","{{args}}",["{{args}}"]])", R"(2["e",1])", "1,1,[1]");
        row("all as a member", R"([{"all":"{{args}}"}])", R"(2["e",1,2])", R"({"all":[1,2]})");
        row("one argument", R"(["{{args.0}}"])", two, R"("a")");
        row("spaces inside braces", R"(["{{ args.0 }}"])", two, R"("a")");
        row("missing argument", R"(["{{args.7}}"])", two, "null");
        row("member", R"(["{{args.1.user}}"])", two, R"({"name":"Zoë"})");
        row("member of a member", R"(["{{args.1.user.name}}"])", two, R"("Zoë")");
        row("item", R"(["{{args.1.list.1}}"])", two, "20");
        row("missing member", R"(["{{args.1.nobody.name}}"])", two, "null");
        row("missing item", R"(["{{args.1.list.2}}"])", two, "null");
        row("member of a string", R"(["{{args.0.length}}"])", two, "null");
        row("the last of equal keys", R"(["{{args.0.a}}"])", R"(2["e",{"a":1,"a":2}])", "2");
        row("digits stay", R"(["{{args.0}}"])", R"(2["e",12345678901234567890.0])",
            "12345678901234567890.0");
        row("inside a string", R"(["hello {{args.1.user.name}}!"])", two, R"("hello Zoë!")");
        row("inside a string, escaped", R"(["<{{args.0}}>\n"])", "2[\"e\",\"a\\\"\\u0041\"]",
            "\"<a\\\"\\u0041>\\n\"");
        row("number inside a string", R"(["{{args.0}}%"])", R"(2["e",5])", R"("5%")");
        row("object inside a string", R"(["={{args.0}}"])", R"(2["e",{"a":"b"}])",
            "\"={\\\"a\\\":\\\"b\\\"}\"");
        row("missing inside a string", R"(["={{args.9}}"])", two, R"("=")");
        row("two inside a string", R"(["{{args.0}}{{args.1}}"])", R"(2["e","x","y"])", R"("xy")");
        row("sid, id, event, nsp, now", R"(["{{sid}}","{{id}}","{{event}}","{{nsp}}","{{now}}"])",
            two, R"("SID",7,"e","/",1234)");
        row("auth", R"(["{{auth}}","{{auth.token}}","{{auth.none}}"])", two,
            R"({"token":"t"},"t",null)");
        row("single braces are text", "[\"{args}\",\"}}\"]", two, "\"{args}\",\"}}\"");
        row("deep", R"([{"a":{"b":[{"c":"{{args.0}}"},2]},"d":"{{id}}"}])", two,
            R"({"a":{"b":[{"c":"a"},2]},"d":7})");
    }

    void renders()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, json);
        const auto compiled = Template::arguments(source);
        QVERIFY(compiled.ok());
        const auto packet = decode(event);
        QVERIFY(packet.ok());
        QByteArray rendered;
        QList<QByteArray> attachments;
        compiled->render(context(*packet, {}), rendered, attachments);
        QCOMPARE(rendered, json);
        QVERIFY(!Json::check(QByteArray('[' + rendered + ']')));
        QVERIFY(attachments.isEmpty());
    }

    void attachmentsFollow()
    {
        const QByteArray event
            = R"(53-["e",{"_placeholder":true,"num":2},[{"_placeholder":true,"num":0}],{"x":{"_placeholder":true,"num":1}}])";
        const auto packet = decode(event);
        QVERIFY(packet.ok());
        const QList<QByteArray> sent{"zero", "one", "two"};
        const auto render = [&](const char *source) -> QByteArray {
            const auto compiled = Template::arguments(QByteArrayView(source));
            QByteArray rendered;
            QList<QByteArray> attachments;
            compiled->render(context(*packet, {sent.constData(), 3}), rendered, attachments);
            return rendered + " | " + attachments.join(' ');
        };
        QCOMPARE(render(R"(["{{args}}"])"),
            R"({"_placeholder":true,"num":0},[{"_placeholder":true,"num":1}],{"x":{"_placeholder":true,"num":2}} | two zero one)");
        QCOMPARE(render(R"(["{{args.2.x}}"])"), R"({"_placeholder":true,"num":0} | one)");
        QCOMPARE(render(R"(["{{args.1}}","{{args.0}}"])"),
            R"([{"_placeholder":true,"num":0}],{"_placeholder":true,"num":1} | zero two)");
        QCOMPARE(render(R"([1])"), "1 | ");
    }

    void rendersText_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<bool>("found");
        QTest::addColumn<QByteArray>("text");
        const auto row
            = [](const char *name, const char *source, const char *event, const char *text) {
                  QTest::newRow(name) << QByteArray(source) << QByteArray(event)
                                      << (text != nullptr) << QByteArray(text);
              };
        row("literal", R"("lobby\n")", R"(2["e"])", "lobby\n");
        row("string", R"("{{args.0}}")", R"(2["e","a\u0062"])", "ab");
        row("number", R"("{{args.0}}")", R"(2["e",12])", "12");
        row("mixed", R"("room:{{args.0}}/{{args.1}}")", R"(2["e","a",1])", "room:a/1");
        row("mixed with missing", R"("room:{{args.0}}")", R"(2["e"])", "room:");
        row("missing", R"("{{args.0}}")", R"(2["e"])", nullptr);
        row("null", R"("{{args.0}}")", R"(2["e",null])", nullptr);
        row("boolean", R"("{{args.0}}")", R"(2["e",true])", nullptr);
        row("object", R"("{{args.0}}")", R"(2["e",{}])", nullptr);
        row("array", R"("{{args}}")", R"(2["e","a"])", nullptr);
    }

    void rendersText()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, event);
        QFETCH(bool, found);
        QFETCH(QByteArray, text);
        const auto compiled = Template::text(source);
        QVERIFY(compiled.ok());
        const auto packet = decode(event);
        QVERIFY(packet.ok());
        const auto rendered = compiled->renderText(context(*packet, {}));
        QCOMPARE(rendered.has_value(), found);
        QCOMPARE(rendered.value_or(QByteArray()), text);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("offset");
        QTest::newRow("unknown") << QByteArray(R"([1,"{{arg}}"])") << 4;
        QTest::newRow("unknown inside text") << QByteArray(R"(["abc {{foo}}"])") << 6;
        QTest::newRow("empty") << QByteArray(R"(["{{}}"])") << 2;
        QTest::newRow("not closed") << QByteArray("[\"a{{args.0\"]") << 3;
        QTest::newRow("no index") << QByteArray(R"(["{{args.x}}"])") << 2;
        QTest::newRow("negative index") << QByteArray(R"(["{{args.-1}}"])") << 2;
        QTest::newRow("empty step") << QByteArray(R"(["{{args.0..a}}"])") << 2;
        QTest::newRow("member of what has none") << QByteArray(R"(["{{sid.x}}"])") << 2;
        QTest::newRow("in a key") << QByteArray(R"([{"{{args.0}}":1}])") << 2;
    }

    void refuses()
    {
        QFETCH(QByteArray, source);
        QFETCH(int, offset);
        const auto compiled = Template::arguments(source);
        QVERIFY(!compiled.ok());
        QCOMPARE(compiled.error().offset, offset);
        QVERIFY(!compiled.error().message.isEmpty());
    }

private:
    static TemplateContext context(const Packet &packet, std::span<const QByteArray> attachments)
    {
        return {
            .packet = packet,
            .attachments = attachments,
            .auth = R"({"token":"t"})",
            .sid = "SID",
            .nsp = "/",
            .client = 7,
            .now = 1234,
        };
    }
};

QTEST_APPLESS_MAIN(tst_Template)

#include "tst_template.moc"
