// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/acktable.h"

#include "core/clock.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Switchboard;
using namespace Switchboard::SocketIo;

class tst_AckTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_seen.clear();
        m_table.abandon();
        m_seen.clear();
    }

    void answersOnce()
    {
        add(4, 1s);
        add(7, 1s);
        m_clock.advance(300ms);
        QVERIFY(m_table.answer(7, Args{"ok"}));
        QCOMPARE(m_seen, QByteArrayList{"7 answered \"ok\" 300000"});
        QVERIFY(!m_table.answer(7, {}));
        QVERIFY(!m_table.answer(99, {}));
        QCOMPARE(m_seen.size(), 1);
        QCOMPARE(m_table.size(), 1);
    }

    void timesOut()
    {
        add(1, 1s);
        add(2, 2s);
        pass(1100ms);
        QCOMPARE(m_seen.size(), 1);
        QVERIFY(m_seen[0].startsWith("1 timed out"));
        QVERIFY2(!m_table.answer(1, {}), "a late answer is ignored");
        pass(1s);
        QCOMPARE(m_seen.size(), 2);
        QCOMPARE(m_table.size(), 0);
    }

    void leaving()
    {
        add(1, 1s);
        add(2, 1s);
        m_table.abandon();
        QCOMPARE(m_seen.size(), 2);
        QVERIFY(m_seen[0].startsWith("1 disconnected"));
        pass(2s);
        QCOMPARE(m_seen.size(), 2);
    }

    void idsMayComeInAnyOrder()
    {
        add(9, 1s);
        add(3, 1s);
        add(5, 1s);
        QVERIFY(m_table.answer(3, {}));
        QVERIFY(m_table.answer(5, {}));
        QVERIFY(m_table.answer(9, {}));
    }

    void handlersMayAsk()
    {
        m_table.add(1, m_wheel, 1s, [this](const AckReply &) { add(2, 1s); });
        QVERIFY(m_table.answer(1, {}));
        QCOMPARE(m_table.size(), 1);
    }

private:
    void add(qint64 id, std::chrono::milliseconds timeout)
    {
        m_table.add(id, m_wheel, timeout, [this, id](const AckReply &reply) {
            const char *outcome = reply.answered()             ? " answered "
                : reply.outcome == AckReply::Outcome::TimedOut ? " timed out "
                                                               : " disconnected ";
            m_seen.append(QByteArray::number(id) + outcome + reply.args.json.toByteArray() + ' '
                + QByteArray::number(qint64(reply.latency.count())));
        });
    }

    void pass(std::chrono::milliseconds time)
    {
        m_clock.advance(time);
        m_wheel.advance();
    }

    ManualClock m_clock;
    TimerWheel m_wheel{m_clock};
    AckTable m_table;
    QByteArrayList m_seen;
};

QTEST_APPLESS_MAIN(tst_AckTable)

#include "tst_acktable.moc"
