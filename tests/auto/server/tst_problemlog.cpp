// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "problemlog.h"

#include <QTest>

using namespace Switchboard;
using namespace std::chrono_literals;

class tst_ProblemLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstOfEachKindPasses();
    void floodIsHeldBackForASecond();
};

void tst_ProblemLog::firstOfEachKindPasses()
{
    ManualClock clock;
    QStringList seen;
    ProblemLog log(clock, [&seen](const char *id, const QStringList &arguments) {
        seen.append(QLatin1StringView(id) % u' ' % arguments.join(u'|'));
    });
    log.report("cors", {QStringLiteral("http://a.test")});
    log.report("path", {QStringLiteral("/a"), QStringLiteral("/b")});
    QCOMPARE(
        seen, (QStringList{QStringLiteral("cors http://a.test"), QStringLiteral("path /a|/b")}));
}

void tst_ProblemLog::floodIsHeldBackForASecond()
{
    ManualClock clock;
    int seen = 0;
    ProblemLog log(clock, [&seen](const char *, const QStringList &) { ++seen; });
    for (int i = 0; i < 1000; ++i) {
        log.report("cors", {QString::number(i)});
    }
    QCOMPARE(seen, 1);
    clock.advance(999ms);
    log.report("cors", {});
    QCOMPARE(seen, 1);
    clock.advance(1ms);
    log.report("cors", {});
    QCOMPARE(seen, 2);
}

QTEST_APPLESS_MAIN(tst_ProblemLog)
#include "tst_problemlog.moc"
