// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/jsonfile.h"

#include <QTest>

using namespace Switchboard;

class tst_JsonFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void readsEachKind()
    {
        JsonFile file(R"({"text":"a\n","yes":true,"no":false,"number":12,"list":[1,[2]]})");
        const auto members = file.members(file.root(), QStringLiteral("The file"));
        QCOMPARE(members.size(), 5U);
        QCOMPARE(file.string(members[0]), QByteArray("a\n"));
        QVERIFY(file.boolean(members[1]));
        QVERIFY(!file.boolean(members[2]));
        QCOMPARE(file.number(members[3], 0, 12), 12);
        const auto items = file.items(members[4].value, QStringLiteral("list"));
        QCOMPARE(items.size(), 2U);
        QCOMPARE(items[1].text, QByteArrayView("[2]"));
        QVERIFY(!file.error());
    }

    void keepsTheFirstComplaint()
    {
        JsonFile file("{\n \"ä\": 5, \"b\": 1.5}");
        const auto members = file.members(file.root(), QStringLiteral("The file"));
        QCOMPARE(file.string(members[0]), QByteArray());
        QCOMPARE(file.number(members[1], 0, 9), 0);
        file.unknown(members[1], QStringLiteral("nothing"));
        QCOMPARE(file.error()->sentence(), QStringLiteral("line 2, column 7: \"ä\" must be text."));
    }

    void refusesWhatIsNoFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("broken") << QByteArray("{");
        QTest::newRow("trailing text") << QByteArray("{} x");
        QTest::newRow("no UTF-8") << QByteArray("\"\xff\"");
        QTest::newRow("too large") << QByteArray(JsonFile::largest + 1, ' ');
        QTest::newRow("too deep") << QByteArray(100, '[');
    }

    void refusesWhatIsNoFile()
    {
        QFETCH(QByteArray, text);
        JsonFile file(text);
        QVERIFY(file.error());
        // Reading on is harmless.
        QVERIFY(file.members(file.root(), QStringLiteral("The file")).empty());
        QVERIFY(file.items(file.root(), QStringLiteral("The file")).empty());
    }

    void refusesKeysThatAreThereTwice()
    {
        JsonFile file(R"({"a":1,"\u0061":2})");
        QCOMPARE(file.members(file.root(), QStringLiteral("The file")).size(), 2U);
        QVERIFY(file.error()->message.contains(QStringLiteral("there twice")));
        QCOMPARE(file.error()->column, 8);
    }
};

QTEST_APPLESS_MAIN(tst_JsonFile)
#include "tst_jsonfile.moc"
