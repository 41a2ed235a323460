// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/jsonscanner.h"

#include <QTest>

using namespace Switchboard;
using Reason = JsonError::Reason;
using Token = JsonScanner::Token;

Q_DECLARE_METATYPE(Switchboard::JsonError::Reason)

class tst_JsonScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valid_data();
    void valid();
    void refused_data();
    void refused();
    void tokens();
    void splitArrayKeepsBytes();
    void splitArrayRefuses();
    void memberLastWins();
    void finishValueOfBrokenValue();
    void strings_data();
    void strings();
    void compactAndPretty();
    void depthLimit();
    void nodeLimit();
    void largeInputIsLinear();
};

void tst_JsonScanner::valid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("object") << QByteArray(R"({"a":1,"b":{"c":[]}})");
    QTest::newRow("empty containers") << QByteArray("[{},[],\"\"]");
    QTest::newRow("scalars") << QByteArray("[true,false,null]");
    QTest::newRow("top level scalar") << QByteArray(" 12 ");
    QTest::newRow("number zero") << QByteArray("-0");
    QTest::newRow("number full") << QByteArray("-12.5e+30");
    QTest::newRow("number huge exponent") << QByteArray("1e400");
    QTest::newRow("number of 400 digits") << QByteArray(400, '7');
    QTest::newRow("white space") << QByteArray(" \n\t\r[ 1 , 2 ] ");
    QTest::newRow("escapes") << QByteArray(R"("\"\\\/\b\f\n\r\t\u00e9")");
    QTest::newRow("lone surrogate") << QByteArray(R"("\ud800")");
    QTest::newRow("duplicate keys") << QByteArray(R"({"a":1,"a":2})");
    QTest::newRow("bytes above 0x7f") << QByteArray("\"Gr\xc3\xbc\xc3\x9f\x65 and more text\"");
    QTest::newRow("DEL in a string") << QByteArray("\"abcdefgh\x7f\"");
}

void tst_JsonScanner::valid()
{
    QFETCH(QByteArray, text);
    const auto error = Json::check(text);
    QVERIFY2(!error, qPrintable(QString::number(error ? int(error->reason) : 0)));
}

void tst_JsonScanner::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *name, QByteArray text, Reason reason, int offset) {
        QTest::newRow(name) << text << reason << offset;
    };
    row("empty", "", Reason::UnexpectedEnd, 0);
    row("space only", "  ", Reason::UnexpectedEnd, 2);
    row("open array", "[1", Reason::UnexpectedEnd, 2);
    row("trailing comma array", "[1,]", Reason::ExpectedValue, 3);
    row("trailing comma object", R"({"a":1,})", Reason::ExpectedKey, 7);
    row("missing comma", "[1 2]", Reason::ExpectedCommaOrEnd, 3);
    row("missing colon", R"({"a" 1})", Reason::ExpectedColon, 5);
    row("missing value", R"({"a":})", Reason::ExpectedValue, 5);
    row("unquoted key", "{a:1}", Reason::ExpectedKeyOrEnd, 1);
    row("wrong bracket", "[1}", Reason::ExpectedCommaOrEnd, 2);
    row("half a word", "[tru]", Reason::BadLiteral, 1);
    row("word with a tail", "nullx", Reason::BadLiteral, 0);
    row("unknown word", "[undefined]", Reason::BadLiteral, 1);
    row("single quotes", "['a']", Reason::ExpectedValue, 1);
    row("leading zero", "01", Reason::BadNumber, 0);
    row("plus sign", "+1", Reason::ExpectedValue, 0);
    row("bare minus", "-", Reason::BadNumber, 0);
    row("bare point", "1.", Reason::BadNumber, 0);
    row("bare exponent", "1e", Reason::BadNumber, 0);
    row("hexadecimal", "0x1F", Reason::BadNumber, 0);
    row("two points", "1.2.3", Reason::BadNumber, 0);
    row("bad escape", R"("ab\x")", Reason::BadEscape, 3);
    row("short unicode escape", R"("\u12")", Reason::BadEscape, 1);
    row("escaped NUL byte", QByteArray("\"\\\0\"", 4), Reason::BadEscape, 1);
    row("raw newline", "\"abcdefghij\n\"", Reason::ControlCharacter, 11);
    row("raw NUL", QByteArray("\"a\0\"", 4), Reason::ControlCharacter, 2);
    row("open string", "[\"abc", Reason::UnterminatedString, 1);
    row("string ends in a backslash", "\"abc\\", Reason::UnterminatedString, 0);
    row("two values", "1 2", Reason::TrailingText, 2);
    row("comment", "[1]// x", Reason::TrailingText, 3);
    row("byte order mark", "\xef\xbb\xbf[]", Reason::ExpectedValue, 0);
}

void tst_JsonScanner::refused()
{
    QFETCH(QByteArray, text);
    QFETCH(Reason, reason);
    QFETCH(int, offset);
    const auto error = Json::check(text);
    QVERIFY(error);
    QCOMPARE(int(error->reason), int(reason));
    QCOMPARE(error->offset, offset);
    QVERIFY(error->offset + error->length <= text.size());
    // A failed scanner stays failed.
    JsonScanner scanner(text);
    for (int i = 0; i < 100; ++i) {
        scanner.next();
    }
    QVERIFY(scanner.next() == Token::Error);
}

void tst_JsonScanner::tokens()
{
    const QByteArray text = R"( {"k" : [1.50, "s", true, false, null, {}]} )";
    JsonScanner scanner(text);
    const std::pair<Token, QByteArray> expected[] = {
        {Token::ObjectBegin, "{"},
        {Token::Key, "\"k\""},
        {Token::ArrayBegin, "["},
        {Token::Number, "1.50"},
        {Token::String, "\"s\""},
        {Token::True, "true"},
        {Token::False, "false"},
        {Token::Null, "null"},
        {Token::ObjectBegin, "{"},
        {Token::ObjectEnd, "}"},
        {Token::ArrayEnd, "]"},
        {Token::ObjectEnd, "}"},
        {Token::End, ""},
    };
    for (const auto &[token, lexeme] : expected) {
        QVERIFY(scanner.next() == token);
        QCOMPARE(scanner.lexeme().toByteArray(), lexeme);
    }
    QCOMPARE(scanner.depth(), 0);
}

void tst_JsonScanner::splitArrayKeepsBytes()
{
    const QByteArray text = R"([ "a" , {"z":1,"a": 12345678901234567890} ,[1, 2], 1.0 ])";
    const auto items = Json::splitArray(text);
    QVERIFY(items);
    QCOMPARE(items->size(), 4);
    QCOMPARE(items->at(0).toByteArray(), QByteArray(R"("a")"));
    QCOMPARE(items->at(1).toByteArray(), QByteArray(R"({"z":1,"a": 12345678901234567890})"));
    QCOMPARE(items->at(2).toByteArray(), QByteArray("[1, 2]"));
    QCOMPARE(items->at(3).toByteArray(), QByteArray("1.0"));
    QVERIFY(Json::splitArray("[]")->isEmpty());
}

void tst_JsonScanner::splitArrayRefuses()
{
    for (const char *text : {"{}", "1", "[1", "[1]2", "[[1]", "", "[1,{\"a\"]"}) {
        QVERIFY2(!Json::splitArray(QByteArrayView(text)), text);
    }
}

void tst_JsonScanner::memberLastWins()
{
    const QByteArray text = R"({"a":1,"b":{"a":9},"\u0061":[2]})";
    QCOMPARE(Json::member(text, "a")->toByteArray(), QByteArray("[2]"));
    QCOMPARE(Json::member(text, "b")->toByteArray(), QByteArray(R"({"a":9})"));
    QVERIFY(!Json::member(text, "c"));
    QVERIFY(!Json::member("[1]", "a"));
    QVERIFY(!Json::member(R"({"a":)", "a"));
}

void tst_JsonScanner::finishValueOfBrokenValue()
{
    JsonScanner scanner("[[1,{\"a\":tru}]");
    QVERIFY(scanner.next() == Token::ArrayBegin);
    const Token inner = scanner.next();
    QVERIFY(!scanner.finishValue(inner));
    QCOMPARE(int(scanner.error().reason), int(Reason::BadLiteral));
}

void tst_JsonScanner::strings_data()
{
    QTest::addColumn<QByteArray>("lexeme");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("\"abc\"") << QByteArray("abc");
    QTest::newRow("escapes") << QByteArray(R"("\"\\\/\b\f\n\r\t")")
                             << QByteArray("\"\\/\b\f\n\r\t");
    QTest::newRow("two bytes") << QByteArray(R"("\u00fc")") << QByteArray("\xc3\xbc");
    QTest::newRow("three bytes") << QByteArray(R"("\u20AC")") << QByteArray("\xe2\x82\xac");
    QTest::newRow("surrogate pair")
        << QByteArray(R"("\ud83d\uDE00")") << QByteArray("\xf0\x9f\x98\x80");
    QTest::newRow("lone high") << QByteArray(R"("\ud83dx")") << QByteArray("\xef\xbf\xbdx");
    QTest::newRow("high then no low") << QByteArray(R"("\ud83d\u0041")")
                                      << QByteArray("\xef\xbf\xbd"
                                                    "A");
    QTest::newRow("lone low") << QByteArray(R"("\ude00")") << QByteArray("\xef\xbf\xbd");
    QTest::newRow("NUL") << QByteArray(R"("\u0000")") << QByteArray(1, '\0');
}

void tst_JsonScanner::strings()
{
    QFETCH(QByteArray, lexeme);
    QFETCH(QByteArray, text);
    QCOMPARE(Json::decodeString(lexeme), text);
    QVERIFY(!Json::check(Json::encodeString(text)));
    QCOMPARE(Json::decodeString(Json::encodeString(text)), text);
}

void tst_JsonScanner::compactAndPretty()
{
    const QByteArray text = "{ \"a b\" : [ 1.0 , { } , [ ] ] ,\n \"q\\\" \": \" x \" }";
    const QByteArray compact = Json::compact(text);
    QCOMPARE(compact, QByteArray(R"({"a b":[1.0,{},[]],"q\" ":" x "})"));
    QCOMPARE(Json::pretty(compact),
        QByteArray("{\n  \"a b\": [\n    1.0,\n    {},\n    []\n  ],\n  \"q\\\" \": \" x \"\n}"));
    QCOMPARE(Json::compact(Json::pretty(text)), compact);
}

void tst_JsonScanner::depthLimit()
{
    const auto nested
        = [](int depth) -> QByteArray { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(!Json::check(nested(64)));
    QCOMPARE(int(Json::check(nested(65))->reason), int(Reason::TooDeep));
    QVERIFY(!Json::check(nested(1024), {5000, 5000}));
    QCOMPARE(int(Json::check(nested(1025), {5000, 5000})->reason), int(Reason::TooDeep));
    QCOMPARE(int(Json::check(QByteArray(1'000'000, '['))->reason), int(Reason::TooDeep));
    // Objects and arrays in turn, so that the bit of every level is looked at.
    QByteArray mixed;
    QByteArray end;
    for (int i = 0; i < 500; ++i) {
        mixed += R"([{"k":)";
        end.prepend("}]");
    }
    QVERIFY(!Json::check(QByteArray(mixed + "1" + end), {1000, 5000}));
    QVERIFY(Json::check(QByteArray(mixed + "1" + end.replace(400, 2, "]}")), {1000, 5000}));
}

void tst_JsonScanner::nodeLimit()
{
    const QByteArray bomb = "[" + QByteArray("1,").repeated(60'000) + "1]";
    QCOMPARE(int(Json::check(bomb)->reason), int(Reason::TooManyNodes));
    QVERIFY(!Json::check("[1,2,3]", {64, 4}));
    QVERIFY(Json::check("[1,2,3]", {64, 3}));
}

void tst_JsonScanner::largeInputIsLinear()
{
    QVERIFY(!Json::check(QByteArray("[\"" + QByteArray(1'000'000, 'a') + "\"]")));
    QVERIFY(!Json::check(QByteArray("[\"" + QByteArray("\\u0000").repeated(166'000) + "\"]")));
    QVERIFY(!Json::check(QByteArray(QByteArray(1'000'000, ' ') + "1")));
    QVERIFY(Json::check(QByteArray("\"" + QByteArray(1'000'000, '\\'))));
}

QTEST_APPLESS_MAIN(tst_JsonScanner)
#include "tst_jsonscanner.moc"
