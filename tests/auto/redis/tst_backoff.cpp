// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/backoff.h"

#include <QTest>

using namespace Switchboard::Redis;

class tst_Backoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void doublesUpToItsCap()
    {
        Backoff backoff{Limits()};
        QList<qint64> waits;
        for (int i = 0; i < 8; ++i) {
            waits.append(backoff.next(0.5).count());
        }
        QCOMPARE(waits, (QList<qint64>{100, 200, 400, 800, 1600, 3200, 5000, 5000}));
        QCOMPARE(backoff.attempts(), 8);
        backoff.reset();
        QCOMPARE(backoff.next(0.5).count(), 100);
    }

    void staysWithinAFifthOfIt()
    {
        Backoff backoff{Limits()};
        QCOMPARE(backoff.next(0.0).count(), 80);
        QVERIFY(backoff.next(0.999).count() < 240);
        for (int i = 0; i < 1'000; ++i) {
            QVERIFY(backoff.next(0.999).count() <= 6'000);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Backoff)
#include "tst_backoff.moc"
