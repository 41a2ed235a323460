// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/glob.h"

#include <QTest>

using namespace Switchboard::Redis;

class tst_Glob : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void matches_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("captures"); // joined by |; null: no match
        const auto row = [](const char *name, const QByteArray &pattern, const QByteArray &text,
                             const QByteArray &captures) {
            QTest::newRow(name) << pattern << text << captures;
        };
        row("itself", "demo", "demo", "");
        row("longer", "demo", "demos", {});
        row("shorter", "demo", "dem", {});
        row("nothing", "", "", "");
        row("star for nothing", "a*", "a", "");
        row("star at the end", "demo:*", "demo:ticks", "ticks");
        row("star in front", "*:x", "a:b:x", "a:b");
        row("two stars, the first takes least", "*:*", "a:b:c", "a|b:c");
        row("two stars in a row", "a**b", "axyb", "|xy");
        row("way back", "*ab", "aab", "a");
        row("question mark", "a?c", "abc", "");
        row("question mark needs a byte", "a?", "a", {});
        row("set", "h[ae]llo", "hallo", "");
        row("set without it", "h[ae]llo", "hillo", {});
        row("negated set", "h[^e]llo", "hallo", "");
        row("range", "[a-c]*", "bx", "x");
        row("range turned round", "[c-a]", "b", "");
        row("escape", "a\\*", "a*", "");
        row("escape is no star", "a\\*", "ab", {});
        row("escaped in a set", "[\\]]", "]", "");
        row("open set", "[ab", "b", "");
        row("backslash at the end", "a\\", "a\\", "");
        row("set and star", "[ab]*[0-9]", "a-x9", "-x");
    }

    void matches()
    {
        QFETCH(QByteArray, captures);
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, text);
        const auto taken = matchPattern(pattern, text);
        QCOMPARE(taken.has_value(), !captures.isNull());
        if (taken) {
            QCOMPARE(taken->join('|'), captures);
        }
    }

    void hostilePatternsStayQuick()
    {
        const QByteArray pattern = QByteArray("a*").repeated(500) + "b";
        QVERIFY(!matchPattern(pattern, QByteArray(5'000, 'a')));
    }

    void escapesNames()
    {
        for (const QByteArray name : {"/*", "/[a-z]", "/\\*", "a?b", "]["}) {
            QVERIFY(matchPattern(escapePattern(name), name));
            QVERIFY(!isPattern(escapePattern(name)));
        }
        QVERIFY(!matchPattern(escapePattern("/*"), "/x"));
    }

    void knowsPatterns()
    {
        QVERIFY(isPattern("a*"));
        QVERIFY(isPattern("a?"));
        QVERIFY(isPattern("[a]"));
        QVERIFY(!isPattern("demo:ticks"));
        QVERIFY(!isPattern("a\\*"));
    }

    void meets_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<bool>("meet");
        const auto row = [](const char *name, const QByteArray &a, const QByteArray &b, bool meet) {
            QTest::newRow(name) << a << b << meet;
        };
        row("same", "a", "a", true);
        row("different", "a", "b", false);
        row("star and anything", "*", "abc", true);
        row("star and nothing", "*", "", true);
        row("overlap", "chat:*", "*:lobby", true);
        row("prefixes differ", "chat:*", "demo:*", false);
        row("suffixes differ", "*a", "*b", false);
        row("question mark", "a?", "ab", true);
        row("lengths differ", "a?", "a", false);
        row("escape", "a\\*", "a*", true);
        row("escape differs", "a\\*", "ab", false);
        row("stars on both sides", "*a*", "*b*", true);
    }

    void meets()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(bool, meet);
        QCOMPARE(patternsMeet(a, b), meet);
        QCOMPARE(patternsMeet(b, a), meet);
    }
};

QTEST_APPLESS_MAIN(tst_Glob)
#include "tst_glob.moc"
