// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "traffic/trafficrecord.h"

#include <QtGlobal>

#include <atomic>
#include <cstddef>
#include <memory>

namespace Switchboard::Traffic {

/**
 * The border between the engine and whoever watches: a bounded byte ring, one writer, one reader.
 *
 * The writer never waits. What does not fit is counted and gone; the reader sees the jump in
 * Record::sequence. No locks.
 *
 * Threads: write() engine thread; drain() one reader thread; dropped() any.
 */
class TrafficRing
{
public:
    /** @param capacity bytes, rounded up to a power of two */
    explicit TrafficRing(std::size_t capacity = std::size_t(16) * 1024 * 1024);
    ~TrafficRing();
    Q_DISABLE_COPY_MOVE(TrafficRing)

    /** False when it did not fit. Sets nothing in @p record; its sequence is the caller's. */
    bool write(const Record &record);

    /**
     * Hands each waiting record to @p sink, oldest first.
     *
     * @param sink callable taking const Record &; the views die when it returns
     * @return how many were handed over
     */
    template <typename Sink> std::size_t drain(Sink &&sink, std::size_t most = SIZE_MAX)
    {
        std::size_t count = 0;
        Record record;
        while (count < most && front(record)) {
            sink(static_cast<const Record &>(record));
            pop();
            ++count;
        }
        return count;
    }

    std::uint64_t dropped() const { return m_dropped.load(std::memory_order_relaxed); }

private:
    bool front(Record &record);
    void pop();

    const std::size_t m_capacity;
    std::unique_ptr<char[]> m_bytes;
    std::atomic<std::uint64_t> m_dropped{0};
    alignas(64) std::atomic<std::uint64_t> m_head{0}; // written
    alignas(64) std::atomic<std::uint64_t> m_tail{0}; // read
    std::uint64_t m_readEnd = 0;
};

} // namespace Switchboard::Traffic
