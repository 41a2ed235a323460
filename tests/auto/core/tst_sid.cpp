// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/sid.h"

#include <QSet>
#include <QTest>

using namespace Switchboard;

class tst_Sid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distinct();
    void fromText_data();
    void fromText();
};

void tst_Sid::distinct()
{
    // CVE-2017-16031: ids must be neither predictable nor repeated.
    constexpr int count = 100'000;
    QSet<Sid> seen;
    QSet<QByteArray> prefixes;
    for (int i = 0; i < count; ++i) {
        const Sid sid = Sid::generate();
        QCOMPARE(sid.view().size(), Sid::length);
        seen.insert(sid);
        prefixes.insert(sid.toByteArray().first(8));
    }
    QCOMPARE(seen.size(), count);
    // 48 bits each: a collision among 100,000 has a chance of about 1 in 56,000.
    QVERIFY(prefixes.size() > count - 3);
}

void tst_Sid::fromText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("taken");
    QTest::newRow("well formed") << QByteArray("AAaa00-_AAaa00-_AAaa") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("short") << QByteArray("AAaa00-_AAaa00-_AAa") << false;
    QTest::newRow("long") << QByteArray("AAaa00-_AAaa00-_AAaaa") << false;
    QTest::newRow("prototype") << QByteArray("__proto__") << false;
    QTest::newRow("slash") << QByteArray("AAaa00/_AAaa00-_AAaa") << false;
    QTest::newRow("NUL") << QByteArray("AAaa00\0_AAaa00-_AAaa", 20) << false;
    QTest::newRow("10 KB") << QByteArray(10'000, 'a') << false;
}

void tst_Sid::fromText()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, taken);
    const Sid sid = Sid::fromText(text);
    QCOMPARE(!sid.isNull(), taken);
    QCOMPARE(sid.toByteArray(), taken ? text : QByteArray());
}

QTEST_APPLESS_MAIN(tst_Sid)
#include "tst_sid.moc"
