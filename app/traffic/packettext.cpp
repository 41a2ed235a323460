// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/packettext.h"

#include "core/jsonscanner.h"

#include <QtEndian>

namespace Switchboard::App {

namespace {

QByteArrayList splitAttachments(QByteArrayView bytes)
{
    QByteArrayList list;
    constexpr qsizetype head = sizeof(quint32);
    while (bytes.size() >= head) {
        const auto length = qsizetype(qFromLittleEndian<quint32>(bytes.data()));
        bytes = bytes.sliced(head);
        const qsizetype there = qMin(length, bytes.size()); // the last one may have been cut
        list.append(bytes.first(there).toByteArray());
        bytes = bytes.sliced(there);
    }
    return list;
}

QByteArray eventArray(const EventText &event)
{
    if (event.kind == Kind::AckIn || event.kind == Kind::AckOut) {
        return event.arguments;
    }
    QByteArray json = "[" + Json::encodeString(event.event);
    const QByteArrayView inner = QByteArrayView(event.arguments).sliced(1);
    if (inner.size() > 1) {
        json += ',';
    }
    return json + inner.toByteArray();
}

} // namespace

EventText spellOut(const KeptEvent &kept, const NameTable &names)
{
    EventText text;
    text.kind = kept.event.kind;
    text.flags = kept.event.flags;
    text.ackId = kept.event.ackId;
    text.nsp = names.name(kept.event.nsp);
    text.event = names.name(kept.event.event);
    text.arguments = hasArguments(text.kind) && kept.bodyKept ? kept.payload : QByteArray("[]");
    text.attachments = splitAttachments(kept.attachments);
    const QByteArrayList targets = names.name(kept.event.target).split('\n');
    for (const QByteArray &target : targets) {
        if (target.startsWith('!')) {
            text.exceptRooms.append(target.sliced(1));
        } else if (target.startsWith('@')) {
            text.sockets.append(target.sliced(1));
        } else if (!target.isEmpty()) {
            text.rooms.append(target);
        }
    }
    return text;
}

QList<PacketPart> packetParts(const EventText &event)
{
    using Meaning = PacketPart::Meaning;
    const bool binary = (event.flags & Traffic::Binary) != 0;
    QByteArray type;
    switch (event.kind) {
    case Kind::In:
    case Kind::Out:
        type = binary ? "5" : "2";
        break;
    case Kind::AckIn:
    case Kind::AckOut:
        type = binary ? "6" : "3";
        break;
    default:
        return {};
    }
    QList<PacketPart> parts{{"4", Meaning::Message}, {type, Meaning::Type}};
    if (binary) {
        parts.append({QByteArray::number(event.attachments.size()) + '-', Meaning::Attachments});
    }
    if (event.nsp != "/") {
        parts.append({event.nsp + ',', Meaning::Namespace});
    }
    if (event.ackId >= 0) {
        parts.append({QByteArray::number(event.ackId), Meaning::AckId});
    }
    parts.append({eventArray(event), Meaning::Json});
    return parts;
}

QByteArray packetText(const EventText &event)
{
    QByteArray text;
    const QList<PacketPart> parts = packetParts(event);
    for (const PacketPart &part : parts) {
        text += part.text;
    }
    return text;
}

} // namespace Switchboard::App
