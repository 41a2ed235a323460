// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/filter.h"
#include "traffic/jsontree.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Switchboard::App;

class tst_JsonTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWasReceived();
    void cutTextShowsWhatIsThere_data();
    void cutTextShowsWhatIsThere();
    void attachmentsAreOneRow();
    void timesAreHinted_data();
    void timesAreHinted();
    void opensAndCloses();
    void opensTheFirstLevelsOnly();
    void findsAndOpens();
    void pathsAndFilters();
    void deepAndWideAreFast();

private:
    static QByteArrayList rows(const JsonTree &tree);
};

/** "depth key text hint" of each row. */
QByteArrayList tst_JsonTree::rows(const JsonTree &tree)
{
    QByteArrayList list;
    for (int row = 0; row < tree.rowCount(); ++row) {
        const QModelIndex index = tree.index(row);
        QStringList parts{index.data(JsonTree::Depth).toString(),
            index.data(JsonTree::Key).toString(), index.data(JsonTree::Text).toString(),
            index.data(JsonTree::Hint).toString()};
        parts.removeAll(QString());
        list.append(parts.join(u' ').toUtf8());
    }
    return list;
}

void tst_JsonTree::showsWhatWasReceived()
{
    JsonTree tree;
    QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tree.show(R"([{"z":1.0,"a":12345678901234567890,"z":1e3,"s":"x\n"},true,null,[]])", {}, 0);
    QCOMPARE(rows(tree),
        QByteArrayList({"0 args 4 items", "1 0 4 keys", "2 z 1.0", "2 a 12345678901234567890",
            "2 z 1e3", "2 s \"x\\n\"", "1 1 true", "1 2 null", "1 3 0 items"}));
    tree.show({}, {}, 0);
    QCOMPARE(tree.rowCount(), 0);
    tree.show("{\"only\":1}", {}, 0);
    QCOMPARE(rows(tree), QByteArrayList({"0 1 key", "1 only 1"}));
}

void tst_JsonTree::cutTextShowsWhatIsThere_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("count");
    QTest::newRow("cut in a string") << QByteArray(R"([{"a":1,"b":"xy)") << 3;
    QTest::newRow("cut behind a key") << QByteArray(R"([{"a":1,"b")") << 3;
    QTest::newRow("cut in a list") << QByteArray("[1,2,") << 3;
    QTest::newRow("no JSON") << QByteArray("transport close") << 0;
    QTest::newRow("lone bracket") << QByteArray("[") << 1;
    QTest::newRow("wrong order") << QByteArray("[}") << 1;
}

void tst_JsonTree::cutTextShowsWhatIsThere()
{
    QFETCH(QByteArray, json);
    QFETCH(int, count);
    JsonTree tree;
    tree.show(json, {}, 0);
    QCOMPARE(tree.rowCount(), count);
}

void tst_JsonTree::attachmentsAreOneRow()
{
    JsonTree tree;
    tree.show(
        R"([{"_placeholder":true,"num":0},{"num":1,"_placeholder":true},{"_placeholder":true,"num":9}])",
        {QByteArray(96, 'x'), "ab"}, 0);
    QCOMPARE(tree.index(1).data(JsonTree::Text).toString(), QStringLiteral("Buffer, 96 B"));
    QCOMPARE(tree.index(2).data(JsonTree::Text).toString(), QStringLiteral("Buffer, 2 B"));
    QCOMPARE(tree.valueText(2), QStringLiteral("YWI="));
    QCOMPARE(tree.index(3).data(JsonTree::Hint).toString(), QStringLiteral("2 keys"));
}

void tst_JsonTree::timesAreHinted_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("hinted");
    QTest::newRow("milliseconds") << QByteArray("1790002327114") << true;
    QTest::newRow("seconds") << QByteArray("1790002327") << true;
    QTest::newRow("too far") << QByteArray("9999999999") << false;
    QTest::newRow("eleven digits") << QByteArray("17900023271") << false;
    QTest::newRow("fraction") << QByteArray("1790002327.1") << false;
    QTest::newRow("text") << QByteArray("\"1790002327\"") << false;
}

void tst_JsonTree::timesAreHinted()
{
    QFETCH(QByteArray, number);
    QFETCH(bool, hinted);
    JsonTree tree;
    tree.show('[' + number + ']', {}, 1'790'000'000'000'000);
    QCOMPARE(!tree.index(1).data(JsonTree::Hint).toString().isEmpty(), hinted);
    QCOMPARE(tree.index(1).data(JsonTree::Text).toString(), QString::fromUtf8(number));
}

void tst_JsonTree::opensAndCloses()
{
    JsonTree tree;
    QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tree.show(R"([{"a":{"b":[1,2,{"c":3}]}},4])", {}, 0);
    tree.collapseAll();
    QCOMPARE(rows(tree), QByteArrayList({"0 args 2 items", "1 0 1 key", "1 1 4"}));
    tree.toggle(1);
    QCOMPARE(rows(tree), QByteArrayList({"0 args 2 items", "1 0 1 key", "2 a 1 key", "1 1 4"}));
    tree.expandAll();
    QCOMPARE(tree.rowCount(), 9);
    tree.toggle(3);
    QCOMPARE(tree.rowCount(), 5);
    tree.toggle(3);
    QCOMPARE(tree.rowCount(), 9);
    tree.toggle(0);
    QCOMPARE(tree.rowCount(), 1);
    tree.toggle(99);
    tree.toggle(-1);
    QCOMPARE(tree.rowCount(), 1);
}

void tst_JsonTree::opensTheFirstLevelsOnly()
{
    JsonTree tree;
    tree.show("[[[[[1]]]]]", {}, 0);
    QCOMPARE(tree.rowCount(), 4);
    QByteArray wide = "[[" + QByteArray("1,").repeated(500) + "1],[2]]";
    tree.show(wide, {}, 0);
    QCOMPARE(tree.rowCount(), 4); // the long list stays closed
}

void tst_JsonTree::findsAndOpens()
{
    JsonTree tree;
    tree.show(R"([{"user":{"name":"Ada","deep":{"deeper":{"name":"ada"}}}},"ADA"])", {}, 0);
    tree.collapseAll();
    QCOMPARE(tree.find(QStringLiteral("ada")), 3);
    QCOMPARE(
        tree.index(tree.matchRow(0)).data(JsonTree::Text).toString(), QStringLiteral("\"Ada\""));
    QCOMPARE(
        tree.index(tree.matchRow(2)).data(JsonTree::Text).toString(), QStringLiteral("\"ADA\""));
    QCOMPARE(tree.matchRow(3), -1);
    QCOMPARE(tree.find(QStringLiteral("name")), 2);
    QCOMPARE(tree.find(QString()), 0);
}

void tst_JsonTree::pathsAndFilters()
{
    JsonTree tree;
    tree.show(R"([{"user":"ada","odd key":1,"list":[{"x":"two words"}]},7])", {}, 0);
    tree.expandAll();
    const auto row = [&](const char *text) { return int(rows(tree).indexOf(text)); };
    QCOMPARE(tree.path(row("2 user \"ada\"")), QStringLiteral("args[0].user"));
    QCOMPARE(tree.filterText(row("2 user \"ada\"")), QStringLiteral("arg0.user:ada"));
    QCOMPARE(tree.path(row("2 odd key 1")), QStringLiteral("args[0][\"odd key\"]"));
    QCOMPARE(tree.filterText(row("2 odd key 1")), QString());
    QCOMPARE(tree.path(row("4 x \"two words\"")), QStringLiteral("args[0].list[0].x"));
    QCOMPARE(
        tree.filterText(row("4 x \"two words\"")), QStringLiteral("arg0.list.0.x:\"two words\""));
    QCOMPARE(tree.filterText(row("1 1 7")), QStringLiteral("arg1:7"));
    QCOMPARE(tree.filterText(0), QString());
    for (int i = 0; i < tree.rowCount(); ++i) {
        if (const QString text = tree.filterText(i); !text.isEmpty()) {
            QVERIFY2(!parseFilter(text, 0).error, qPrintable(text));
        }
    }
    QCOMPARE(tree.valueText(row("2 user \"ada\"")), QStringLiteral("ada"));
}

void tst_JsonTree::deepAndWideAreFast()
{
    JsonTree tree;
    tree.show(QByteArray(1000, '[') + QByteArray(1000, ']'), {}, 0);
    tree.expandAll();
    QCOMPARE(tree.rowCount(), 1000);
    tree.show(QByteArray(100'000, '['), {}, 0);
    tree.expandAll();
    QVERIFY(tree.rowCount() <= 1024);
    tree.show('[' + QByteArray("0,").repeated(100'000) + "0]", {}, 0);
    QCOMPARE(tree.rowCount(), 1); // more than 200 rows stay closed
    tree.toggle(0);
    QCOMPARE(tree.rowCount(), 100'002);
}

QTEST_GUILESS_MAIN(tst_JsonTree)
#include "tst_jsontree.moc"
