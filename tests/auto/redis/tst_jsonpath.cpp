// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/jsonpath.h"

#include <QTest>

using namespace Switchboard::Redis;

class tst_JsonPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void finds_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("found"); // null: nothing
        QTest::newRow("all") << QByteArray("$")
                             << QByteArray(R"({"a":{"b":[1,{"c":1.50}]},"a.b":2,"x":null})");
        QTest::newRow("member") << QByteArray("$.a.b[1].c") << QByteArray("1.50");
        QTest::newRow("item") << QByteArray("$.a.b[0]") << QByteArray("1");
        QTest::newRow("null is there") << QByteArray("$.x") << QByteArray("null");
        QTest::newRow("no such member") << QByteArray("$.y") << QByteArray();
        QTest::newRow("no such item") << QByteArray("$.a.b[2]") << QByteArray();
        QTest::newRow("member of an array") << QByteArray("$.a.b.c") << QByteArray();
        QTest::newRow("item of an object") << QByteArray("$.a[0]") << QByteArray();
        QTest::newRow("member of a number") << QByteArray("$.a.b[0].x") << QByteArray();
    }

    void finds()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, found);
        const auto compiled = JsonPath::compile(path);
        QVERIFY(compiled.ok());
        const auto value = compiled->find(R"( {"a":{"b":[1,{"c":1.50}]},"a.b":2,"x":null} )");
        QCOMPARE(value.has_value(), !found.isNull());
        QCOMPARE(value.value_or(QByteArrayView()), QByteArrayView(found));
    }

    void refuses()
    {
        for (const QByteArray path : {"", "a", "$a", "$.", "$..a", "$[", "$[]", "$[x]", "$[-1]",
                 "$[12345678901234567890]", "$.a[0", "$]"}) {
            QVERIFY2(!JsonPath::compile(path).ok(), path.constData());
        }
        QVERIFY(!JsonPath::compile(QByteArray(".a").repeated(33).prepend('$')).ok());
    }

    /** Bodies that are no JSON reach it as keys of a limit. */
    void findsNothingInWhatIsNoJson()
    {
        const auto path = JsonPath::compile("$.a[0]");
        for (const QByteArray text : {"", "{", "{\"a\"", "{\"a\":[", "[", "{\"a\":[1", "plain"}) {
            QVERIFY2(!path->find(text), text.constData());
        }
    }
};

QTEST_APPLESS_MAIN(tst_JsonPath)
#include "tst_jsonpath.moc"
