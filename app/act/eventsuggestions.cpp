// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/eventsuggestions.h"

#include "core/jsonscanner.h"
#include "format/displaysafe.h"
#include "format/format.h"

#include <algorithm>

namespace Switchboard::App {

namespace {

constexpr int maxNameChars = 120;
constexpr int keysShown = 3;
constexpr int maxKeyChars = 24;

} // namespace

EventSuggestions::EventSuggestions(QObject *parent)
    : QAbstractListModel(parent)
{ }

int EventSuggestions::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant EventSuggestions::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const SeenEvent &row = event(index.row());
    switch (Role(role)) {
    case Role::Name:
        return displaySafe(row.name, maxNameChars);
    case Role::Detail: {
        const QString seen = row.rate > 0 ? Format::rate(row.rate)
            : row.isSaved                 ? tr("from a preset")
                                          : tr("seen before");
        const QString form = shape(row.lastArguments);
        return form.isEmpty() ? seen : QString(seen + u" · " + form);
    }
    case Role::IsSaved:
        return row.isSaved;
    }
    return {};
}

QHash<int, QByteArray> EventSuggestions::roleNames() const
{
    return {
        {int(Role::Name), "name"}, {int(Role::Detail), "detail"}, {int(Role::IsSaved), "isSaved"}};
}

void EventSuggestions::find(const QString &typed)
{
    std::vector<SeenEvent> rows;
    for (const Source &source : m_sources) {
        for (SeenEvent &event : source(typed)) {
            const bool isKnown = std::any_of(rows.begin(), rows.end(),
                [&](const SeenEvent &row) { return row.name == event.name; });
            if (!isKnown && event.name != typed
                && event.name.contains(typed, Qt::CaseInsensitive)) {
                rows.push_back(std::move(event));
            }
        }
    }
    const auto isBetter = [&](const SeenEvent &a, const SeenEvent &b) {
        const bool aStarts = a.name.startsWith(typed, Qt::CaseInsensitive);
        const bool bStarts = b.name.startsWith(typed, Qt::CaseInsensitive);
        return aStarts != bStarts ? aStarts : a.rate > b.rate;
    };
    std::stable_sort(rows.begin(), rows.end(), isBetter);
    rows.resize(std::min(rows.size(), std::size_t(maxShown)));
    set(std::move(rows));
}

void EventSuggestions::clear()
{
    set({});
}

void EventSuggestions::set(std::vector<SeenEvent> rows)
{
    if (rows.empty() && m_rows.empty()) {
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
}

QString EventSuggestions::shape(const QByteArray &arguments)
{
    const auto items = Json::splitArray(arguments);
    if (!items || items->isEmpty()) {
        return {};
    }
    JsonScanner scanner(items->first());
    if (scanner.next() != JsonScanner::Token::ObjectBegin) {
        return {};
    }
    QStringList keys;
    while (true) {
        const JsonScanner::Token token = scanner.next();
        if (token == JsonScanner::Token::Error || token == JsonScanner::Token::End) {
            return u'{' + keys.join(u", ") + u'}';
        }
        if (token != JsonScanner::Token::Key || scanner.depth() != 1) {
            continue;
        }
        if (keys.size() == keysShown) {
            return u'{' + keys.join(u", ") + u"…}";
        }
        keys.append(displaySafe(Json::decodeString(scanner.lexeme()), maxKeyChars));
    }
}

} // namespace Switchboard::App
