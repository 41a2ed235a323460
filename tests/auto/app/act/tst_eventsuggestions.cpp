// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/eventsuggestions.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Switchboard::App;

class tst_EventSuggestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranks();
    void staysBounded();
    void showsShapes_data();
    void showsShapes();
};

void tst_EventSuggestions::ranks()
{
    EventSuggestions suggestions;
    const QAbstractItemModelTester tester(
        &suggestions, QAbstractItemModelTester::FailureReportingMode::QtTest);
    suggestions.addSource([](const QString &) {
        return std::vector<SeenEvent>{{QStringLiteral("my:chat"), false, 900, {}},
            {QStringLiteral("chat:slow"), false, 2, {}},
            {QStringLiteral("chat:busy"), false, 50, {}},
            {QStringLiteral("other"), false, 9999, {}}, {QStringLiteral("chat"), false, 1, {}}};
    });
    suggestions.addSource([](const QString &) {
        return std::vector<SeenEvent>{{QStringLiteral("chat:busy"), true, 0, {}},
            {QStringLiteral("chat:saved"), true, 0, {}}};
    });
    suggestions.find(QStringLiteral("chat"));
    QStringList names;
    for (int row = 0; row < suggestions.count(); ++row) {
        names.append(suggestions.event(row).name);
    }
    QCOMPARE(names,
        (QStringList{QStringLiteral("chat:busy"), QStringLiteral("chat:slow"),
            QStringLiteral("chat:saved"), QStringLiteral("my:chat")}));
    suggestions.clear();
    QCOMPARE(suggestions.count(), 0);
}

void tst_EventSuggestions::staysBounded()
{
    EventSuggestions suggestions;
    suggestions.addSource([](const QString &) {
        std::vector<SeenEvent> events;
        for (int i = 0; i < 500; ++i) {
            events.push_back({QString::number(i), false, 1, {}});
        }
        return events;
    });
    suggestions.find({});
    QCOMPARE(suggestions.count(), EventSuggestions::maxShown);
}

void tst_EventSuggestions::showsShapes_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QString>("shape");
    QTest::newRow("object") << QByteArray(R"([{"user":1,"text":{"a":1}}])") << "{user, text}";
    QTest::newRow("many keys") << QByteArray(R"([{"a":1,"b":2,"c":3,"d":4}])") << "{a, b, c…}";
    QTest::newRow("empty object") << QByteArray("[{}]") << "{}";
    QTest::newRow("not an object") << QByteArray("[1]") << "";
    QTest::newRow("no arguments") << QByteArray("[]") << "";
    QTest::newRow("nothing") << QByteArray() << "";
    QTest::newRow("broken") << QByteArray("[{\"a\":") << "";
}

void tst_EventSuggestions::showsShapes()
{
    QFETCH(QByteArray, arguments);
    QTEST(EventSuggestions::shape(arguments), "shape");
}

QTEST_GUILESS_MAIN(tst_EventSuggestions)
#include "tst_eventsuggestions.moc"
