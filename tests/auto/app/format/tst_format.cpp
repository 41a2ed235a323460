// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "format/format.h"

#include <QtTest>

using namespace Switchboard::App;

class tst_Format : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void numbers_data();
    void numbers();
    void spans_data();
    void spans();
    void agos_data();
    void agos();
    void clocks();
    void ids();
};

void tst_Format::numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &text, const char *expected) {
        QTest::newRow(expected) << text << QString::fromUtf8(expected);
    };
    row(Format::count(18'204), "18,204");
    row(Format::count(0), "0");
    row(Format::badge(9'999), "9,999");
    row(Format::badge(10'000), "10.0k");
    row(Format::badge(104'218), "104k");
    row(Format::badge(999'499), "999k");
    row(Format::badge(999'500), "1.00M");
    row(Format::badge(12'345'678), "12.3M");
    row(Format::rate(4.2), "4.2/s");
    row(Format::rate(9.96), "10/s");
    row(Format::rate(0), "0/s");
    row(Format::rate(1'284), "1,284/s");
    row(Format::bytes(0), "0 B");
    row(Format::bytes(318), "318 B");
    row(Format::bytes(999), "999 B");
    row(Format::bytes(1'000), "1.0 kB");
    row(Format::bytes(2'400'000), "2.4 MB");
    row(Format::bytes(999'950), "1.0 MB");
    row(Format::bytes(5'000'000'000'000), "5.0 TB");
    row(Format::percent(0.62), "62 %");
    row(Format::none(), "–");
}

void tst_Format::numbers()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(text, expected);
}

void tst_Format::spans_data()
{
    QTest::addColumn<qint64>("span");
    QTest::addColumn<QString>("expected");
    QTest::newRow("microseconds") << qint64(840) << QStringLiteral("840 µs");
    QTest::newRow("a millisecond") << qint64(1'000) << QStringLiteral("1.0 ms");
    QTest::newRow("milliseconds") << qint64(3'200) << QStringLiteral("3.2 ms");
    QTest::newRow("never 1000.0 ms") << qint64(999'960) << QStringLiteral("1.0 s");
    QTest::newRow("seconds") << qint64(4'100'000) << QStringLiteral("4.1 s");
    QTest::newRow("never 60.0 s") << qint64(59'960'000) << QStringLiteral("1 min");
    QTest::newRow("minutes") << qint64(12 * 60'000'000LL) << QStringLiteral("12 min");
    QTest::newRow("hours") << qint64(134 * 60'000'000LL) << QStringLiteral("2 h 14 min");
    QTest::newRow("days") << qint64(72 * 3600'000'000LL) << QStringLiteral("3 d 0 h");
    QTest::newRow("none") << qint64(-1) << QStringLiteral("–");
}

void tst_Format::spans()
{
    QFETCH(qint64, span);
    QFETCH(QString, expected);
    QCOMPARE(Format::span(span), expected);
}

void tst_Format::agos_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("now") << 0 << QStringLiteral("now");
    QTest::newRow("seconds") << 4 << QStringLiteral("4 s");
    QTest::newRow("minutes") << 12 * 60 << QStringLiteral("12 min");
    QTest::newRow("hours") << 3 * 3600 << QStringLiteral("3 h");
    QTest::newRow("date") << 200 * 3600
                          << QLocale().toString(QDate(2026, 11, 15), QLocale::ShortFormat);
}

void tst_Format::agos()
{
    QFETCH(int, seconds);
    QFETCH(QString, expected);
    const qint64 now = QDateTime(QDate(2026, 11, 23), QTime(20, 0)).toMSecsSinceEpoch() * 1000;
    QCOMPARE(Format::ago(now - qint64(seconds) * 1'000'000, now), expected);
}

void tst_Format::clocks()
{
    const QDateTime at(QDate(2026, 11, 23), QTime(14, 32, 7, 88));
    const qint64 micros = at.toMSecsSinceEpoch() * 1000 + 123;
    QCOMPARE(Format::clock(micros), QStringLiteral("14:32:07.088"));
    QCOMPARE(Format::dateTime(micros),
        QStringLiteral("2026-11-23 14:32:07.088123 ") + at.timeZoneAbbreviation());
}

void tst_Format::ids()
{
    QCOMPARE(Format::shortId(QStringLiteral("1792abcd7x")), QStringLiteral("1792…7x"));
    QCOMPARE(Format::shortId(QStringLiteral("abc")), QStringLiteral("abc"));
}

QTEST_APPLESS_MAIN(tst_Format)
#include "tst_format.moc"
