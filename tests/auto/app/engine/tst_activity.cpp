// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/activity.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Switchboard::App;

namespace {

constexpr qint64 second = 1'000'000;

QString textAt(const Activity &activity, int row)
{
    return activity.index(row).data(int(Activity::Role::Text)).toString();
}

} // namespace

class tst_Activity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNewestFirst();
    void keepsFiveOfAKind();
    void mergesBurst();
    void mergesOnlyWhatComesTogether();
    void mergesOnlyOneKind();
    void staysBounded();
};

void tst_Activity::showsNewestFirst()
{
    Activity activity;
    activity.add(Activity::Kind::Connected, second, QStringLiteral("ada connected"));
    activity.add(Activity::Kind::Problem, 2 * second, QStringLiteral("trouble"));
    QCOMPARE(activity.count(), 2);
    QCOMPARE(textAt(activity, 0), QStringLiteral("trouble"));
    QCOMPARE(textAt(activity, 1), QStringLiteral("ada connected"));
}

void tst_Activity::keepsFiveOfAKind()
{
    Activity activity;
    for (int i = 0; i < 5; ++i) {
        activity.add(Activity::Kind::Connected, second + i, QString::number(i));
    }
    QCOMPARE(activity.count(), 5);
}

void tst_Activity::mergesBurst()
{
    Activity activity;
    const QAbstractItemModelTester tester(
        &activity, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 312; ++i) {
        activity.add(Activity::Kind::Connected, second + i * 1000, QString::number(i));
    }
    QCOMPARE(activity.count(), 1);
    QCOMPARE(textAt(activity, 0), QStringLiteral("312 clients connected"));
}

void tst_Activity::mergesOnlyWhatComesTogether()
{
    Activity activity;
    for (int i = 0; i < 10; ++i) {
        activity.add(Activity::Kind::Left, i * second, QString::number(i));
    }
    QCOMPARE(activity.count(), 10);
}

void tst_Activity::mergesOnlyOneKind()
{
    Activity activity;
    for (int i = 0; i < 20; ++i) {
        activity.add(Activity::Kind::Connected, second, QString::number(i));
        activity.add(Activity::Kind::Joined, second, QString::number(i));
    }
    QCOMPARE(activity.count(), 2);
}

void tst_Activity::staysBounded()
{
    Activity activity;
    for (int i = 0; i < 200; ++i) {
        activity.add(Activity::Kind::Problem, i * 10 * second, QString::number(i));
    }
    QCOMPARE(activity.count(), Activity::maxCount);
    QCOMPARE(textAt(activity, 0), QStringLiteral("199"));
}

QTEST_GUILESS_MAIN(tst_Activity)
#include "tst_activity.moc"
