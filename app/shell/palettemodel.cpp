// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/palettemodel.h"

#include <QPointer>

#include <algorithm>

namespace Switchboard::App {

namespace {
constexpr std::size_t itemCapacity = 20'000;
constexpr std::size_t rowCapacity = 10;
constexpr int recentCapacity = 20;

constexpr int startOfWord = 8;
constexpr int consecutive = 5;
constexpr int wholeText = 40;
constexpr int beginning = 12;

QString identity(const PaletteItem &item)
{
    return item.group + u'\n' + item.title;
}
} // namespace

int matchScore(QStringView query, QStringView text)
{
    int score = 0;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar wanted : query) {
        if (wanted.isSpace()) {
            continue;
        }
        while (at < text.size() && text[at].toCaseFolded() != wanted.toCaseFolded()) {
            ++at;
        }
        if (at == text.size()) {
            return -1;
        }
        score += 1;
        if (at == last + 1) {
            score += consecutive;
        }
        if (at == 0) {
            score += beginning;
        } else if (!text[at - 1].isLetterOrNumber()) {
            score += startOfWord;
        }
        last = at++;
    }
    return text.compare(query, Qt::CaseInsensitive) == 0 ? score + wholeText : score;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const std::size_t row = std::size_t(index.row());
    const PaletteItem &item = m_entries[std::size_t(m_rows[row])].item;
    switch (Role(role)) {
    case Role::Group:
        return item.group;
    case Role::FirstOfGroup:
        return row == 0 || m_entries[std::size_t(m_rows[row - 1])].item.group != item.group;
    case Role::Icon:
        return item.icon;
    case Role::Title:
        return item.title;
    case Role::Detail:
        return item.detail;
    case Role::Keys:
        return item.keys;
    case Role::SecondTitle:
        return item.secondTitle;
    }
    return {};
}

QHash<int, QByteArray> PaletteModel::roleNames() const
{
    return {
        {int(Role::Group), "group"},
        {int(Role::FirstOfGroup), "firstOfGroup"},
        {int(Role::Icon), "icon"},
        {int(Role::Title), "title"},
        {int(Role::Detail), "detail"},
        {int(Role::Keys), "keys"},
        {int(Role::SecondTitle), "secondTitle"},
    };
}

void PaletteModel::setQuery(const QString &query)
{
    if (m_query == query) {
        return;
    }
    m_query = query;
    Q_EMIT queryChanged();
    rank();
}

void PaletteModel::addSource(Source source, QChar prefix)
{
    m_sources.emplace_back(std::move(source), prefix);
}

void PaletteModel::addCommand(const QString &group, const QString &icon, const QString &title,
    const QString &detail, const QString &keys, const QJSValue &run)
{
    Q_ASSERT(run.isCallable());
    m_commands.push_back({group, icon, title, detail, keys, [run] { run.call(); }, {}, {}});
}

void PaletteModel::open()
{
    beginResetModel();
    m_rows.clear();
    m_entries.clear();
    for (const PaletteItem &command : m_commands) {
        m_entries.push_back({command, u'>'});
    }
    std::vector<PaletteItem> items;
    for (const auto &[source, prefix] : m_sources) {
        items.clear();
        source(items);
        for (PaletteItem &item : items) {
            if (m_entries.size() == itemCapacity) {
                break;
            }
            m_entries.push_back({std::move(item), prefix});
        }
    }
    endResetModel();
    m_query.clear();
    Q_EMIT queryChanged();
    rank();
}

void PaletteModel::run(int row, bool second)
{
    if (row < 0 || row >= count()) {
        return;
    }
    const PaletteItem &item = m_entries[std::size_t(m_rows[std::size_t(row)])].item;
    m_recent.removeAll(identity(item));
    m_recent.prepend(identity(item));
    m_recent.resize(std::min<qsizetype>(m_recent.size(), recentCapacity));
    // A copy: what runs may open the palette again.
    const auto act = second && item.runSecond ? item.runSecond : item.run;
    act();
}

void PaletteModel::rank()
{
    QStringView words = QStringView(m_query).trimmed();
    QChar prefix;
    if (!words.isEmpty() && QStringView(u">@#:!").contains(words.front())) {
        prefix = words.front();
        words = words.mid(1).trimmed();
    }

    struct Hit
    {
        int score;
        int entry;
    };

    std::vector<Hit> hits;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        if (!prefix.isNull() && entry.prefix != prefix) {
            continue;
        }
        const int score = matchScore(words, entry.item.title);
        if (score >= 0) {
            hits.push_back({score + recency(entry.item), int(i)});
        }
    }
    std::stable_sort(
        hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.score > b.score; });
    hits.resize(std::min(hits.size(), rowCapacity));

    // Groups stand together, in the order of their best row.
    std::vector<int> rows;
    std::vector<bool> taken(hits.size());
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const QString &group = m_entries[std::size_t(hits[i].entry)].item.group;
        for (std::size_t j = i; j < hits.size(); ++j) {
            if (!taken[j] && m_entries[std::size_t(hits[j].entry)].item.group == group) {
                taken[j] = true;
                rows.push_back(hits[j].entry);
            }
        }
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
}

int PaletteModel::recency(const PaletteItem &item) const
{
    const qsizetype place = m_recent.indexOf(identity(item));
    return place < 0 ? 0 : int(recentCapacity - place);
}

} // namespace Switchboard::App
