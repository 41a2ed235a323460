// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/notifierreactor.h"

namespace Switchboard::Net {

void NotifierReactor::Deleter::operator()(QSocketNotifier *notifier) const
{
    notifier->setEnabled(false);
    notifier->deleteLater();
}

NotifierReactor::NotifierReactor(const Clock *clock)
    : Reactor(clock)
{ }

NotifierReactor::~NotifierReactor()
{
    freeAll();
}

NotifierReactor::Notifier NotifierReactor::makeNotifier(int descriptor, QSocketNotifier::Type type)
{
    Notifier notifier(new QSocketNotifier(descriptor, type));
    const auto event = type == QSocketNotifier::Read ? Watcher::Readable : Watcher::Writable;
    connect(notifier.get(), &QSocketNotifier::activated, this,
        [this, descriptor, event] { turn(descriptor, event); });
    return notifier;
}

bool NotifierReactor::watch(int descriptor, Watcher *watcher)
{
    Q_ASSERT(!m_watches.contains(descriptor));
    Watch &watch = m_watches[descriptor];
    watch.watcher = watcher;
    watch.read = makeNotifier(descriptor, QSocketNotifier::Read);
    return true;
}

void NotifierReactor::setInterest(int descriptor, Watcher *watcher, bool readable, bool writable)
{
    Watch &watch = m_watches[descriptor];
    Q_ASSERT(watch.watcher == watcher);
    Q_UNUSED(watcher);
    if (watch.read->isEnabled() != readable) {
        watch.read->setEnabled(readable);
    }
    if (writable && !watch.write) {
        watch.write = makeNotifier(descriptor, QSocketNotifier::Write);
    } else if (watch.write && watch.write->isEnabled() != writable) {
        watch.write->setEnabled(writable);
    }
}

void NotifierReactor::unwatch(int descriptor)
{
    m_watches.erase(descriptor);
}

void NotifierReactor::turn(int descriptor, Watcher::Event event)
{
    const auto found = m_watches.find(descriptor);
    if (m_inTurn || found == m_watches.end()) {
        return;
    }
    Watcher *watcher = found->second.watcher;
    beginTurn();
    // A timer that was due may have ended the watcher.
    const auto still = m_watches.find(descriptor);
    if (still != m_watches.end() && still->second.watcher == watcher) {
        watcher->ready(event);
    }
    endTurn();
}

} // namespace Switchboard::Net
