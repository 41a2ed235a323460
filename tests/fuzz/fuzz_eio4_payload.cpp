// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/encodedpacket.h"
#include "engineio/packet.h"

#include <QtGlobal>

using namespace Switchboard;
using namespace Switchboard::EngineIo;

/** Polling bodies from strangers: what is accepted must spell the same body when encoded again. */
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArrayView body(data, static_cast<qsizetype>(size));
    const auto packets = decodePayload(body, 1000);
    if (!packets) {
        return 0;
    }
    QByteArray again;
    for (const Packet &packet : *packets) {
        if (!again.isEmpty()) {
            again += packetSeparator;
        }
        if (packet.form == Packet::Form::Base64) {
            again += EncodedPacket::binary(decodeBase64(packet.data))->pollingText();
        } else if (packet.type == PacketType::Message) {
            again += EncodedPacket::message(packet.data)->pollingText();
        } else {
            again += static_cast<char>('0' + static_cast<int>(packet.type));
            again += packet.data;
        }
    }
    if (again != body) {
        qFatal("another payload came out");
    }
    return 0;
}
