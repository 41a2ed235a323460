// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/notifier.h"

namespace Switchboard::App {

namespace {
constexpr int toastCapacity = 20; // the window draws three and counts the rest
constexpr int historyCapacity = 200;
} // namespace

Notifier::Notifier(QObject *parent)
    : QObject(parent)
    , m_toasts(toastCapacity)
    , m_history(historyCapacity)
{ }

void Notifier::notify(Notices::Kind kind, const QString &text, const QString &actionText,
    std::function<void()> action)
{
    // A notice with an action is never merged: its action may be about another thing.
    if (!action && m_toasts.repeat(kind, text)) {
        m_history.repeat(kind, text);
        return;
    }
    // Once only, wherever it is asked for: both lists share the action.
    auto shared = std::make_shared<std::function<void()>>(std::move(action));
    Notice notice{m_nextId++, kind, text, actionText,
        [shared] {
            if (const auto run = std::exchange(*shared, {})) {
                run();
            }
        },
        QDateTime::currentDateTime(), 1};
    m_history.add(notice);
    m_toasts.add(std::move(notice));
    setUnread(std::min(m_unread + 1, m_history.count()));
    Q_EMIT announced(text);
}

void Notifier::act(int id)
{
    const auto fromToast = m_toasts.takeAction(id);
    const auto fromHistory = m_history.takeAction(id);
    m_toasts.remove(id);
    if (fromToast) {
        fromToast();
    } else if (fromHistory) {
        fromHistory();
    }
}

void Notifier::dismiss(int id)
{
    m_toasts.remove(id);
}

void Notifier::markAllRead()
{
    setUnread(0);
}

void Notifier::clearHistory()
{
    m_history.clear();
    setUnread(0);
}

void Notifier::setUnread(int unread)
{
    if (m_unread != unread) {
        m_unread = unread;
        Q_EMIT unreadChanged();
    }
}

} // namespace Switchboard::App
