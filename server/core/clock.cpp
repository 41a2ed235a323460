// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"

namespace Switchboard {

MonotonicTime SystemClock::now() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

std::chrono::microseconds SystemClock::wall() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch());
}

} // namespace Switchboard
