// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>

namespace Switchboard::App {

/**
 * Decides which events keep their body when there are more than this machine can copy in time.
 *
 * After a drain of many that took too long only every second body is kept, then every fourth and so
 * on; after some quick ones in a row it goes back step by step.
 *
 * Value type.
 */
class PayloadThinning
{
public:
    static constexpr std::chrono::milliseconds budget{8};
    static constexpr int mostSkipped = 256;
    /** So few are copied in time, however large; when they took long, something else did. */
    static constexpr qint64 fewRows = 20;
    static constexpr int quickDrains = 30;

    /** One of so many bodies is kept. */
    int every() const { return m_every; }

    /** Whether to keep the next body. */
    bool keepNext()
    {
        m_count = (m_count + 1) % m_every;
        return m_count == 0;
    }

    /** A drain of @p rows events took so long. */
    void drained(std::chrono::nanoseconds took, qint64 rows)
    {
        if (took > budget && rows > fewRows) {
            m_every = m_every < mostSkipped ? m_every * 2 : mostSkipped;
            m_quick = 0;
        } else if (took > budget / 2 || m_every == 1) {
            m_quick = 0;
        } else if (++m_quick >= quickDrains) {
            m_every /= 2;
            m_quick = 0;
        }
    }

private:
    int m_every = 1;
    int m_quick = 0;
    int m_count = 0;
};

} // namespace Switchboard::App
