// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <vector>

namespace Switchboard::App {

/** An event name that was seen on the wire or saved. */
struct SeenEvent
{
    QString name;
    bool isSaved = false; // in a preset, not seen
    double rate = 0; // per second
    QByteArray lastArguments; // a JSON array, or empty
};

/**
 * Names that fit what was typed so far, the likeliest first.
 *
 * Names that start with it come before those that contain it; among them, the busier. Shows at
 * most 50.
 *
 * GUI thread.
 */
class EventSuggestions : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Composer")
    Q_DISABLE_COPY_MOVE(EventSuggestions)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum class Role : int {
        Name = Qt::UserRole + 1, // safe to show
        Detail, // "512/s · {user, text, ts…}"
        IsSaved, // in a preset
    };

    /** Yields names that contain what was typed. */
    using Source = std::function<std::vector<SeenEvent>(const QString &typed)>;

    static constexpr int maxShown = 50;

    explicit EventSuggestions(QObject *parent = nullptr);

    void addSource(Source source) { m_sources.push_back(std::move(source)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return int(m_rows.size()); }

    const SeenEvent &event(int row) const { return m_rows[std::size_t(row)]; }

    /** Fills the list for @p typed. */
    Q_INVOKABLE void find(const QString &typed);
    Q_INVOKABLE void clear();

    /** "{user, text, ts…}" of the first of @p arguments, safe to show. */
    static QString shape(const QByteArray &arguments);

Q_SIGNALS:
    void countChanged();

private:
    void set(std::vector<SeenEvent> rows);

    std::vector<Source> m_sources;
    std::vector<SeenEvent> m_rows;
};

} // namespace Switchboard::App
