// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/nametemplate.h"

#include <QTest>

using namespace Switchboard::Redis;

class tst_NameTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void fills_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("fixed") << QByteArray("price:tick") << QByteArray("price:tick");
        QTest::newRow("captures") << QByteArray("{1}-{2}-{1}") << QByteArray("a-b-a");
        QTest::newRow("capture that is not there") << QByteArray("x{9}") << QByteArray("x");
        QTest::newRow("words") << QByteArray("{channel}|{event}|{nsp}|{client}")
                               << QByteArray("c|e|/n|id");
        QTest::newRow("brace") << QByteArray("{{1}") << QByteArray("{1}");
        QTest::newRow("closing brace alone") << QByteArray("a}") << QByteArray("a}");
    }

    void fills()
    {
        QFETCH(QByteArray, text);
        const QByteArrayList captures{"a", "b"};
        const auto name = NameTemplate::compile(text);
        QVERIFY(name.ok());
        QTEST(name->fill({"c", "e", "/n", "id", captures}), "expected");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qsizetype>("offset");
        QTest::newRow("open") << QByteArray("ab{1") << qsizetype(2);
        QTest::newRow("empty") << QByteArray("{}") << qsizetype(0);
        QTest::newRow("zero") << QByteArray("{0}") << qsizetype(0);
        QTest::newRow("two digits") << QByteArray("x{10}") << qsizetype(1);
        QTest::newRow("unknown word") << QByteArray("{room}") << qsizetype(0);
        QTest::newRow("brace at the end") << QByteArray("a{") << qsizetype(1);
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        const auto name = NameTemplate::compile(text);
        QVERIFY(!name.ok());
        QTEST(name.error().offset, "offset");
    }

    void readsBackwards()
    {
        const auto name = NameTemplate::compile("room-{2}:{1}");
        QCOMPARE(*name->match("room-a:b"), (QByteArrayList{"b", "a"}));
        QVERIFY(!name->match("hall-a:b"));
        QCOMPARE(name->highestCapture(), 2);
        QVERIFY(name->uses(1) && !name->uses(3) && !name->isFixed());
        const auto twice = NameTemplate::compile("{1}={1}");
        QCOMPARE(*twice->match("x=x"), QByteArrayList{"x"});
        QVERIFY(!twice->match("x=y"));
        const auto fixed = NameTemplate::compile("a*[b]");
        QVERIFY(fixed->isFixed());
        QVERIFY2(fixed->match("a*[b]") && !fixed->match("axb"), "its own stars are no stars");
    }
};

QTEST_APPLESS_MAIN(tst_NameTemplate)
#include "tst_nametemplate.moc"
