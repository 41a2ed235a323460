// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <vector>

namespace Switchboard::App::Notices {
Q_NAMESPACE
QML_NAMED_ELEMENT(NoticeKind)

enum class Kind : quint8 { Info, Success, Warning, Error };
Q_ENUM_NS(Kind)

} // namespace Switchboard::App::Notices

namespace Switchboard::App {

/** What was said to the operator once. */
struct Notice
{
    int id = 0;
    Notices::Kind kind = Notices::Kind::Info;
    QString text;
    QString actionText;
    std::function<void()> action;
    QDateTime time;
    int count = 1; // how often, within two seconds each
};

/**
 * A bounded list of notices, newest first; the oldest fall off.
 *
 * GUI thread.
 */
class NoticeModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Notifier")
    Q_DISABLE_COPY_MOVE(NoticeModel)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum class Role : int {
        NoticeId = Qt::UserRole + 1, // for Notifier's methods
        Kind, // Notices::Kind
        Text, // with "×3" when it was said three times
        ActionText, // empty: none, or done
        Time, // "14:32"
        Day, // "Today", else the date; for sections
    };

    explicit NoticeModel(int capacity, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return int(m_notices.size()); }

    void add(Notice notice);
    /** Counts the newest up if it says @p text and is younger than two seconds. */
    bool repeat(Notices::Kind kind, const QString &text);
    /** The action of notice @p id, which loses it. Empty when there is none. */
    std::function<void()> takeAction(int id);
    void remove(int id);
    void clear();

Q_SIGNALS:
    void countChanged();

private:
    int rowOf(int id) const;

    const int m_capacity;
    std::vector<Notice> m_notices; // newest first
};

} // namespace Switchboard::App
