// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/emittemplate.h"

#include <QRegularExpression>
#include <QtTest>

using namespace Switchboard;
using namespace Switchboard::App;

using Syntax = EmitTemplate::Syntax;
using Reason = TemplateError::Reason;
Q_DECLARE_METATYPE(Syntax)
Q_DECLARE_METATYPE(Reason)

class tst_EmitTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsAsTyped_data();
    void sendsAsTyped();
    void fillsHoles_data();
    void fillsHoles();
    void refuses_data();
    void refuses();
    void staysInRange();
    void makesNewIds();
    void knowsPerClient();
};

void tst_EmitTemplate::sendsAsTyped_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Syntax>("syntax");
    QTest::addColumn<QByteArray>("sent");
    const auto json = [](const char *name, const char *text, const char *sent) {
        QTest::newRow(name) << QByteArray(text) << Syntax::Json << QByteArray(sent);
    };
    json("whitespace goes", " { \"a\" :\n\t1 } ", "{\"a\":1}");
    json("whitespace in strings stays", "\" a  b \"", "\" a  b \"");
    json("large number", "12345678901234567890", "12345678901234567890");
    json("written number", "[1.0,1e3,-0,0.10]", "[1.0,1e3,-0,0.10]");
    json("order and duplicates", "{\"b\":1,\"a\":2,\"b\":3}", "{\"b\":1,\"a\":2,\"b\":3}");
    json("escapes", "\"\\u00e9 \\\" \\\\\"", "\"\\u00e9 \\\" \\\\\"");
    json("quote behind a backslash pair", "\"\\\\\" ", "\"\\\\\"");
    json("escaped braces are text", "\"\\u007b{now}}\"", "\"\\u007b{now}}\"");
    QTest::newRow("number") << QByteArray(" 1.50 ") << Syntax::Number << QByteArray("1.50");
    QTest::newRow("plain text") << QByteArray(" {\"a\" ") << Syntax::Plain
                                << QByteArray(" {\"a\" ");
    QTest::newRow("empty text") << QByteArray() << Syntax::Plain << QByteArray();
}

void tst_EmitTemplate::sendsAsTyped()
{
    QFETCH(QByteArray, text);
    QFETCH(Syntax, syntax);
    const auto parsed = EmitTemplate::parse(text, syntax);
    QVERIFY(parsed);
    QTEST(parsed->expand({}), "sent");
}

void tst_EmitTemplate::fillsHoles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Syntax>("syntax");
    QTest::addColumn<QString>("pattern");
    const auto json = [](const char *name, const char *text, const char *pattern) {
        QTest::newRow(name) << QByteArray(text) << Syntax::Json << QString::fromUtf8(pattern);
    };
    json("now", "{{now}}", R"(\d{13})");
    json("now in an object", "{\"ts\": {{now}}, \"b\": 1}", R"(\{"ts":\d{13},"b":1\})");
    json("spaces in the braces", "{{ now }}", R"(\d{13})");
    json("iso", "{{iso}}", R"("\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")");
    json("iso in a string", "\"at {{iso}}.\"", R"("at \d{4}-\d\d-\d\dT[\d:.]+Z\.")");
    json("uuid", "{{uuid}}", R"("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")");
    json("n", "[{{n}},\"{{n}}\"]", R"(\[7,"7"\])");
    json("random", "{{random 3 3}}", "3");
    json("random, negative", "{{random -5 -5}}", "-5");
    json("pick a word", "{{pick a}}", R"("a")");
    json("pick a number", "{{pick 12}}", "12");
    json("pick a truth", "{{pick true}}", "true");
    json("pick in a string", "\"{{pick 12}}\"", R"("12")");
    json("client", "{{client.name}}", R"("a\\"b")");
    json("client in a string", "\"hi {{client.name}}\"", R"("hi a\\"b")");
    json("client id", "{{client.id}}", R"("id1")");
    QTest::newRow("text") << QByteArray("n={{n}} {{client.name}}") << Syntax::Plain
                          << QStringLiteral("n=7 a\"b");
    QTest::newRow("number") << QByteArray("{{n}}") << Syntax::Number << QStringLiteral("7");
}

void tst_EmitTemplate::fillsHoles()
{
    QFETCH(QByteArray, text);
    QFETCH(Syntax, syntax);
    QFETCH(QString, pattern);
    const auto parsed = EmitTemplate::parse(text, syntax);
    QVERIFY(parsed);
    const QByteArray sent = parsed->expand({7, "id1", "a\"b"});
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    QVERIFY2(expression.match(QString::fromUtf8(sent)).hasMatch(), sent.constData());
    if (syntax != Syntax::Plain) {
        QVERIFY(!Json::check(sent));
    }
}

void tst_EmitTemplate::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Syntax>("syntax");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<qsizetype>("offset");
    const auto json = [](const char *name, const char *text, Reason reason, qsizetype offset) {
        QTest::newRow(name) << QByteArray(text) << Syntax::Json << reason << offset;
    };
    json("empty", "", Reason::Json, 0);
    json("broken word", "{\"a\": tru}", Reason::Json, 6);
    json("hole as a key", "{ {{now}}: 1 }", Reason::Json, 2);
    json("hole beside a number", "1{{n}}", Reason::Json, 1);
    json("two holes side by side", "{{iso}}{{n}}", Reason::Json, 7);
    json("unclosed", "{{now", Reason::Unclosed, 0);
    json("closed on another line", "[{{now\n}}]", Reason::Unclosed, 1);
    json("unknown", "[{{nwo}}]", Reason::UnknownVariable, 1);
    json("unknown in a string", "\"{{nwo}}\"", Reason::UnknownVariable, 1);
    json("nothing", "{{}}", Reason::UnknownVariable, 0);
    json("random without numbers", "{{random a b}}", Reason::BadParameters, 0);
    json("random the wrong way around", "{{random 2 1}}", Reason::BadParameters, 0);
    json("random beyond 64 bits", "{{random 0 99999999999999999999}}", Reason::BadParameters, 0);
    json("random of the whole range", "{{random -9223372036854775808 9223372036854775807}}",
        Reason::BadParameters, 0);
    json("pick of nothing", "{{pick}}", Reason::BadParameters, 0);
    json("words behind now", "{{now 1}}", Reason::BadParameters, 0);
    json("trailing text", "1 2", Reason::Json, 2);
    json("unterminated string", "\"a", Reason::Json, 0);
    json("backslash at the end", "\"a\\", Reason::Json, 0);
    QTest::newRow("string as a number")
        << QByteArray("\"1\"") << Syntax::Number << Reason::NotANumber << qsizetype(0);
    QTest::newRow("time as a number")
        << QByteArray("{{iso}}") << Syntax::Number << Reason::NotANumber << qsizetype(0);
    QTest::newRow("array as a number")
        << QByteArray("[ ]") << Syntax::Number << Reason::NotANumber << qsizetype(0);
}

void tst_EmitTemplate::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(Syntax, syntax);
    const auto parsed = EmitTemplate::parse(text, syntax);
    QVERIFY(!parsed);
    QTEST(parsed.error().reason, "reason");
    QTEST(parsed.error().offset, "offset");
}

void tst_EmitTemplate::staysInRange()
{
    const auto parsed = EmitTemplate::parse("{{random -2 2}}", Syntax::Json);
    QVERIFY(parsed);
    for (int i = 0; i < 200; ++i) {
        const int value = parsed->expand({}).toInt();
        QVERIFY(value >= -2 && value <= 2);
    }
}

void tst_EmitTemplate::makesNewIds()
{
    const auto parsed = EmitTemplate::parse("{{uuid}}", Syntax::Json);
    QVERIFY(parsed);
    QVERIFY(parsed->expand({}) != parsed->expand({}));
}

void tst_EmitTemplate::knowsPerClient()
{
    QVERIFY(EmitTemplate::parse("\"{{client.id}}\"", Syntax::Json)->isPerClient());
    QVERIFY(!EmitTemplate::parse("{{now}}", Syntax::Json)->isPerClient());
}

QTEST_GUILESS_MAIN(tst_EmitTemplate)
#include "tst_emittemplate.moc"
