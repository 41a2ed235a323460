// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/problem.h"

#include <QtTest>

using namespace Switchboard::App;

class tst_Problem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsSentence();
    void takesArgumentsAsTheyAre();
    void keepsUnknownIds();
    void survivesMissingArguments();
};

void tst_Problem::fillsSentence()
{
    const Problem problem
        = Problem::fromReport(QStringLiteral("cors"), {QStringLiteral("http://localhost:5173")});
    QCOMPARE(problem.sentence,
        QStringLiteral("Blocked a page from http://localhost:5173. Its origin is not allowed."));
    QCOMPARE(problem.action, QStringLiteral("Allow this origin"));
}

void tst_Problem::takesArgumentsAsTheyAre()
{
    const Problem problem = Problem::fromReport(QStringLiteral("no-namespace"),
        {QStringLiteral("%2 %1"), QStringLiteral("/a\u202Eb\n<img src=x>")});
    QVERIFY(problem.sentence.startsWith(QStringLiteral("%2 %1 tried to join namespace /a")));
    QVERIFY(!problem.sentence.contains(QChar(0x202E)));
    QVERIFY(!problem.sentence.contains(u'\n'));
}

void tst_Problem::keepsUnknownIds()
{
    const Problem problem = Problem::fromReport(
        QStringLiteral("brand-new"), {QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(problem.sentence, QStringLiteral("brand-new: a, b"));
}

void tst_Problem::survivesMissingArguments()
{
    QCOMPARE(Problem::fromReport(QStringLiteral("slow-loop"), {}).sentence,
        QStringLiteral("The server was busy for –."));
}

QTEST_GUILESS_MAIN(tst_Problem)
#include "tst_problem.moc"
