// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/listeners.h"

#include <QTest>

#include <functional>

using namespace Switchboard::SocketIo;

class tst_Listeners : public QObject
{
    Q_OBJECT

    using List = ListenerList<std::function<void()>>;

private Q_SLOTS:

    void byNameInOrder()
    {
        QByteArray calls;
        List list;
        list.add("a", [&] { calls += '1'; });
        list.add("b", [&] { calls += 'x'; });
        list.add("a", [&] { calls += '2'; });
        list.add(
            "a", [&] { calls += '0'; }, true);
        list.call("a");
        QCOMPARE(calls, "012");
        list.removeAll("a");
        list.call("a");
        QCOMPARE(calls, "012");
        QVERIFY(!list.isEmpty());
    }

    void removingItself()
    {
        QByteArray calls;
        List list;
        ListenerId first = 0;
        first = list.add("a", [&, kept = QByteArray("alive")] {
            list.remove(first);
            calls += kept;
        });
        list.add("a", [&] { calls += '2'; });
        list.call("a");
        QCOMPARE(calls, "alive2");
        list.call("a");
        QCOMPARE(calls, "alive22");
    }

    void aCallSeesTheHandlersOfItsBeginning()
    {
        QByteArray calls;
        List list;
        ListenerId second = 0;
        list.add("a", [&] {
            list.remove(second);
            list.add("a", [&] { calls += '3'; });
            calls += '1';
        });
        second = list.add("a", [&] { calls += '2'; });
        list.call("a");
        QCOMPARE(calls, "12");
    }
};

QTEST_APPLESS_MAIN(tst_Listeners)

#include "tst_listeners.moc"
