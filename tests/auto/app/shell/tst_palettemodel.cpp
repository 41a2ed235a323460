// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QJSEngine>
#include <QtTest>

using namespace Switchboard::App;

class TestPaletteModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void scores_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("exact before longer") << QStringLiteral("emit") << QStringLiteral("Emit")
                                             << QStringLiteral("Emit chat:message");
        QTest::newRow("beginning before middle")
            << QStringLiteral("cl") << QStringLiteral("Clients") << QStringLiteral("Recall");
        QTest::newRow("start of a word before inside")
            << QStringLiteral("m") << QStringLiteral("chat:message") << QStringLiteral("hammer");
        QTest::newRow("consecutive before scattered") << QStringLiteral(
            "tra") << QStringLiteral("Traffic") << QStringLiteral("The road away");
    }

    void scores()
    {
        QFETCH(QString, query);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(matchScore(query, worse) >= 0);
        QVERIFY(matchScore(query, better) > matchScore(query, worse));
    }

    void noSubsequenceNoMatch()
    {
        QVERIFY(matchScore(u"xyz", u"Traffic") < 0);
        QVERIFY(matchScore(u"ciffart", u"Traffic") < 0);
        QCOMPARE(matchScore(u"", u"Traffic"), 0);
    }

    void sourcesAreAskedOnOpening()
    {
        PaletteModel palette;
        const QAbstractItemModelTester tester(&palette);
        int asked = 0;
        palette.addSource(
            [&asked](std::vector<PaletteItem> &items) {
                ++asked;
                items.push_back(item(QStringLiteral("Clients"), QStringLiteral("ada")));
            },
            u'@');
        QCOMPARE(palette.count(), 0);
        palette.open();
        palette.open();
        QCOMPARE(asked, 2);
        QCOMPARE(palette.count(), 1);
    }

    void prefixNarrows()
    {
        PaletteModel palette;
        palette.addSource(
            [](std::vector<PaletteItem> &items) {
                items.push_back(item(QStringLiteral("Clients"), QStringLiteral("ada")));
            },
            u'@');
        palette.addSource(
            [](std::vector<PaletteItem> &items) {
                items.push_back(item(QStringLiteral("Rooms"), QStringLiteral("ada's room")));
            },
            u'#');
        palette.open();
        palette.setQuery(QStringLiteral("ada"));
        QCOMPARE(palette.count(), 2);
        palette.setQuery(QStringLiteral("#ada"));
        QCOMPARE(palette.count(), 1);
        QCOMPARE(palette.index(0).data(int(PaletteModel::Role::Title)).toString(),
            QStringLiteral("ada's room"));
    }

    void rowsAreBoundedAndGrouped()
    {
        PaletteModel palette;
        palette.addSource([](std::vector<PaletteItem> &items) {
            for (int i = 0; i < 30'000; ++i) {
                items.push_back(item(i % 2 ? QStringLiteral("A") : QStringLiteral("B"),
                    QStringLiteral("event %1").arg(i)));
            }
        });
        palette.open();
        palette.setQuery(QStringLiteral("event"));
        QCOMPARE(palette.count(), 10);
        int headings = 0;
        for (int row = 0; row < palette.count(); ++row) {
            headings
                += palette.index(row).data(int(PaletteModel::Role::FirstOfGroup)).toBool() ? 1 : 0;
        }
        QCOMPARE(headings, 2);
    }

    void runsAndRemembers()
    {
        QJSEngine engine;
        PaletteModel palette;
        int second = 0;
        palette.addSource([&second](std::vector<PaletteItem> &items) {
            items.push_back(item(QStringLiteral("Go to"), QStringLiteral("page one")));
            PaletteItem other = item(QStringLiteral("Go to"), QStringLiteral("page two"));
            other.runSecond = [&second] { ++second; };
            items.push_back(std::move(other));
        });
        palette.addCommand(QStringLiteral("Commands"), {}, QStringLiteral("count"), {}, {},
            engine.evaluate(QStringLiteral("ran = 0; (function() { ++ran; })")));
        palette.open();
        palette.setQuery(QStringLiteral("count"));
        palette.run(0);
        QCOMPARE(engine.globalObject().property(QStringLiteral("ran")).toInt(), 1);
        palette.setQuery(QStringLiteral("page two"));
        palette.run(0, true);
        QCOMPARE(second, 1);
        palette.run(-1);
        palette.run(99);
        palette.open();
        palette.setQuery(QStringLiteral("page"));
        QCOMPARE(palette.index(0).data(int(PaletteModel::Role::Title)).toString(),
            QStringLiteral("page two"));
    }

private:
    static PaletteItem item(const QString &group, const QString &title)
    {
        return {group, {}, title, {}, {}, [] {}, {}, {}};
    }
};

QTEST_GUILESS_MAIN(TestPaletteModel)
#include "tst_palettemodel.moc"
