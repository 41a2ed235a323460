// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/reactor.h"

#include <QSocketNotifier>

#include <vector>

#include <sys/epoll.h>

namespace Switchboard::Net {

/**
 * Keeps all sockets in one epoll set, which Qt watches as a single descriptor.
 *
 * Qt's own dispatchers look at every descriptor on every wake-up; this one costs what is ready.
 * Level-triggered: what a turn leaves unread comes again.
 *
 * Thread and lifetime: see Reactor.
 */
class EpollReactor final : public Reactor
{
    Q_OBJECT

public:
    explicit EpollReactor(const Clock *clock);
    ~EpollReactor() override;

    bool watch(int descriptor, Watcher *watcher) override;
    void setInterest(int descriptor, Watcher *watcher, bool readable, bool writable) override;
    void unwatch(int descriptor) override;

private:
    struct Watch
    {
        Watcher *watcher = nullptr;
        /** Tells events of an earlier user of the same descriptor apart. */
        quint32 generation = 0;
        /** What the owner wants to hear of, and what the system was last told. */
        quint32 events = 0;
        quint32 told = 0;
    };

    void turn();
    void settle() override;
    bool control(int operation, int descriptor, Watch &watch);
    void tell(int descriptor);

    int m_epoll;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::vector<Watch> m_watches; // by descriptor
    /** Changed within this turn: most changes are taken back before it ends. */
    std::vector<int> m_changed;
    std::vector<epoll_event> m_ready;
};

} // namespace Switchboard::Net
