// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/argumentsmodel.h"

#include "core/jsonscanner.h"
#include "shell/undoqueue.h"

#include <algorithm>

namespace Switchboard::App {

using namespace std::chrono_literals;

namespace {

constexpr auto checkDelay = 150ms;

} // namespace

ArgumentsModel::ArgumentsModel(UndoQueue &undo, QObject *parent)
    : QAbstractListModel(parent)
    , m_undo(undo)
{
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(checkDelay);
    connect(&m_checkSoon, &QTimer::timeout, this, &ArgumentsModel::checkAll);
}

int ArgumentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ArgumentsModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    switch (Role(role)) {
    case Role::Title:
        return tr("Argument %1").arg(index.row() + 1);
    case Role::HasProblem:
        return m_rows[std::size_t(index.row())].problem.has_value();
    }
    return {};
}

QHash<int, QByteArray> ArgumentsModel::roleNames() const
{
    return {{int(Role::Title), "title"}, {int(Role::HasProblem), "hasProblem"}};
}

ArgumentsModel::Row *ArgumentsModel::currentRow()
{
    return m_current < 0 ? nullptr : &m_rows[std::size_t(m_current)];
}

const ArgumentsModel::Row *ArgumentsModel::currentRow() const
{
    return m_current < 0 ? nullptr : &m_rows[std::size_t(m_current)];
}

void ArgumentsModel::setCurrent(int row)
{
    row = std::clamp(row, count() > 0 ? 0 : -1, count() - 1);
    if (row != m_current) {
        m_current = row;
        Q_EMIT currentChanged();
        Q_EMIT textReplaced();
        Q_EMIT problemChanged();
    }
}

ArgumentsModel::Type ArgumentsModel::type() const
{
    const Row *row = currentRow();
    return row ? Type(row->argument.type) : Type::Json;
}

void ArgumentsModel::setType(Type type)
{
    Row *row = currentRow();
    if (!row || type == this->type()) {
        return;
    }
    row->argument.type = DraftArgument::Type(type);
    if (type == Type::Boolean && row->argument.text != u"false") {
        row->argument.text = QStringLiteral("true");
        Q_EMIT textReplaced();
    }
    row->isChecked = false;
    Q_EMIT currentChanged();
    checkAll();
}

QString ArgumentsModel::text() const
{
    const Row *row = currentRow();
    return row ? row->argument.text : QString();
}

void ArgumentsModel::setText(const QString &text)
{
    Row *row = currentRow();
    if (row && row->argument.text != text) {
        row->argument.text = text;
        row->isChecked = false;
        m_checkSoon.start();
    }
}

QString ArgumentsModel::problem() const
{
    const Row *row = currentRow();
    return row && row->problem ? row->problem->sentence : QString();
}

int ArgumentsModel::problemLine() const
{
    const Row *row = currentRow();
    return row && row->problem ? row->problem->line : 0;
}

int ArgumentsModel::problemPosition() const
{
    const Row *row = currentRow();
    return row && row->problem ? int(row->problem->position) : 0;
}

int ArgumentsModel::problemLength() const
{
    const Row *row = currentRow();
    return row && row->problem ? int(row->problem->length) : 0;
}

QList<DraftArgument> ArgumentsModel::arguments() const
{
    QList<DraftArgument> list;
    for (const Row &row : m_rows) {
        list.append(row.argument);
    }
    return list;
}

void ArgumentsModel::setArguments(const QList<DraftArgument> &arguments)
{
    Q_ASSERT(arguments.size() <= EmitDraft::maxArguments);
    beginResetModel();
    m_rows.clear();
    for (const DraftArgument &argument : arguments) {
        m_rows.push_back({argument, std::nullopt, false});
    }
    m_current = m_rows.empty() ? -1 : 0;
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT currentChanged();
    Q_EMIT textReplaced();
    checkAll();
}

int ArgumentsModel::firstProblem()
{
    if (checkRows()) {
        Q_EMIT problemChanged();
        Q_EMIT edited();
    }
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [](const Row &row) { return row.problem.has_value(); });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void ArgumentsModel::add()
{
    if (!isFull()) {
        insert(count(), {DraftArgument::Type::Json, QStringLiteral("{\n  \n}")});
    }
}

void ArgumentsModel::remove(int row)
{
    const DraftArgument removed = m_rows[std::size_t(row)].argument;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    m_current = std::min(m_current, count() - 1);
    endRemoveRows();
    Q_EMIT countChanged();
    Q_EMIT currentChanged();
    Q_EMIT textReplaced();
    Q_EMIT problemChanged();
    Q_EMIT edited();
    m_undo.push(tr("Argument %1 removed").arg(row + 1), [this, row, removed] {
        if (!isFull()) {
            insert(std::min(row, count()), removed);
        }
    });
}

void ArgumentsModel::duplicate(int row)
{
    if (!isFull()) {
        insert(row + 1, m_rows[std::size_t(row)].argument);
    }
}

void ArgumentsModel::move(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= count() || to >= count()) {
        return;
    }
    beginResetModel(); // titles are numbers, so every row between the two changes
    const Row moved = m_rows[std::size_t(from)];
    m_rows.erase(m_rows.begin() + from);
    m_rows.insert(m_rows.begin() + to, moved);
    endResetModel();
    setCurrent(to);
    Q_EMIT textReplaced();
    Q_EMIT problemChanged();
    Q_EMIT edited();
}

void ArgumentsModel::format()
{
    Row *row = currentRow();
    if (!row || row->argument.type != DraftArgument::Type::Json) {
        return;
    }
    const QByteArray json = row->argument.text.toUtf8();
    if (Json::check(json)) {
        return;
    }
    row->argument.text = QString::fromUtf8(Json::pretty(json));
    row->isChecked = false;
    Q_EMIT textReplaced();
    checkAll();
}

void ArgumentsModel::insert(int row, const DraftArgument &argument)
{
    beginInsertRows({}, row, row);
    m_rows.insert(m_rows.begin() + row, Row{argument, std::nullopt, false});
    m_current = row;
    endInsertRows();
    Q_EMIT countChanged();
    Q_EMIT currentChanged();
    Q_EMIT textReplaced();
    if (row + 1 < count()) {
        Q_EMIT dataChanged(index(row + 1), index(count() - 1), {int(Role::Title)});
    }
    checkAll();
}

bool ArgumentsModel::checkRows()
{
    m_checkSoon.stop();
    bool isAnyNew = false;
    for (int i = 0; i < count(); ++i) {
        Row &row = m_rows[std::size_t(i)];
        if (!row.isChecked) {
            row.problem = checkArgument(row.argument);
            row.isChecked = true;
            isAnyNew = true;
            Q_EMIT dataChanged(index(i), index(i), {int(Role::HasProblem)});
        }
    }
    return isAnyNew;
}

void ArgumentsModel::checkAll()
{
    checkRows();
    Q_EMIT problemChanged();
    Q_EMIT edited();
}

} // namespace Switchboard::App
