// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <deque>

namespace Switchboard::App {

/**
 * What happened lately, newest first: clients that came and went, rooms joined, problems.
 *
 * More than five of one kind within a second become one line with their number.
 *
 * GUI thread; at most 50 rows.
 */
class Activity : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(Activity)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /** On the screen: only then do the times move on. */
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)

public:
    enum class Kind : quint8 { Connected, Left, Joined, Problem };
    Q_ENUM(Kind)

    enum class Role : int {
        KindRole = Qt::UserRole + 1, // Kind
        Text, // "grace joined board-7", safe to show
        Ago, // "4 s"
    };

    static constexpr int maxCount = 50;
    static constexpr int mergeAbove = 5;

    explicit Activity(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return int(m_entries.size()); }

    bool isActive() const { return m_clock.isActive(); }

    void setActive(bool active);

    /** @p text is safe to show; @p time in µs since 1970 */
    void add(Kind kind, qint64 time, const QString &text);

Q_SIGNALS:
    void countChanged();
    void activeChanged();

private:
    struct Entry
    {
        Kind kind;
        qint64 time;
        QString text;
        int count = 1; // merged ones
    };

    static QString mergedText(Kind kind, int count);
    void remove(int row);

    std::deque<Entry> m_entries;
    QTimer m_clock;
};

} // namespace Switchboard::App
