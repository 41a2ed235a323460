// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/noticemodel.h"

#include <QLocale>

namespace Switchboard::App {

namespace {
constexpr int mergeSeconds = 2;
}

NoticeModel::NoticeModel(int capacity, QObject *parent)
    : QAbstractListModel(parent)
    , m_capacity(capacity)
{ }

int NoticeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant NoticeModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const Notice &notice = m_notices[std::size_t(index.row())];
    switch (Role(role)) {
    case Role::NoticeId:
        return notice.id;
    case Role::Kind:
        return QVariant::fromValue(notice.kind);
    case Role::Text:
        //: %1 is a message, %2 how often it came
        return notice.count == 1 ? notice.text : tr("%1 ×%2").arg(notice.text).arg(notice.count);
    case Role::ActionText:
        return notice.actionText;
    case Role::Time:
        return QLocale().toString(notice.time.time(), QLocale::ShortFormat);
    case Role::Day:
        return notice.time.date() == QDate::currentDate()
            ? tr("Today")
            : QLocale().toString(notice.time.date(), QLocale::ShortFormat);
    }
    return {};
}

QHash<int, QByteArray> NoticeModel::roleNames() const
{
    return {
        {int(Role::NoticeId), "noticeId"},
        {int(Role::Kind), "kind"},
        {int(Role::Text), "text"},
        {int(Role::ActionText), "actionText"},
        {int(Role::Time), "time"},
        {int(Role::Day), "day"},
    };
}

void NoticeModel::add(Notice notice)
{
    if (count() == m_capacity) {
        beginRemoveRows({}, count() - 1, count() - 1);
        m_notices.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_notices.insert(m_notices.begin(), std::move(notice));
    endInsertRows();
    Q_EMIT countChanged();
}

bool NoticeModel::repeat(Notices::Kind kind, const QString &text)
{
    if (m_notices.empty()) {
        return false;
    }
    Notice &newest = m_notices.front();
    const QDateTime now = QDateTime::currentDateTime();
    if (newest.kind != kind || newest.text != text || newest.time.secsTo(now) >= mergeSeconds) {
        return false;
    }
    ++newest.count;
    newest.time = now;
    Q_EMIT dataChanged(index(0), index(0), {int(Role::Text), int(Role::Time)});
    return true;
}

std::function<void()> NoticeModel::takeAction(int id)
{
    const int row = rowOf(id);
    if (row < 0) {
        return {};
    }
    Notice &notice = m_notices[std::size_t(row)];
    notice.actionText.clear();
    Q_EMIT dataChanged(index(row), index(row), {int(Role::ActionText)});
    return std::exchange(notice.action, {});
}

void NoticeModel::remove(int id)
{
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_notices.erase(m_notices.begin() + row);
    endRemoveRows();
    Q_EMIT countChanged();
}

void NoticeModel::clear()
{
    beginResetModel();
    m_notices.clear();
    endResetModel();
    Q_EMIT countChanged();
}

int NoticeModel::rowOf(int id) const
{
    const auto found = std::find_if(
        m_notices.begin(), m_notices.end(), [id](const Notice &notice) { return notice.id == id; });
    return found == m_notices.end() ? -1 : int(found - m_notices.begin());
}

} // namespace Switchboard::App
