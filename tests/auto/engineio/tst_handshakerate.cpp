// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/handshakerate.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::EngineIo;
using namespace std::chrono_literals;

namespace {

int passed(HandshakeRate &rate, QByteArrayView address, const Limits &limits, MonotonicTime now,
    int attempts)
{
    int count = 0;
    for (int i = 0; i < attempts; ++i) {
        count += rate.take(address, limits, now);
    }
    return count;
}

} // namespace

class tst_HandshakeRate : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void burstThenRate()
    {
        Limits limits;
        limits.handshakesPerSecond = 100;
        limits.handshakesBurst = 300;
        HandshakeRate rate;
        QCOMPARE(passed(rate, "127.0.0.1", limits, 1h, 1000), 300);
        QCOMPARE(passed(rate, "127.0.0.2", limits, 1h + 500ms, 1000), 50);
        QCOMPARE(passed(rate, "127.0.0.1", limits, 2h, 1000), 300);
    }

    void noRate()
    {
        Limits limits;
        limits.handshakesPerSecond = 0;
        HandshakeRate rate;
        QCOMPARE(passed(rate, "127.0.0.1", limits, 1h, 10'000), 10'000);
    }

    void addressesApart()
    {
        Limits limits;
        limits.handshakesPerSecondPerAddress = 20;
        limits.handshakesBurstPerAddress = 100;
        HandshakeRate rate;
        QCOMPARE(passed(rate, "10.0.0.1", limits, 1h, 500), 100);
        QCOMPARE(passed(rate, "10.0.0.2", limits, 1h, 500), 100);
        QCOMPARE(passed(rate, "10.0.0.1", limits, 1h + 1s, 500), 20);
    }

    /** One address that floods must not spend what belongs to all. */
    void floodOfOneLeavesRoom()
    {
        Limits limits;
        limits.handshakesPerSecond = 10;
        limits.handshakesBurst = 150;
        limits.handshakesPerSecondPerAddress = 20;
        limits.handshakesBurstPerAddress = 100;
        HandshakeRate rate;
        QCOMPARE(passed(rate, "10.0.0.1", limits, 1h, 100'000), 100);
        QCOMPARE(passed(rate, "10.0.0.2", limits, 1h, 10), 10);
    }

    void addressesAreBounded()
    {
        Limits limits;
        limits.handshakesPerSecond = 0;
        limits.handshakesPerSecondPerAddress = 1;
        limits.handshakesBurstPerAddress = 2;
        HandshakeRate rate;
        for (int i = 0; i < HandshakeRate::maxAddresses; ++i) {
            QVERIFY(rate.take(QByteArray("a" + QByteArray::number(i)), limits, 1h));
        }
        QVERIFY(!rate.take("one more", limits, 1h));
        QVERIFY(rate.take("a0", limits, 1h));
        // Full again, so nothing is lost by forgetting them.
        QVERIFY(rate.take("one more", limits, 1h + 10s));
    }
};

QTEST_APPLESS_MAIN(tst_HandshakeRate)
#include "tst_handshakerate.moc"
