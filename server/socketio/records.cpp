// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/records.h"

#include "socketio/namespace.h"
#include "socketio/socket.h"

#include <QtEndian>

namespace Switchboard::SocketIo {

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

} // namespace Switchboard::SocketIo
