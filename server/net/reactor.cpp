// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/reactor.h"

#include "net/notifierreactor.h"
#ifdef Q_OS_LINUX
#include "net/epollreactor.h"
#endif

#include <algorithm>
#include <utility>

namespace Switchboard::Net {

namespace {
constexpr std::size_t receiveBufferSize = 256 * 1024;
}

std::unique_ptr<Reactor> Reactor::create(const Clock *clock, Backend backend)
{
#ifdef Q_OS_LINUX
    bool wantsEpoll = backend == Backend::Epoll;
#ifdef SWITCHBOARD_REACTOR_EPOLL
    wantsEpoll = wantsEpoll || backend == Backend::Default;
#endif
    if (wantsEpoll) {
        return std::make_unique<EpollReactor>(clock);
    }
#else
    Q_UNUSED(backend);
#endif
    return std::make_unique<NotifierReactor>(clock);
}

Reactor::Reactor(const Clock *clock)
    : m_ownClock(clock ? nullptr : std::make_unique<SystemClock>())
    , m_clock(clock ? clock : m_ownClock.get())
    , m_timers(std::make_unique<TimerWheel>(*m_clock))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        beginTurn();
        endTurn();
    });
}

Reactor::~Reactor() = default;

void Reactor::flushLater(Flushable *flushable)
{
    if (flushable->m_flushPlace == 0) {
        m_flushables.push_back(flushable);
        flushable->m_flushPlace = quint32(m_flushables.size());
        scheduleTurn();
    }
}

void Reactor::cancelFlush(Flushable *flushable)
{
    if (flushable->m_flushPlace != 0) {
        m_flushables[flushable->m_flushPlace - 1] = nullptr;
        flushable->m_flushPlace = 0;
    }
}

void Reactor::bury(std::unique_ptr<Mortal> dead)
{
    m_dead.push_back(std::move(dead));
    scheduleTurn();
}

void Reactor::keep(std::unique_ptr<Mortal> mortal)
{
    Mortal *key = mortal.get();
    m_kept.emplace(key, std::move(mortal));
}

void Reactor::buryKept(Mortal *mortal)
{
    auto node = m_kept.extract(mortal);
    if (!node.empty()) {
        bury(std::move(node.mapped()));
    }
}

std::span<char> Reactor::receiveBuffer()
{
    if (!m_buffer) {
        m_buffer = std::make_unique<char[]>(receiveBufferSize);
    }
    return {m_buffer.get(), receiveBufferSize};
}

TimerWheel &Reactor::timers()
{
    if (!m_inTurn) {
        if (m_timers->activeCount() == 0) {
            // Nobody moved an empty wheel; bring it to now before a timer is measured against it.
            m_timers->advance();
        }
        scheduleTurn();
    }
    return *m_timers;
}

void Reactor::beginTurn()
{
    Q_ASSERT(!m_inTurn);
    m_inTurn = true;
    m_timers->advance();
}

void Reactor::endTurn()
{
    flushAll();
    freeDead();
    settle();
    m_inTurn = false;
    if (!m_flushables.empty()) {
        scheduleTurn();
    }
    armTimer();
}

void Reactor::flushAll()
{
    // Whoever asks meanwhile is flushed in the next turn: each turn ends.
    const std::size_t due = m_flushables.size();
    for (std::size_t i = 0; i < due; ++i) {
        if (Flushable *flushable = std::exchange(m_flushables[i], nullptr)) {
            flushable->m_flushPlace = 0;
            flushable->flush();
        }
    }
    m_flushables.erase(m_flushables.begin(), m_flushables.begin() + std::ptrdiff_t(due));
    for (std::size_t i = 0; i < m_flushables.size(); ++i) {
        if (m_flushables[i]) {
            m_flushables[i]->m_flushPlace = quint32(i + 1);
        }
    }
}

void Reactor::freeDead()
{
    while (!m_dead.empty()) {
        std::exchange(m_dead, {}).clear();
    }
}

void Reactor::freeAll()
{
    m_inTurn = true; // nothing is scheduled any more
    while (!m_kept.empty() || !m_dead.empty()) {
        std::exchange(m_kept, {}).clear();
        freeDead();
    }
}

void Reactor::scheduleTurn()
{
    if (m_inTurn || m_turnScheduled) {
        return;
    }
    m_turnScheduled = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_turnScheduled = false;
            beginTurn();
            endTurn();
        },
        Qt::QueuedConnection);
}

void Reactor::armTimer()
{
    if (m_timers->activeCount() == 0) {
        return; // when still running, it fires once more and is not started again
    }
    const auto rest = m_timers->untilNext();
    const MonotonicTime due = m_clock->now() + rest;
    if (!m_timer.isActive() || due + TimerWheel::tick / 2 < m_timerDue) {
        m_timerDue = due;
        m_timer.start(rest);
    }
}

} // namespace Switchboard::Net
