// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/lanaddresses.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Switchboard::App;

class tst_LanAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsVirtualAdapters_data();
    void knowsVirtualAdapters();
    void putsUsefulOnesFirst();
    void isAModel();
};

void tst_LanAddresses::knowsVirtualAdapters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isVirtual");
    QTest::newRow("ethernet") << "enp3s0" << false;
    QTest::newRow("old ethernet") << "eth0" << false;
    QTest::newRow("wireless") << "wlp2s0" << false;
    QTest::newRow("docker") << "docker0" << true;
    QTest::newRow("container") << "veth12ab" << true;
    QTest::newRow("docker network") << "br-1f2e" << true;
    QTest::newRow("a real bridge") << "br0" << false;
    QTest::newRow("libvirt") << "virbr0" << true;
    QTest::newRow("loopback") << "lo" << true;
}

void tst_LanAddresses::knowsVirtualAdapters()
{
    QFETCH(QString, name);
    QTEST(LanAddresses::isVirtualName(name), "isVirtual");
}

void tst_LanAddresses::putsUsefulOnesFirst()
{
    const QString docker = QStringLiteral("docker0");
    const std::vector<LanAddresses::Entry> sorted = LanAddresses::sorted(
        {
            {QStringLiteral("172.17.0.1"), docker, true},
            {QStringLiteral("10.8.0.2"), QStringLiteral("tun0"), false},
            {QStringLiteral("192.168.1.24"), QStringLiteral("wlp2s0"), false},
            {QStringLiteral("192.168.1.25"), QStringLiteral("enp3s0"), false},
        },
        QStringLiteral("enp3s0"));
    QStringList addresses;
    for (const LanAddresses::Entry &entry : sorted) {
        addresses.append(entry.address);
    }
    QCOMPARE(addresses,
        (QStringList{QStringLiteral("192.168.1.25"), QStringLiteral("192.168.1.24"),
            QStringLiteral("10.8.0.2"), QStringLiteral("172.17.0.1")}));
}

void tst_LanAddresses::isAModel()
{
    LanAddresses addresses;
    const QAbstractItemModelTester tester(
        &addresses, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int row = 0; row < addresses.count(); ++row) {
        const QString address
            = addresses.index(row).data(int(LanAddresses::Role::Address)).toString();
        QVERIFY(!address.startsWith(u"127."));
    }
}

QTEST_GUILESS_MAIN(tst_LanAddresses)
#include "tst_lanaddresses.moc"
