// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/cpumeter.h"

#include <QDeadlineTimer>

#include <cmath>

namespace Switchboard::App {

namespace {
constexpr int interval = 2'000; // ms
}

CpuMeter::CpuMeter(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(interval);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CpuMeter::measure);
}

void CpuMeter::setActive(bool active)
{
    if (active == m_timer.isActive()) {
        return;
    }
    if (active) {
        m_used = std::clock();
        m_at = QDeadlineTimer::current().deadlineNSecs();
        m_timer.start();
    } else {
        m_timer.stop();
    }
    Q_EMIT activeChanged();
}

void CpuMeter::measure()
{
    const std::clock_t used = std::clock();
    const qint64 at = QDeadlineTimer::current().deadlineNSecs();
    const double busy = double(used - m_used) / CLOCKS_PER_SEC;
    const double passed = double(at - m_at) / 1e9;
    m_used = used;
    m_at = at;
    const int percent = passed > 0 ? int(std::lround(100 * busy / passed)) : 0;
    if (m_percent != percent) {
        m_percent = percent;
        Q_EMIT percentChanged();
    }
}

} // namespace Switchboard::App
