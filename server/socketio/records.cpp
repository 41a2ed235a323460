// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/records.h"

#include "socketio/namespace.h"
#include "socketio/server.h"
#include "socketio/socket.h"

#include <QtEndian>

namespace Switchboard::SocketIo {

namespace {

/** As Record::target wants it. */
QByteArray describe(const BroadcastTarget &target)
{
    QByteArrayList names;
    for (const QByteArray &room : target.rooms) {
        names.append(room);
    }
    for (const QByteArray &room : target.except) {
        names.append('!' + room);
    }
    if (target.self) {
        names.append('!' + target.self->id().toByteArray());
    }
    return names.join('\n');
}

} // namespace

Traffic::Record recordOf(const Socket &socket, Traffic::Kind kind)
{
    Traffic::Record record;
    record.kind = kind;
    record.client = socket.client();
    record.via = socket.via();
    record.nsp = socket.nsp().name();
    return record;
}

void addBody(Traffic::Record &record, const ArgsView &args, QByteArray &storage)
{
    record.payload = args.json;
    record.size = static_cast<quint32>(args.size());
    if (args.attachments.empty()) {
        return;
    }
    record.flags |= Traffic::Binary;
    for (const QByteArray &attachment : args.attachments) {
        const auto size = qToLittleEndian(static_cast<quint32>(attachment.size()));
        storage.append(reinterpret_cast<const char *>(&size), sizeof size);
        storage.append(attachment);
    }
    record.attachments = storage;
}

void recordEmit(
    Namespace &nsp, const BroadcastTarget &target, const Outgoing &outgoing, int receivers)
{
    Traffic::Tap &tap = nsp.server().tap();
    tap.totals.eventsOut += static_cast<quint64>(receivers);
    ++tap.totals.emits;
    if (!tap.isOn()) {
        return;
    }
    const QByteArray to = describe(target);
    QByteArray storage;
    Traffic::Record record;
    record.kind = Traffic::Kind::Out;
    record.flags = recordFlags(outgoing);
    record.ackId = outgoing.ackId();
    record.count = static_cast<quint32>(receivers);
    record.nsp = nsp.name();
    record.event = outgoing.event();
    record.target = to;
    addBody(record, outgoing.args(), storage);
    tap.record(record);
}

} // namespace Switchboard::SocketIo
