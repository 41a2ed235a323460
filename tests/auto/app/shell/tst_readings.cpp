// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/ratehistory.h"
#include "shell/readings.h"
#include "traffic/trafficstats.h"

#include <QtTest>

using namespace Switchboard;
using namespace Switchboard::App;

/** Texts and axes made from the numbers; the numbers are fed by hand. */
class TestReadings : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_stats = std::make_unique<TrafficStats>();
        m_time = 1'790'000'000 * second;
        m_totals = {};
    }

    void withoutAnything()
    {
        Readings readings;
        QCOMPARE(readings.clients(), QStringLiteral("0"));
        QCOMPARE(readings.in(), QStringLiteral("0"));
        QVERIFY(readings.total().isEmpty());
        QCOMPARE(readings.ack(), QStringLiteral("–"));
        QCOMPARE(readings.ackNote(), QStringLiteral("No acks yet"));
        readings.setStats(m_stats.get());
        QCOMPARE(readings.in(), QStringLiteral("0"));
        QVERIFY(!readings.hasErrors());
    }

    void amounts_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << QStringLiteral("0");
        QTest::newRow("below ten") << 4.23 << QStringLiteral("4.2");
        QTest::newRow("rounds up to ten") << 9.97 << QStringLiteral("10");
        QTest::newRow("thousands") << 1284.4 << QStringLiteral("1,284");
    }

    void amounts()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        QFETCH(double, rate);
        QFETCH(QString, text);
        QCOMPARE(Readings::amount(rate), text);
    }

    void rateIsShown()
    {
        Readings readings;
        readings.setStats(m_stats.get());
        QSignalSpy changed(&readings, &Readings::changed);
        work(10, 500);
        QTRY_VERIFY(changed.count() > 0);
        QVERIFY(m_stats->inRate() > 400);
        QCOMPARE(readings.in(), Readings::amount(m_stats->inRate()));
        QVERIFY(!readings.total().isEmpty());
        QCOMPARE(readings.inSeries().size(), 60);
        QVERIFY(readings.inSeries().contains(500));
    }

    void axisFits()
    {
        RateHistory history;
        history.setStats(m_stats.get());
        work(10, 500);
        QCOMPARE(history.in().size(), RateHistory::points);
        QCOMPARE(history.maximum(), 500.0);
        QCOMPARE(history.valueLabels(),
            QStringList({QStringLiteral("500"), QStringLiteral("375"), QStringLiteral("250"),
                QStringLiteral("125"), QStringLiteral("0")}));
        work(2, 6000);
        QCOMPARE(history.maximum(), 7500.0); // grows at once
        QCOMPARE(history.valueLabels().first(), QStringLiteral("7.5k"));
        QVERIFY(history.describe(0).contains(QStringLiteral("in 0/s")));
        QVERIFY(history.describe(-1).isEmpty());
        QVERIFY(history.describe(60).isEmpty());
        work(80, 0);
        QCOMPARE(history.maximum(), 10.0); // shrinks when all of it has passed
    }

    void rangesHaveTheirWords()
    {
        RateHistory history;
        history.setStats(m_stats.get());
        for (const auto range : {RateHistory::Range::Minute, RateHistory::Range::TenMinutes,
                 RateHistory::Range::Hour}) {
            history.setRange(range);
            QCOMPARE(history.timeLabels().size(), 5);
            QCOMPARE(history.in().size(), RateHistory::points);
        }
    }

private:
    static constexpr qint64 second = 1'000'000;

    /** @p seconds with @p events coming in each. */
    void work(int seconds, quint64 events)
    {
        for (int i = 0; i < seconds * 10; ++i) {
            m_time += second / 10;
            m_totals.eventsIn += events / 10;
            m_stats->sample(m_totals, m_time);
            m_stats->advance(m_time);
        }
    }

    std::unique_ptr<TrafficStats> m_stats;
    Traffic::Totals m_totals;
    qint64 m_time = 0;
};

QTEST_GUILESS_MAIN(TestReadings)
#include "tst_readings.moc"
