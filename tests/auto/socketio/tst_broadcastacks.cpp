// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/broadcastacks.h"

#include <QTest>

using namespace Switchboard::SocketIo;

class tst_BroadcastAcks : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void endsWhenAllHaveAnswered()
    {
        QByteArrayList each;
        QList<BroadcastReply> all;
        int ended = 0;
        BroadcastAcks acks(
            [&](const QList<BroadcastReply> &replies) {
                all = replies;
                ++ended;
            },
            [&](const BroadcastReply &reply) { each.append(reply.json); });
        acks.expect(2);
        acks.take({.client = 2, .json = "\"b\""});
        acks.seal();
        QCOMPARE(ended, 0);
        acks.take({.client = 1, .outcome = AckReply::Outcome::TimedOut});
        QCOMPARE(ended, 1);
        QCOMPARE(each, (QByteArrayList{"\"b\"", ""}));
        QCOMPARE(all.size(), 2);
        QVERIFY(all[0].answered());
        QVERIFY(!all[1].answered());
    }

    void nobodyAddressed()
    {
        int ended = 0;
        BroadcastAcks acks([&](const QList<BroadcastReply> &) { ++ended; }, {});
        acks.seal();
        QCOMPARE(ended, 1);
    }

    void answersMayOvertakeTheSeal()
    {
        int ended = 0;
        BroadcastAcks acks([&](const QList<BroadcastReply> &) { ++ended; }, {});
        acks.expect(1);
        acks.take({});
        QCOMPARE(ended, 0);
        acks.seal();
        QCOMPARE(ended, 1);
    }
};

QTEST_APPLESS_MAIN(tst_BroadcastAcks)

#include "tst_broadcastacks.moc"
