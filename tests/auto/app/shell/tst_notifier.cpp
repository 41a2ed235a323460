// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/notifier.h"
#include "shell/undoqueue.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Switchboard::App;

class TestNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void saysOnceInBothLists()
    {
        Notifier notifier;
        const QAbstractItemModelTester toasts(notifier.toasts());
        const QAbstractItemModelTester history(notifier.history());
        notifier.success(QStringLiteral("Address copied"));
        QCOMPARE(text(notifier.toasts(), 0), QStringLiteral("Address copied"));
        QCOMPARE(text(notifier.history(), 0), QStringLiteral("Address copied"));
        QCOMPARE(notifier.unread(), 1);
        notifier.markAllRead();
        QCOMPARE(notifier.unread(), 0);
    }

    void sameTextIsCountedUp()
    {
        Notifier notifier;
        for (int i = 0; i < 3; ++i) {
            notifier.warning(QStringLiteral("Slow"));
        }
        QCOMPARE(notifier.toasts()->count(), 1);
        QCOMPARE(text(notifier.toasts(), 0), QStringLiteral("Slow ×3"));
        notifier.error(QStringLiteral("Slow")); // another kind
        QCOMPARE(notifier.toasts()->count(), 2);
    }

    void actionRunsOnceWhereverItIsAskedFor()
    {
        Notifier notifier;
        int runs = 0;
        notifier.notify(Notices::Kind::Info, QStringLiteral("Blocked"), QStringLiteral("Allow"),
            [&runs] { ++runs; });
        const int id = notifier.toasts()->index(0).data(int(NoticeModel::Role::NoticeId)).toInt();
        notifier.act(id);
        notifier.act(id);
        QCOMPARE(runs, 1);
        QCOMPARE(notifier.toasts()->count(), 0);
        QCOMPARE(notifier.history()->count(), 1);
        QVERIFY(notifier.history()
                    ->index(0)
                    .data(int(NoticeModel::Role::ActionText))
                    .toString()
                    .isEmpty());
    }

    void historyIsBounded()
    {
        Notifier notifier;
        for (int i = 0; i < 300; ++i) {
            notifier.info(QString::number(i));
        }
        QCOMPARE(notifier.history()->count(), 200);
        QCOMPARE(text(notifier.history(), 0), QStringLiteral("299"));
        QVERIFY(notifier.toasts()->count() <= 20);
        QCOMPARE(notifier.unread(), 200);
    }

    void undoTakesBackTheLastFirst()
    {
        Notifier notifier;
        UndoQueue queue(notifier);
        QStringList undone;
        queue.push(QStringLiteral("a deleted"), [&undone] { undone.append(QStringLiteral("a")); });
        queue.push(QStringLiteral("b deleted"), [&undone] { undone.append(QStringLiteral("b")); });
        QVERIFY(queue.undo());
        QVERIFY(queue.undo());
        QVERIFY(!queue.undo());
        QCOMPARE(undone, QStringList({QStringLiteral("b"), QStringLiteral("a")}));
    }

    void undoOfTheToastIsNotDoneTwice()
    {
        Notifier notifier;
        UndoQueue queue(notifier);
        int undone = 0;
        queue.push(QStringLiteral("a deleted"), [&undone] { ++undone; });
        notifier.act(notifier.toasts()->index(0).data(int(NoticeModel::Role::NoticeId)).toInt());
        QVERIFY(!queue.undo());
        QCOMPARE(undone, 1);
    }

private:
    static QString text(NoticeModel *model, int row)
    {
        return model->index(row).data(int(NoticeModel::Role::Text)).toString();
    }
};

QTEST_GUILESS_MAIN(TestNotifier)
#include "tst_notifier.moc"
