// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/adapter.h"

#include "socketio/encoder.h"
#include "socketio/namespace.h"
#include "socketio/packet.h"
#include "socketio/placeholders.h"
#include "socketio/server.h"

namespace Switchboard::SocketIo {

const EngineIo::EncodedPacket::Ptr &Outgoing::packet() const
{
    if (!m_packet) {
        QByteArray &text = m_nsp.server().encodeBuffer();
        appendEvent(text, m_nsp.name(), m_ackId, m_event, m_args);
        m_packet = EngineIo::EncodedPacket::message(text, m_args.attachments);
    }
    return m_packet;
}

bool maySend(const ServerConfig &config, const ArgsView &args)
{
    return std::cmp_less_equal(args.attachments.size(), config.limits.attachments)
        && placeholdersMatch(args);
}

bool mayEmit(const ServerConfig &config, QByteArrayView event, const ArgsView &args)
{
    return !isReservedEvent(event) && maySend(config, args);
}

quint8 recordFlags(const Outgoing &outgoing)
{
    const EmitFlags &flags = outgoing.flags();
    return static_cast<quint8>((outgoing.ackId() >= 0 ? Traffic::AckAsked : 0)
        | (flags.isVolatile ? Traffic::Volatile : 0) | (flags.byOperator ? Traffic::Replay : 0));
}

} // namespace Switchboard::SocketIo
