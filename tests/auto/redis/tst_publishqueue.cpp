// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/publishqueue.h"

#include <QTest>

using namespace Switchboard::Redis;

namespace {

Limits limits(int messages, qsizetype bytes)
{
    Limits limits;
    limits.queuedMessages = messages;
    limits.queuedBytes = bytes;
    return limits;
}

} // namespace

class tst_PublishQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void keepsOrder()
    {
        PublishQueue queue(limits(3, 100));
        QVERIFY(queue.push({"a", "1", {}}).empty());
        QVERIFY(queue.push({"a", "2", {}}).empty());
        QCOMPARE(queue.pop()->body, QByteArray("1"));
        QCOMPARE(queue.pop()->body, QByteArray("2"));
        QVERIFY(!queue.pop());
    }

    void dropsTheOldestBeyondItsNumber()
    {
        PublishQueue queue(limits(2, 100));
        QVERIFY(queue.push({"a", "1", {}}).empty());
        QVERIFY(queue.push({"a", "2", {}}).empty());
        const auto out = queue.push({"a", "3", {}});
        QCOMPARE(out.size(), 1U);
        QCOMPARE(out.front().body, QByteArray("1"));
        QCOMPARE(queue.count(), 2);
    }

    void dropsTheOldestBeyondItsSize()
    {
        PublishQueue queue(limits(100, 20));
        QVERIFY(queue.push({"a", QByteArray(9, 'x'), {}}).empty());
        QVERIFY(queue.push({"a", QByteArray(9, 'y'), {}}).empty());
        QCOMPARE(queue.push({"a", QByteArray(19, 'z'), {}}).size(), 2U);
        QCOMPARE(queue.pop()->body, QByteArray(19, 'z'));
    }

    void refusesWhatIsTooLargeByItself()
    {
        PublishQueue queue(limits(100, 20));
        QCOMPARE(queue.push({"a", QByteArray(20, 'x'), {}}).size(), 1U);
        QVERIFY(queue.isEmpty());
        QVERIFY(queue.push({"a", QByteArray(19, 'x'), {}}).empty());
    }
};

QTEST_APPLESS_MAIN(tst_PublishQueue)
#include "tst_publishqueue.moc"
