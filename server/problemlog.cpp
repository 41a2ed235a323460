// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "problemlog.h"

namespace Switchboard {

namespace {

constexpr std::chrono::seconds silence{1};

}

ProblemLog::ProblemLog(const Clock &clock, Sink sink)
    : m_clock(clock)
    , m_sink(std::move(sink))
{ }

void ProblemLog::report(const char *id, const QStringList &arguments)
{
    const QLatin1StringView key(id);
    const auto last = m_last.constFind(key);
    if (last != m_last.constEnd() && m_clock.now() - *last < silence) {
        return;
    }
    m_last.insert(key, m_clock.now());
    m_sink(id, arguments);
}

} // namespace Switchboard
