// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/namespacesmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace Switchboard;
using namespace Switchboard::App;

namespace {

QStringList rows(const NamespacesModel &model)
{
    QStringList list;
    for (int row = 0; row < model.count(); ++row) {
        const QModelIndex index = model.index(row);
        list.append(QStringLiteral("%1 %2 %3")
                        .arg(index.data(int(NamespacesModel::Role::Name)).toString())
                        .arg(index.data(int(NamespacesModel::Role::Clients)).toInt())
                        .arg(index.data(int(NamespacesModel::Role::Rooms)).toInt()));
    }
    return list;
}

} // namespace

class tst_NamespacesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsReports();
    void saysNothingWhenNothingChanged();
};

void tst_NamespacesModel::followsReports()
{
    NamespacesModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take({{"/chat", 9, {{"lobby", 4}}}, {"/", 14, {}}});
    QCOMPARE(rows(model), (QStringList{QStringLiteral("/ 14 0"), QStringLiteral("/chat 9 1")}));
    model.take({{"/", 13, {}}, {"/board", 2, {{"a", 1}, {"b", 1}}}, {"/chat", 9, {{"lobby", 4}}}});
    QCOMPARE(rows(model),
        (QStringList{
            QStringLiteral("/ 13 0"), QStringLiteral("/board 2 2"), QStringLiteral("/chat 9 1")}));
    QCOMPARE(model.roomCount(), 3);
    model.take({{"/board", 2, {}}});
    QCOMPARE(rows(model), QStringList{QStringLiteral("/board 2 0")});
    model.take({});
    QCOMPARE(model.count(), 0);
}

void tst_NamespacesModel::saysNothingWhenNothingChanged()
{
    NamespacesModel model;
    const QList<NamespaceInfo> report{{"/", 1, {{"r", 1}}}};
    model.take(report);
    QSignalSpy changes(&model, &NamespacesModel::dataChanged);
    QSignalSpy counts(&model, &NamespacesModel::countChanged);
    QSignalSpy rooms(&model, &NamespacesModel::roomCountChanged);
    model.take(report);
    QCOMPARE(changes.size() + counts.size() + rooms.size(), 0);
}

QTEST_GUILESS_MAIN(tst_NamespacesModel)
#include "tst_namespacesmodel.moc"
