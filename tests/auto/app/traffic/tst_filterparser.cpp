// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/filter.h"
#include "traffic/filterwords.h"

#include <QtTest>

using namespace Switchboard::App;

class tst_FilterParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void isBounded();
    void spansCoverWhatTheyColour();
    void quotedValuesReadBack_data();
    void quotedValuesReadBack();
    void times();
};

namespace {

/** The program as text: t0 is term 0, ! turns, F3 and T3 jump to step 3. */
QString listing(const Filter &filter)
{
    QStringList steps;
    for (const FilterStep &step : filter.steps) {
        switch (step.kind) {
        case FilterStep::Kind::Test:
            steps.append(QStringLiteral("t%1").arg(step.operand));
            break;
        case FilterStep::Kind::Not:
            steps.append(QStringLiteral("!"));
            break;
        case FilterStep::Kind::JumpIfFalse:
            steps.append(QStringLiteral("F%1").arg(step.operand));
            break;
        case FilterStep::Kind::JumpIfTrue:
            steps.append(QStringLiteral("T%1").arg(step.operand));
            break;
        }
    }
    return steps.join(u' ');
}

} // namespace

void tst_FilterParser::accepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("program");

    const auto row = [](const char *name, const char *text, const char *program) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromLatin1(program);
    };
    row("nothing", "", "");
    row("blanks", "   ", "");
    row("free word", "green", "t0");
    row("field and value", "event:chat:*", "t0");
    row("blank means and", "a b", "t0 F3 t1");
    row("word and", "a and b", "t0 F3 t1");
    row("sign and", "a & b", "t0 F3 t1");
    row("or", "a or b", "t0 T3 t1");
    row("sign or", "a | b", "t0 T3 t1");
    row("or without case", "a OR b", "t0 T3 t1");
    row("and binds closer than or", "a b or c", "t0 F3 t1 T5 t2");
    row("or then and", "a or b c", "t0 T5 t1 F5 t2");
    row("brackets", "a (b or c)", "t0 F5 t1 T5 t2");
    row("brackets in brackets", "((a))", "t0");
    row("minus", "-a", "t0 !");
    row("not", "not a", "t0 !");
    row("exclamation mark", "!a", "t0 !");
    row("minus before brackets", "-(a or b)", "t0 T3 t1 !");
    row("twice not", "--a", "t0");
    row("not not", "not not a", "t0");
    row("not and or", "-a or -b", "t0 ! T5 t1 !");
    row("unequal is not equal", "event!=x", "t0 !");
    row("minus and unequal", "-event!=x", "t0");
    row("the example of the page", "-type:ping size>16 (nsp:/ or nsp:/chat)",
        "t0 ! F8 t1 F8 t2 T8 t3");
    row("words that begin like operators", "order notice android", "t0 F5 t1 F5 t2");
    row("list of values", "event:(chat:* typing)", "t0");
    row("quoted", "\"a b\"", "t0");
    row("quoted with escapes", R"(text:"say \"hi\" \\")", "t0");
    row("regex", "event:/^a.*b$/", "t0");
    row("regex without case", "event:/abc/i", "t0");
    row("regex with a slash", R"(text:/a\/b/)", "t0");
    row("free regex", "/abc/", "t0");
    row("namespaces are no regex", "nsp:/ or nsp:/chat or nsp:/a/b", "t0 T5 t1 T5 t2");
    row("size with unit", "size>1kB", "t0");
    row("range", "size:1kB..2kB", "t0");
    row("all size units", "size:1B size:1kB size:1MB size:1KiB size:1MiB size:1k size:1M size:1",
        "t0 F15 t1 F15 t2 F15 t3 F15 t4 F15 t5 F15 t6 F15 t7");
    row("all time units", "ack>1us ack>1ms ack>1s ack>1m ack>1h", "t0 F9 t1 F9 t2 F9 t3 F9 t4");
    row("ack words", "ack:none or ack:waiting or ack:timeout", "t0 T5 t1 T5 t2");
    row("argument path", "arg0.user.name:ada", "t0");
    row("any argument", "arg.total>=100", "t0");
    row("argument itself", "arg2:true", "t0");
    row("argument range", "arg.n:1..5", "t0");
    row("argument text with dots", "arg.v:a..b", "t0");
    row("aliases", "e:a name:a ns:a c:a from:a to:a d:in t:ping",
        "t0 F15 t1 F15 t2 F15 t3 F15 t4 F15 t5 F15 t6 F15 t7");
    row("field without case", "EVENT:a", "t0");
    row("has", "has:ack has:binary has:error has:mark has:replay", "t0 F9 t1 F9 t2 F9 t3 F9 t4");
    row("via", "via:ws or via:polling", "t0 T3 t1");
    row("address", "ip:192.168.1.0/24 ip:10.*", "t0 F3 t1");
    row("times", "after:14:30 before:2026-11-23T14:30:05.250 after:-5m", "t0 F5 t1 F5 t2");
    row("seq range", "seq:1000..2000", "t0");
    row("not ascii", "événement 日本", "t0 F3 t1");
    row("minus inside a word", "a-b", "t0");
    row("minus after the operator", "event:-x", "t0");
}

void tst_FilterParser::accepts()
{
    QFETCH(QString, text);
    QFETCH(QString, program);
    const ParsedFilter parsed = parseFilter(text, 0);
    QVERIFY2(!parsed.error, qPrintable(parsed.error ? parsed.error->message : QString()));
    QCOMPARE(listing(parsed.filter), program);
}

void tst_FilterParser::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");

    const auto row = [](const char *name, const char *text, int position, int length,
                         const char *message, const char *hint = "") {
        QTest::newRow(name) << QString::fromUtf8(text) << position << length
                            << QString::fromUtf8(message) << QString::fromUtf8(hint);
    };
    row("value missing", "size>", 0, 5, "Expected a value after size>");
    row("value missing before a bracket", "(size>)", 1, 5, "Expected a value after size>");
    row("unknown field", "usr:ada", 0, 3, "Unknown field usr",
        "To search for the text itself, put it in quotes");
    row("close field", "evnt:a", 0, 4, "Unknown field evnt", "Did you mean event?");
    row("field without parts", "event.x:a", 0, 5, "event has no parts", "Did you mean arg.x?");
    row("bracket not closed", "a (b", 2, 1, "This ( is not closed");
    row("bracket not opened", "a)", 1, 1, "There is no ( before this )");
    row("empty brackets", "()", 1, 1, "Expected something to look for before )");
    row("or at the end", "a or", 2, 2, "Expected something to look for after or");
    row("or before a bracket", "(a or )", 6, 1, "Expected something to look for before )");
    row("minus alone", "-", 0, 1, "Expected something to look for after -");
    row("not alone", "a not", 2, 3, "Expected something to look for after not");
    row("quote not closed", "text:\"abc", 5, 1, "This \" is not closed");
    row("list not closed", "event:(a b", 6, 1, "This ( is not closed");
    row("empty list", "event:()", 6, 2, "Expected a value between ( and )");
    row("no number", "size>abc", 5, 3, "abc is not a number",
        "Write a size such as 16, 1kB or 1kB..2kB");
    row("wrong unit", "size>5ms", 5, 3, "5ms is not a number",
        "Write a size such as 16, 1kB or 1kB..2kB");
    row("time without unit", "ack>100", 4, 3, "100 is not a number",
        "Write a time with its unit, such as 100ms");
    row("half a range", "size:1kB..", 5, 5, "1kB.. is not a number",
        "Write a size such as 16, 1kB or 1kB..2kB");
    row("infinite", "seq:1e999", 4, 5, "1e999 is not a number");
    row("comparing words", "event>a", 5, 1, "Only numbers can be compared", "Use : here");
    row("containing numbers", "size~5", 4, 1, "~ works with text only", "Use : here");
    row("unknown kind", "type:pong", 5, 4, "There is no pong here", "Did you mean ping?");
    row("unknown transport", "via:carrier", 4, 7, "There is no carrier here",
        "Choose from ws, polling");
    row("no time", "after:soon", 6, 4, "soon is not a time",
        "Write 14:30, 14:30:05.250, 2026-11-23T14:30 or -5m");
    row("no date", "after:2026-13-40T14:30", 6, 16, "2026-13-40T14:30 is not a time",
        "Write 14:30, 14:30:05.250, 2026-11-23T14:30 or -5m");
    row("regex that is none", "event:/a(/", 9, 1,
        "This pattern is not right: missing closing parenthesis");
    row("argument compared with a word", "arg.total>abc", 10, 3, "abc is not a number");
}

void tst_FilterParser::refuses()
{
    QFETCH(QString, text);
    QFETCH(int, position);
    QFETCH(int, length);
    QFETCH(QString, message);
    QFETCH(QString, hint);
    const ParsedFilter parsed = parseFilter(text, 0);
    QVERIFY(parsed.error);
    QCOMPARE(parsed.error->message, message);
    QCOMPARE(parsed.error->hint, hint);
    QCOMPARE(int(parsed.error->position), position);
    QCOMPARE(int(parsed.error->length), length);
}

void tst_FilterParser::isBounded()
{
    QVERIFY(parseFilter(QString(5000, u'a'), 0).error);
    QVERIFY(parseFilter(QStringLiteral("a ").repeated(65), 0).error);
    QVERIFY(!parseFilter(QStringLiteral("a ").repeated(64), 0).error);
    QVERIFY(parseFilter(QString(4000, u'('), 0).error);
    const QString nested = QString(2000, u'(') + u'a' + QString(2000, u')');
    QVERIFY(!parseFilter(nested, 0).error);
    const QString minuses = QString(4001, u'-') + u'a';
    QCOMPARE(listing(parseFilter(minuses, 0).filter), QStringLiteral("t0 !"));
}

void tst_FilterParser::spansCoverWhatTheyColour()
{
    const QString text = QStringLiteral("-type:ping size>16 or x");
    const ParsedFilter parsed = parseFilter(text, 0);
    QByteArrayList pieces;
    for (const FilterSpan &span : parsed.spans) {
        pieces.append(
            QByteArray::number(int(span.token)) + text.mid(span.position, span.length).toUtf8());
    }
    QCOMPARE(
        pieces, QByteArrayList({"5-", "0type", "1:", "2ping", "0size", "1>", "316", "4or", "2x"}));
}

void tst_FilterParser::quotedValuesReadBack_data()
{
    QTest::addColumn<QString>("value");
    const QStringList values{QStringLiteral("chat:message"), QStringLiteral("/chat"),
        QStringLiteral("/a/b/"), QStringLiteral("two words"), QStringLiteral("-x"),
        QStringLiteral("a\"b"), QStringLiteral("a\\b"), QStringLiteral("(x)"),
        QStringLiteral("a*b?"), QStringLiteral("/x/i"), QString(), QStringLiteral("日本"),
        QStringLiteral("a\tb")};
    for (const QString &value : values) {
        QTest::newRow(qPrintable(value)) << value;
    }
}

void tst_FilterParser::quotedValuesReadBack()
{
    QFETCH(QString, value);
    const QString text = QStringLiteral("event:") + filterQuoted(value);
    const ParsedFilter parsed = parseFilter(text, 0);
    QVERIFY(!parsed.error);
    QCOMPARE(parsed.filter.terms.size(), 1);
    const FilterValue read = parsed.filter.terms.constFirst().values.constFirst();
    QCOMPARE(read.text, value);
    QVERIFY(!read.regex);
    QVERIFY(read.isQuoted || !value.contains(u'*'));
}

void tst_FilterParser::times()
{
    const QDateTime now(QDate(2026, 11, 23), QTime(14, 32));
    const qint64 micros = now.toMSecsSinceEpoch() * 1000;
    const qint64 minute = 60'000'000;
    QCOMPARE(filterTime(QStringLiteral("-5m"), micros), std::optional(micros - 5 * minute));
    QCOMPARE(filterTime(QStringLiteral("14:30"), micros), std::optional(micros - 2 * minute));
    QCOMPARE(filterTime(QStringLiteral("14:32:00.250"), micros), std::optional(micros + 250'000));
    QCOMPARE(filterTime(QStringLiteral("2026-11-22T14:32"), micros),
        std::optional(micros - 24 * 60 * minute));
    QVERIFY(!filterTime(QStringLiteral("-99999999999h"), micros));
    QVERIFY(!filterTime(QString(), micros));
}

QTEST_APPLESS_MAIN(tst_FilterParser)
#include "tst_filterparser.moc"
