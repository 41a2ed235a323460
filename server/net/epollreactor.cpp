// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/epollreactor.h"

#include "core/logging.h"

#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace Switchboard::Net {

namespace {
// Small enough that timers and posted events of the thread are not kept waiting.
constexpr std::size_t eventsPerTurn = 512;
} // namespace

EpollReactor::EpollReactor(const Clock *clock)
    : Reactor(clock)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_ready(eventsPerTurn)
{
    if (m_epoll < 0) {
        qCCritical(lcNet, "epoll_create1: %s", std::strerror(errno));
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_epoll, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &EpollReactor::turn);
}

EpollReactor::~EpollReactor()
{
    freeAll();
    m_notifier.reset();
    if (m_epoll >= 0) {
        close(m_epoll);
    }
}

bool EpollReactor::control(int operation, int descriptor, Watch &watch)
{
    watch.told = watch.events;
    epoll_event event{};
    event.events = watch.events;
    event.data.u64 = (quint64(watch.generation) << 32) | quint32(descriptor);
    return epoll_ctl(m_epoll, operation, descriptor, &event) == 0;
}

bool EpollReactor::watch(int descriptor, Watcher *watcher)
{
    const auto index = std::size_t(descriptor);
    if (index >= m_watches.size()) {
        m_watches.resize(std::max(index + 1, m_watches.size() * 2));
    }
    Watch &watch = m_watches[index];
    Q_ASSERT(!watch.watcher);
    watch.events = EPOLLIN;
    if (!control(EPOLL_CTL_ADD, descriptor, watch)) {
        return false;
    }
    watch.watcher = watcher;
    return true;
}

void EpollReactor::setInterest(int descriptor, Watcher *watcher, bool readable, bool writable)
{
    Watch &watch = m_watches[std::size_t(descriptor)];
    Q_ASSERT(watch.watcher == watcher);
    Q_UNUSED(watcher);
    const quint32 events = (readable ? quint32(EPOLLIN) : 0) | (writable ? quint32(EPOLLOUT) : 0);
    if (events == watch.events) {
        return;
    }
    watch.events = events;
    if (m_inTurn) {
        m_changed.push_back(descriptor);
    } else {
        tell(descriptor);
    }
}

void EpollReactor::tell(int descriptor)
{
    Watch &watch = m_watches[std::size_t(descriptor)];
    if (watch.watcher && watch.events != watch.told) {
        control(EPOLL_CTL_MOD, descriptor, watch);
    }
}

void EpollReactor::settle()
{
    for (const int descriptor : m_changed) {
        tell(descriptor);
    }
    m_changed.clear();
}

void EpollReactor::unwatch(int descriptor)
{
    Watch &watch = m_watches[std::size_t(descriptor)];
    watch.watcher = nullptr;
    ++watch.generation;
    epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
}

void EpollReactor::turn()
{
    if (m_inTurn) {
        return; // an event loop nested inside a callback; the outer turn goes on afterwards
    }
    beginTurn();
    const int count = epoll_wait(m_epoll, m_ready.data(), int(m_ready.size()), 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event event = m_ready[std::size_t(i)];
        const Watch &watch = m_watches[std::size_t(quint32(event.data.u64))];
        if (!watch.watcher || watch.generation != quint32(event.data.u64 >> 32)) {
            continue;
        }
        quint8 events = 0;
        if (event.events & EPOLLIN) {
            events |= Watcher::Readable;
        }
        if (event.events & EPOLLOUT) {
            events |= Watcher::Writable;
        }
        if (event.events & (EPOLLHUP | EPOLLERR)) {
            events |= Watcher::HungUp;
        }
        watch.watcher->ready(events);
    }
    endTurn();
}

} // namespace Switchboard::Net
