// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"

#include <QHash>
#include <QLatin1StringView>
#include <QStringList>

#include <functional>

namespace Switchboard {

/**
 * Lets each kind of problem through once a second, since strangers can cause them at any rate.
 *
 * Thread: engine thread. Outlived by the clock.
 */
class ProblemLog
{
public:
    using Sink = std::function<void(const char *id, const QStringList &arguments)>;

    ProblemLog(const Clock &clock, Sink sink);

    /** @p id is a literal of UX's table of problems. */
    void report(const char *id, const QStringList &arguments);

private:
    const Clock &m_clock;
    Sink m_sink;
    QHash<QLatin1StringView, MonotonicTime> m_last;
};

} // namespace Switchboard
