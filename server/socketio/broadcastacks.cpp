// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/broadcastacks.h"

namespace Switchboard::SocketIo {

void BroadcastAcks::take(BroadcastReply reply)
{
    m_replies.append(std::move(reply));
    --m_missing;
    if (m_each) {
        m_each(m_replies.constLast());
    }
    finishIfComplete();
}

void BroadcastAcks::seal()
{
    m_sealed = true;
    finishIfComplete();
}

void BroadcastAcks::finishIfComplete()
{
    if (m_sealed && m_missing == 0 && m_done) {
        const auto done = std::exchange(m_done, {});
        done(m_replies);
    }
}

} // namespace Switchboard::SocketIo
