// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/trafficstats.h"
#include "traffic/trafficview.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace Switchboard::App {

/**
 * What could be written at the cursor of a filter box: fields, then values seen lately.
 *
 * GUI thread. At most 50 rows.
 */
class FilterCompleter : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_DISABLE_COPY_MOVE(FilterCompleter)
    Q_PROPERTY(
        Switchboard::App::TrafficView *view MEMBER m_view NOTIFY sourceChanged REQUIRED FINAL)
    Q_PROPERTY(
        Switchboard::App::TrafficStats *stats MEMBER m_stats NOTIFY sourceChanged REQUIRED FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role {
        Label = Qt::UserRole + 1, // what will stand there, fit for the screen
        Detail, // meaning or rate
    };

    explicit FilterCompleter(QObject *parent = nullptr);

    int count() const { return int(m_rows.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /** Looks for what fits to @p text with the cursor at @p cursor. */
    Q_INVOKABLE void complete(const QString &text, int cursor);
    Q_INVOKABLE void clear();
    /** The text with row @p row put in; the cursor belongs at cursorAfter(). */
    Q_INVOKABLE QString textAfter(int row) const;
    Q_INVOKABLE int cursorAfter(int row) const;

Q_SIGNALS:
    void sourceChanged();
    void countChanged();

private:
    struct Row
    {
        QString insert;
        QString label;
        QString detail;
    };

    QList<Row> fields(const QString &part) const;
    QList<Row> values(FilterField field, const QString &part) const;

    QPointer<TrafficView> m_view;
    QPointer<TrafficStats> m_stats;
    QString m_text;
    int m_from = 0;
    int m_to = 0;
    QList<Row> m_rows;
};

} // namespace Switchboard::App
