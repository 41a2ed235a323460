// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engine/activity.h"

#include "format/format.h"

#include <QDateTime>

namespace Switchboard::App {

using namespace std::chrono_literals;

namespace {

constexpr qint64 mergeWithin = 1'000'000; // µs

} // namespace

Activity::Activity(QObject *parent)
    : QAbstractListModel(parent)
{
    m_clock.setInterval(1s);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (count() > 0) {
            Q_EMIT dataChanged(index(0), index(count() - 1), {int(Role::Ago)});
        }
    });
}

int Activity::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant Activity::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const Entry &entry = m_entries[std::size_t(index.row())];
    switch (Role(role)) {
    case Role::KindRole:
        return QVariant::fromValue(entry.kind);
    case Role::Text:
        return entry.text;
    case Role::Ago:
        return Format::ago(entry.time, QDateTime::currentMSecsSinceEpoch() * 1000);
    }
    return {};
}

QHash<int, QByteArray> Activity::roleNames() const
{
    return {{int(Role::KindRole), "kind"}, {int(Role::Text), "text"}, {int(Role::Ago), "ago"}};
}

void Activity::setActive(bool active)
{
    if (active == isActive()) {
        return;
    }
    if (active) {
        m_clock.start();
    } else {
        m_clock.stop();
    }
    Q_EMIT activeChanged();
}

void Activity::add(Kind kind, qint64 time, const QString &text)
{
    int recent = 0;
    int together = 1;
    for (const Entry &entry : m_entries) {
        if (entry.kind == kind && time - entry.time < mergeWithin) {
            ++recent;
            together += entry.count;
        }
    }
    const int countBefore = count();
    const bool isMerged = together > mergeAbove;
    if (isMerged && recent == 1 && m_entries.front().kind == kind) {
        // Goes on where the burst's line stands already.
        m_entries.front() = {kind, time, mergedText(kind, together), together};
        Q_EMIT dataChanged(index(0), index(0));
        return;
    }
    if (isMerged) {
        for (int row = count() - 1; row >= 0; --row) {
            const Entry &entry = m_entries[std::size_t(row)];
            if (entry.kind == kind && time - entry.time < mergeWithin) {
                remove(row);
            }
        }
    }
    beginInsertRows({}, 0, 0);
    m_entries.push_front(
        {kind, time, isMerged ? mergedText(kind, together) : text, isMerged ? together : 1});
    endInsertRows();
    if (count() > maxCount) {
        remove(count() - 1);
    }
    if (count() != countBefore) {
        Q_EMIT countChanged();
    }
}

QString Activity::mergedText(Kind kind, int count)
{
    const QString number = Format::count(count);
    switch (kind) {
    case Kind::Connected:
        return tr("%1 clients connected").arg(number);
    case Kind::Left:
        return tr("%1 clients left").arg(number);
    case Kind::Joined:
        return tr("%1 rooms joined").arg(number);
    case Kind::Problem:
        return tr("%1 problems").arg(number);
    }
    return {};
}

void Activity::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
}

} // namespace Switchboard::App
