// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <deque>
#include <functional>

namespace Switchboard::App {

class Notifier;

/**
 * The acts that can be taken back with Ctrl+Z for sixty seconds.
 *
 * Each also stands as a toast with Undo. Taking one back runs its function and forgets it.
 *
 * GUI thread. Lifetime: the notifier outlives it.
 */
class UndoQueue : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Dashboard")
    Q_DISABLE_COPY_MOVE(UndoQueue)

public:
    explicit UndoQueue(Notifier &notifier, QObject *parent = nullptr);

    /** Says @p text ("Preset Score +10 deleted") with Undo. */
    void push(const QString &text, std::function<void()> undo);

    /** Takes the last one back that is younger than a minute. False: there was none. */
    Q_INVOKABLE bool undo();

private:
    struct Act
    {
        int id;
        qint64 deadline; // ms, steady
        std::function<void()> undo;
    };

    void run(int id);
    void forgetOld();

    Notifier &m_notifier;
    std::deque<Act> m_acts; // oldest first
    int m_nextId = 1;
};

} // namespace Switchboard::App
