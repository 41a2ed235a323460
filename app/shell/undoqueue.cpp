// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/undoqueue.h"

#include "shell/notifier.h"

#include <QDeadlineTimer>
#include <QPointer>

namespace Switchboard::App {

namespace {
constexpr qint64 keepMilliseconds = 60'000;
constexpr std::size_t capacity = 50;

qint64 now()
{
    return QDeadlineTimer::current().deadline();
}
} // namespace

UndoQueue::UndoQueue(Notifier &notifier, QObject *parent)
    : QObject(parent)
    , m_notifier(notifier)
{ }

void UndoQueue::push(const QString &text, std::function<void()> undo)
{
    const int id = m_nextId++;
    m_acts.push_back({id, now() + keepMilliseconds, std::move(undo)});
    if (m_acts.size() > capacity) {
        m_acts.pop_front();
    }
    m_notifier.notify(Notices::Kind::Info, text, tr("Undo"), [self = QPointer(this), id] {
        if (self) {
            self->run(id);
        }
    });
}

bool UndoQueue::undo()
{
    forgetOld();
    if (m_acts.empty()) {
        return false;
    }
    run(m_acts.back().id);
    return true;
}

void UndoQueue::run(int id)
{
    forgetOld();
    const auto found
        = std::find_if(m_acts.begin(), m_acts.end(), [id](const Act &act) { return act.id == id; });
    if (found == m_acts.end()) {
        return;
    }
    const auto undo = std::move(found->undo);
    m_acts.erase(found);
    undo();
}

void UndoQueue::forgetOld()
{
    const qint64 present = now();
    std::erase_if(m_acts, [present](const Act &act) { return act.deadline < present; });
}

} // namespace Switchboard::App
