// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "shell/noticemodel.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace Switchboard::App {

/**
 * Where anything that wants to tell the operator something says it.
 *
 * A notice stands as a toast for a while and stays in the history. The same text within two
 * seconds is counted up in place. Texts from strangers must have gone through displaySafe().
 *
 * GUI thread.
 */
class Notifier : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(Notifier)
    /** At most ToastArea's worth; the window takes them away with dismiss(). */
    Q_PROPERTY(Switchboard::App::NoticeModel *toasts READ toasts CONSTANT FINAL)
    /** The last 200, newest first. */
    Q_PROPERTY(Switchboard::App::NoticeModel *history READ history CONSTANT FINAL)
    Q_PROPERTY(int unread READ unread NOTIFY unreadChanged FINAL)

public:
    explicit Notifier(QObject *parent = nullptr);

    NoticeModel *toasts() { return &m_toasts; }

    NoticeModel *history() { return &m_history; }

    int unread() const { return m_unread; }

    /**
     * Says @p text.
     *
     * @param actionText label of what the toast offers, empty for nothing
     * @param action runs at most once, while the toast stands or from the history
     */
    void notify(Notices::Kind kind, const QString &text, const QString &actionText = {},
        std::function<void()> action = {});

    Q_INVOKABLE void info(const QString &text) { notify(Notices::Kind::Info, text); }

    Q_INVOKABLE void success(const QString &text) { notify(Notices::Kind::Success, text); }

    Q_INVOKABLE void warning(const QString &text) { notify(Notices::Kind::Warning, text); }

    Q_INVOKABLE void error(const QString &text) { notify(Notices::Kind::Error, text); }

    /** Runs the action of notice @p id and takes its toast away. */
    Q_INVOKABLE void act(int id);
    /** Takes the toast away; the history keeps it. */
    Q_INVOKABLE void dismiss(int id);
    Q_INVOKABLE void markAllRead();
    Q_INVOKABLE void clearHistory();

Q_SIGNALS:
    void unreadChanged();
    /** For screen readers. */
    void announced(const QString &text);

private:
    void setUnread(int unread);

    NoticeModel m_toasts;
    NoticeModel m_history;
    int m_nextId = 1;
    int m_unread = 0;
};

} // namespace Switchboard::App
