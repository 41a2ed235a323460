// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/utf8.h"
#include "socketio/decoder.h"
#include "socketio/encoder.h"
#include "socketio/placeholders.h"

#include <QList>

#include <cstdlib>

using namespace Switchboard;
using namespace Switchboard::SocketIo;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

void requireInside(QByteArrayView part, QByteArrayView whole)
{
    require(part.isEmpty()
        || (part.data() >= whole.data()
            && part.data() + part.size() <= whole.data() + whole.size()));
}

/** What is written is read again as what it was. */
void requireSameAgain(const Packet &packet)
{
    const QList<QByteArray> attachments(packet.attachments, QByteArray("x"));
    const ArgsView args{packet.payload, {attachments.constData(), size_t(attachments.size())}};
    QByteArray text;
    if (packet.isEvent()) {
        appendEvent(text, packet.nsp, packet.ackId, packet.event, args);
    } else if (packet.isAck()) {
        appendAck(text, packet.nsp, packet.ackId, args);
    } else {
        return;
    }
    const auto again = decode(text);
    require(again.ok());
    require(again->type == packet.type && again->nsp == packet.nsp && again->event == packet.event
        && again->payload == packet.payload && again->args.size() == packet.args.size()
        && again->placeholders.size() == packet.placeholders.size());
    require(placeholdersMatch(args));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    if (!isValidUtf8(text)) {
        return 0; // the transport lets nothing else through
    }
    const auto packet = decode(text);
    if (!packet) {
        return 0;
    }
    if (packet->nsp.data() != Packet().nsp.data()) {
        requireInside(packet->nsp, text);
    }
    requireInside(packet->payload, text);
    for (const QByteArrayView arg : packet->args) {
        requireInside(arg, packet->payload);
        require(!Json::check(arg));
    }
    for (const Placeholder &placeholder : packet->placeholders) {
        requireInside(placeholder.text, packet->payload);
        require(placeholder.number >= 0 && placeholder.number < packet->attachments);
    }
    require(!packet->isEvent() || !isReservedEvent(packet->event));
    requireSameAgain(*packet);
    return 0;
}
