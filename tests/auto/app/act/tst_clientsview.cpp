// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/clientsview.h"

#include "engine/enginehost.h"
#include "traffic/clientnames.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace Switchboard;
using namespace Switchboard::App;

namespace {

constexpr qint64 second = 1'000'000;
constexpr qint64 start = 1'700'000'000 * second;

ClientInfo client(quint32 serial, const QByteArray &name = {})
{
    ClientInfo info;
    info.serial = serial;
    info.sid = QByteArray::number(serial).rightJustified(20, 'a');
    info.address = "10.0.0." + QByteArray::number(serial % 250);
    info.via = serial % 2 == 0 ? Traffic::Via::WebSocket : Traffic::Via::Polling;
    info.openedAt = start + serial;
    info.lastActivity = start;
    info.memberships = {{"/", "s" + QByteArray::number(serial), start, {"lobby"},
        name.isEmpty() ? QByteArray() : "{\"name\":\"" + name + "\"}", {}}};
    return info;
}

QList<ClientInfo> many(int count)
{
    QList<ClientInfo> list;
    for (int i = 1; i <= count; ++i) {
        list.append(client(quint32(i)));
    }
    return list;
}

} // namespace

class tst_ClientsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWindow();
    void staysQuietWithTenThousand();
    void keepsLeavingRowsForTwoSeconds();
    void sortsBySinceSoRowsStay();
    void sortsAgainEveryTwoSeconds();
    void searchesAndFilters();
    void selectsByClient();
    void extendsSelection();
    void computesRates();
    void fillsDetailWithoutSecrets();
    void namesClientsForTheTraffic();

private:
    QVariant at(int row, ClientsView::Role role) const
    {
        return m_view->index(row).data(int(role));
    }

    QStringList names() const
    {
        QStringList list;
        for (int row = 0; row < m_view->rowCount(); ++row) {
            if (at(row, ClientsView::Role::Present).toBool()) {
                list.append(at(row, ClientsView::Role::Name).toString());
            }
        }
        return list;
    }

    std::unique_ptr<EngineHost> m_host;
    std::unique_ptr<ClientNames> m_names;
    std::unique_ptr<ClientsView> m_view;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_ClientsView::init()
{
    m_tester.reset();
    m_view.reset();
    m_host = std::make_unique<EngineHost>();
    m_names = std::make_unique<ClientNames>();
    m_view = std::make_unique<ClientsView>(*m_host, *m_names);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_view.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void tst_ClientsView::showsWindow()
{
    m_view->setVisibleRows(5);
    QCOMPARE(m_view->rowCount(), 5);
    QVERIFY(!at(0, ClientsView::Role::Present).toBool());
    m_view->take(many(3), start);
    QCOMPARE(m_view->rowCount(), 5);
    QCOMPARE(m_view->count(), 3);
    QVERIFY(at(2, ClientsView::Role::Present).toBool());
    QVERIFY(!at(3, ClientsView::Role::Present).toBool());
    m_view->take(many(30), start);
    m_view->setTop(100);
    QCOMPARE(m_view->top(), 25);
    QCOMPARE(at(4, ClientsView::Role::Serial).toUInt(), 30U);
    m_view->setVisibleRows(2);
    QCOMPARE(m_view->rowCount(), 2);
}

void tst_ClientsView::staysQuietWithTenThousand()
{
    m_view->setVisibleRows(40);
    const QList<ClientInfo> clients = many(10'000);
    QSignalSpy changes(m_view.get(), &ClientsView::dataChanged);
    QSignalSpy inserts(m_view.get(), &ClientsView::rowsInserted);
    QSignalSpy resets(m_view.get(), &ClientsView::modelReset);
    for (int i = 0; i < 10; ++i) {
        m_view->take(clients, start + i * second / 2);
    }
    QCOMPARE(m_view->total(), 10'000);
    QCOMPARE(m_view->webSocketCount(), 5'000);
    QCOMPARE(changes.size(), 10);
    QCOMPARE(inserts.size() + resets.size(), 0);
}

void tst_ClientsView::keepsLeavingRowsForTwoSeconds()
{
    m_view->setVisibleRows(3);
    m_view->take(many(2), start);
    m_view->noteLeft(2, start, QStringLiteral("transport close"));
    m_view->take(many(1), start + second);
    QCOMPARE(m_view->count(), 2);
    QCOMPARE(m_view->total(), 1);
    QVERIFY(at(1, ClientsView::Role::HasLeft).toBool());
    QCOMPARE(at(1, ClientsView::Role::Since).toString(), QStringLiteral("left, transport close"));
    m_view->take(many(1), start + 3 * second);
    QCOMPARE(m_view->count(), 1);
}

void tst_ClientsView::sortsBySinceSoRowsStay()
{
    m_view->setVisibleRows(5);
    m_view->take({client(2, "b"), client(1, "c")}, start);
    QCOMPARE(names(), (QStringList{QStringLiteral("c"), QStringLiteral("b")}));
    m_view->take({client(3, "a"), client(2, "b"), client(1, "c")}, start + second);
    QCOMPARE(names(), (QStringList{QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")}));
}

void tst_ClientsView::sortsAgainEveryTwoSeconds()
{
    m_view->setVisibleRows(5);
    m_view->take({client(1, "b"), client(2, "c")}, start);
    m_view->sortBy(ClientsView::Column::Name);
    const QList<ClientInfo> later{client(1, "b"), client(2, "a")};
    m_view->take(later, start + second);
    QCOMPARE(names(), (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
    m_view->take(later, start + 2 * second);
    QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    m_view->sortBy(ClientsView::Column::Name);
    QCOMPARE(names(), (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
}

void tst_ClientsView::searchesAndFilters()
{
    m_view->setVisibleRows(5);
    m_view->take({client(1, "ada"), client(2, "grace"), client(4, "kim")}, start + second);
    m_view->setSearch(QStringLiteral("GR"));
    QCOMPARE(names(), QStringList{QStringLiteral("grace")});
    m_view->setSearch(QStringLiteral("10.0.0.4"));
    QCOMPARE(names(), QStringList{QStringLiteral("kim")});
    m_view->setSearch({});
    m_view->setChip(ClientsView::Chip::Polling);
    QCOMPARE(names(), QStringList{QStringLiteral("ada")});
    m_view->setChip(ClientsView::Chip::Idle);
    QCOMPARE(m_view->count(), 0);
    m_view->take({client(1, "ada")}, start + 60 * second);
    m_view->take({client(1, "ada")}, start + 63 * second);
    QCOMPARE(names(), QStringList{QStringLiteral("ada")});
    QCOMPARE(m_view->idleCount(), 1);
}

void tst_ClientsView::selectsByClient()
{
    m_view->setVisibleRows(5);
    m_view->take(many(3), start);
    m_view->select(2);
    QCOMPARE(m_view->current(), 3U);
    QCOMPARE(m_view->selection(), QList<quint32>{3});
    // The first one goes; the cursor stays on its client.
    m_view->take({client(2), client(3)}, start + second);
    m_view->take({client(2), client(3)}, start + 4 * second);
    QVERIFY(at(1, ClientsView::Role::Current).toBool());
    QCOMPARE(at(1, ClientsView::Role::Serial).toUInt(), 3U);
    m_view->clearSelection();
    QCOMPARE(m_view->selection(), QList<quint32>());
}

void tst_ClientsView::extendsSelection()
{
    m_view->setVisibleRows(5);
    m_view->take(many(20), start);
    m_view->select(1);
    m_view->select(3, true);
    QCOMPARE(m_view->selectedCount(), 3);
    m_view->select(4, false, true);
    QCOMPARE(m_view->selectedCount(), 4);
    m_view->select(4, false, true);
    QCOMPARE(m_view->selectedCount(), 3);
    m_view->moveCurrent(100);
    QCOMPARE(m_view->current(), 20U);
    QCOMPARE(m_view->top(), 15);
    m_view->selectAll();
    QCOMPARE(m_view->selectedCount(), 20);
}

void tst_ClientsView::computesRates()
{
    m_view->setVisibleRows(1);
    for (int i = 0; i <= 30; ++i) {
        ClientInfo info = client(1);
        info.messagesIn = quint32(6 * i);
        m_view->take({info}, start + i * second / 2);
    }
    QCOMPARE(at(0, ClientsView::Role::InRate).toString(), QStringLiteral("12/s"));
    QCOMPARE(at(0, ClientsView::Role::OutRate).toString(), QString());
}

void tst_ClientsView::fillsDetailWithoutSecrets()
{
    m_view->setVisibleRows(1);
    ClientInfo info = client(1, "ada");
    info.memberships[0].auth = R"({"name":"ada","token":"hunter2"})";
    info.target = "/socket.io/?EIO=4&api_key=hunter2&sid=" + info.sid;
    info.headers = {{"Cookie", "session=hunter2"}, {"Host", "localhost"}};
    m_view->take({info}, start);
    m_view->select(0);
    ClientDetail *detail = m_view->detail();
    QCOMPARE(detail->name(), QStringLiteral("ada"));
    const auto texts = [](const QAbstractItemModel *model) {
        QString all;
        for (int row = 0; row < model->rowCount(); ++row) {
            for (const int role : model->roleNames().keys()) {
                all += model->index(row, 0).data(role).toString() + u'\n';
            }
        }
        return all;
    };
    const QString all
        = texts(detail->headers()) + texts(detail->handshake()) + texts(detail->memberships());
    QVERIFY(!all.contains(u"hunter2"));
    QVERIFY(!all.contains(QString::fromLatin1(info.sid)));
    QVERIFY(all.contains(u"localhost"));
    m_view->take({}, start + second);
    QVERIFY(detail->hasLeft());
    m_view->take({}, start + 4 * second);
    QCOMPARE(detail->serial(), 0);
}

void tst_ClientsView::namesClientsForTheTraffic()
{
    m_view->take({client(7, "ada")}, start);
    QCOMPARE(m_names->label(7), QStringLiteral("ada"));
}

QTEST_GUILESS_MAIN(tst_ClientsView)
#include "tst_clientsview.moc"
