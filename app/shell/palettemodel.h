// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractListModel>
#include <QJSValue>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <vector>

namespace Switchboard::App {

/** Something the palette can do or go to. Texts are safe to show. */
struct PaletteItem
{
    QString group; // "Go to"
    QString icon; // name of an icon
    QString title; // what is matched
    QString detail; // muted, behind the title
    QString keys; // shortcut, as shown
    std::function<void()> run;
    /** Second act, with Ctrl+Enter; empty: none. */
    std::function<void()> runSecond;
    QString secondTitle;
};

/** How well @p query fits @p text as a subsequence; negative: not at all. Case is ignored. */
int matchScore(QStringView query, QStringView text);

/**
 * What the command palette shows for a query: the best matches of all sources, grouped.
 *
 * Sources are asked when the palette opens, so what it offers is of that moment. The first
 * character may narrow the groups: ">" commands, "@" clients, "#" rooms, ":" events, "!" presets.
 *
 * GUI thread. At most 10 rows; at most 20,000 items are collected.
 */
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(PaletteModel)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum class Role : int {
        Group = Qt::UserRole + 1, // heading
        FirstOfGroup, // has the heading above it
        Icon, // name
        Title, // safe to show
        Detail, // muted, safe to show
        Keys, // shortcut as shown, or empty
        SecondTitle, // what Ctrl+Enter does, or empty
    };

    using Source = std::function<void(std::vector<PaletteItem> &)>;

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    QString query() const { return m_query; }

    void setQuery(const QString &query);

    int count() const { return int(m_rows.size()); }

    /** @param prefix the character that shows this source alone, or none */
    void addSource(Source source, QChar prefix = {});

    /** A command of the window; its sources are QML's own. */
    Q_INVOKABLE void addCommand(const QString &group, const QString &icon, const QString &title,
        const QString &detail, const QString &keys, const QJSValue &run);

    /** Asks the sources again and starts with an empty query. */
    Q_INVOKABLE void open();
    /** Runs row @p row; @p second: its second act. */
    Q_INVOKABLE void run(int row, bool second = false);

Q_SIGNALS:
    void queryChanged();
    void countChanged();

private:
    struct Entry
    {
        PaletteItem item;
        QChar prefix;
    };

    void rank();
    int recency(const PaletteItem &item) const;

    std::vector<std::pair<Source, QChar>> m_sources;
    std::vector<PaletteItem> m_commands;
    std::vector<Entry> m_entries;
    std::vector<int> m_rows; // into m_entries
    QStringList m_recent; // group and title, newest first
    QString m_query;
};

} // namespace Switchboard::App
