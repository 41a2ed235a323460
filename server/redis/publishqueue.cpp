// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/publishqueue.h"

#include <utility>

namespace Switchboard::Redis {

std::deque<Publication> PublishQueue::push(Publication publication)
{
    std::deque<Publication> out;
    m_bytes += publication.size();
    m_waiting.push_back(std::move(publication));
    while (m_waiting.size() > m_most || m_bytes > m_mostBytes) {
        out.push_back(*pop());
    }
    return out;
}

std::optional<Publication> PublishQueue::pop()
{
    if (m_waiting.empty()) {
        return {};
    }
    auto first = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_bytes -= first.size();
    return first;
}

std::deque<Publication> PublishQueue::takeAll()
{
    m_bytes = 0;
    return std::exchange(m_waiting, {});
}

} // namespace Switchboard::Redis
