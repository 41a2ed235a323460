// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "portowner.h"

#include <QCoreApplication>
#include <QFile>
#include <QTcpServer>
#include <QTest>

using namespace Switchboard;

class tst_PortOwner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThisProcess_data();
    void namesThisProcess();
    void nobodyListens();
};

void tst_PortOwner::namesThisProcess_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
}

void tst_PortOwner::namesThisProcess()
{
    QFETCH(QHostAddress, address);
    if (!QFile::exists(QStringLiteral("/proc/net/tcp"))) {
        QSKIP("This system has no /proc/net/tcp.");
    }
    QTcpServer server;
    if (!server.listen(address)) {
        QSKIP("This system cannot listen there.");
    }
    const QString owner = portOwner(server.serverPort());
    QVERIFY2(owner.endsWith(QStringLiteral(", process %1").arg(QCoreApplication::applicationPid())),
        qPrintable(owner));
    QVERIFY(!owner.startsWith(u','));
}

void tst_PortOwner::nobodyListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    QCOMPARE(portOwner(port), QString());
}

QTEST_GUILESS_MAIN(tst_PortOwner)
#include "tst_portowner.moc"
