// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/filtercompleter.h"

#include "format/displaysafe.h"
#include "format/format.h"

#include <QCoreApplication>

namespace Switchboard::App {

namespace {

constexpr qsizetype mostRows = 50;
constexpr qsizetype shownChars = 100;

bool endsPart(QChar c)
{
    return c.isSpace() || QStringView(u"()").contains(c);
}

} // namespace

FilterCompleter::FilterCompleter(QObject *parent)
    : QAbstractListModel(parent)
{ }

int FilterCompleter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> FilterCompleter::roleNames() const
{
    return {{Label, "label"}, {Detail, "detail"}};
}

QVariant FilterCompleter::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const Row &row = m_rows.at(index.row());
    return role == Label ? row.label : role == Detail ? row.detail : QVariant();
}

void FilterCompleter::complete(const QString &text, int cursor)
{
    cursor = qBound(0, cursor, int(text.size()));
    int from = cursor;
    while (from > 0 && !endsPart(text[from - 1])) {
        --from;
    }
    while (from < cursor && QStringView(u"-!").contains(text[from])) {
        ++from;
    }
    const QString part = text.mid(from, cursor - from);
    static const QRegularExpression valueOf(QStringLiteral("^([a-z]+)(:|=|!=|~)"));
    const QRegularExpressionMatch match = valueOf.match(part);
    QList<Row> rows;
    if (match.hasMatch()) {
        from += int(match.capturedLength());
        for (const FilterFieldInfo &info : filterFields()) {
            if (match.captured(1) == QLatin1String(info.name)) {
                rows = values(info.field, part.sliced(match.capturedLength()));
            }
        }
    } else {
        rows = fields(part);
    }
    beginResetModel();
    m_text = text;
    m_from = from;
    m_to = cursor;
    m_rows = rows.first(qMin(rows.size(), mostRows));
    endResetModel();
    Q_EMIT countChanged();
}

void FilterCompleter::clear()
{
    if (!m_rows.isEmpty()) {
        beginResetModel();
        m_rows.clear();
        endResetModel();
        Q_EMIT countChanged();
    }
}

QList<FilterCompleter::Row> FilterCompleter::fields(const QString &part) const
{
    QList<Row> rows;
    for (const FilterFieldInfo &info : filterFields()) {
        const QString name = QLatin1String(info.name);
        if (!info.alias && name.startsWith(part, Qt::CaseInsensitive)) {
            const QString insert = name + (info.field == FilterField::Size ? u'>' : u':');
            rows.append({insert, insert, QCoreApplication::translate("Filter", info.meaning)});
        }
    }
    return rows;
}

QList<FilterCompleter::Row> FilterCompleter::values(FilterField field, const QString &part) const
{
    QList<Row> rows;
    const auto add = [&](const QString &value, const QString &detail) {
        if (value.startsWith(part, Qt::CaseInsensitive) && value != part) {
            rows.append({filterQuoted(value), displaySafe(value, shownChars), detail});
        }
    };
    const QStringList words = filterWords(field);
    for (const QString &word : words) {
        add(word, {});
    }
    if (field == FilterField::Event && m_stats) {
        const QStringList names = m_stats->eventNames(part, int(mostRows));
        for (const QString &name : names) {
            const double rate = m_stats->eventRate(name);
            add(name, rate > 0 ? Format::rate(rate) : QString());
        }
    } else if (m_view) {
        const QStringList seen = m_view->recentValues(field);
        for (const QString &value : seen) {
            add(value, {});
        }
    }
    return rows;
}

QString FilterCompleter::textAfter(int row) const
{
    return row < 0 || row >= count()
        ? m_text
        : m_text.first(m_from) + m_rows.at(row).insert + m_text.sliced(m_to);
}

int FilterCompleter::cursorAfter(int row) const
{
    return row < 0 || row >= count() ? m_to : m_from + int(m_rows.at(row).insert.size());
}

} // namespace Switchboard::App
